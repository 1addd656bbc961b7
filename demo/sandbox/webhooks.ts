/** Who is told by webhooks, as Limio's settings have it: an address, and Basic authentication. */
export interface WebhookReceiver {
  to: string;
  user: string;
  password: string;
}

/** What Limio sends a webhook for, as far as the sandbox does. Which of them it is stands in the address. */
export type WebhookName = 'checkout-initiated' | 'order-submitted' | 'update-subscription';

/** A webhook that was sent. */
export interface SentWebhook {
  name: WebhookName;
  /** 0 as long as nobody has answered. */
  status: number;
}

/**
 * Sends a webhook to whoever is set up for it, without waiting and without trying again. See assumption limio-webhook.
 */
export function sendWebhook(
  { webhooks, sent }: { webhooks?: WebhookReceiver | undefined; sent: SentWebhook[] },
  name: WebhookName,
  object: object,
): void {
  if (!webhooks) return;
  const { to, user, password } = webhooks;
  const address = new URL(to);
  address.searchParams.set('event', name);
  const entry = { name, status: 0 };
  sent.push(entry);
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${user}:${password}`)}` },
    body: JSON.stringify(object),
    signal: AbortSignal.timeout(10_000),
  };
  fetch(address, init).then(
    ({ status }) => void (entry.status = status),
    () => {},
  );
}

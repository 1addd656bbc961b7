import { LimioError, type BasketEvent, type Deliver } from '../../../src/server.ts';

/** Your HubSpot: a token of a private app, the pipeline of your deals, and the stages in it, by their ids. */
export interface HubSpot {
  token: () => Promise<string> | string;
  pipeline: string;
  stages: Readonly<Record<'abandoned' | 'open' | 'completed', string>>;
  fetch?: typeof fetch;
}

/** The contact of a basket, where there is an address, and its deal. Told again, they are the same ones. */
export function objectsOf(
  { type, data }: BasketEvent,
  { pipeline, stages }: Omit<HubSpot, 'token' | 'fetch'>,
) {
  const { email, firstName, lastName, companyName } = data.customerDetails ?? {};
  const dealstage = stages[type.split('.')[1] as keyof HubSpot['stages']];
  // A property of yours that has unique values: by it a deal is known again.
  const properties = {
    limio_basket: data.id,
    dealname: `Limio ${data.externalId ?? data.id}`,
    pipeline,
    dealstage,
  };
  const names = { firstname: firstName, lastname: lastName, company: companyName };
  return [
    ...(email
      ? [['contacts', { idProperty: 'email', id: email, properties: { email, ...names } }] as const]
      : []),
    ['deals', { idProperty: 'limio_basket', id: data.id, properties }] as const,
  ];
}

/** Delivers events into HubSpot: who left a basket becomes a contact, and each basket a deal that moves on. */
export const toHubSpot =
  (hubspot: HubSpot): Deliver =>
  async (event, signal) => {
    const { token, fetch = globalThis.fetch } = hubspot;
    for (const [kind, input] of objectsOf(event, hubspot)) {
      const response = await fetch(`https://api.hubapi.com/crm/v3/objects/${kind}/batch/upsert`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ inputs: [input] }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
      }).catch(() => undefined);
      if (response?.ok) continue;
      // A value that HubSpot cannot take stays so; whatever else it is, the event comes again.
      const isRefused = response?.status === 400;
      const how = response ? `answered ${response.status}` : 'gave no answer';
      throw new LimioError(isRefused ? 'delivery_refused' : 'delivery_failed', `HubSpot ${how}.`);
    }
  };

import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';

const ORIGIN = 'https://www.example.com';
const ITEM = CATALOGUE.find(({ path }) => path === '/offers2/Desk Team Monthly')!;

let attempts = 0;

/** A checkout as the element asks for it, by a customer of its own. */
export function checkoutRequest(
  base: string,
  number = ++attempts,
  more: Readonly<Record<string, unknown>> = {},
): Request {
  return new Request(`${base}/checkouts`, {
    method: 'POST',
    headers: {
      origin: ORIGIN,
      'content-type': 'application/json',
      'x-forwarded-for': `2001:db8:${number.toString(16)}::1`,
    },
    body: JSON.stringify({
      attemptId: `attempt-of-the-benchmark-${String(number).padStart(8, '0')}`,
      items: [{ path: ITEM.path }],
      customer: { email: `customer-${number}@example.com`, firstName: 'Ada' },
      carry: { utm_source: 'news' },
      ...more,
    }),
  });
}

/** The same checkout, asked of Limio itself by a server that has its token already. */
export function directRequest(limio: string, token: string, number = ++attempts): Request {
  const { id, version, path } = ITEM;
  return new Request(`${limio}/api/admin/checkout/initiate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      order: {
        orderItems: [{ offer: { id, version }, quantity: 1 }],
        external_id: `direct-${number}`,
        country: 'US',
        source: 'shop',
        order_type: 'new',
        tracking: { offers: [path], purchaseCountryCode: 'US', utm_source: 'news' },
        customerDetails: { email: `customer-${number}@example.com`, firstName: 'Ada' },
      },
      expiresAfter: { hours: 4 },
    }),
  });
}

/** A token of the pretend Limio. */
export async function tokenOf(limio: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'sandbox',
    client_secret: 'sandbox-secret',
  });
  const response = await fetch(`${limio}/oauth2/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** How a request ended and how long it took, in milliseconds. */
export interface Outcome {
  /** 0: the connection broke. */
  status: number;
  took: number;
}

/** Sends a request and reads the answer whole. */
export async function timed(request: Request): Promise<Outcome> {
  const start = performance.now();
  const status = await fetch(request).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    () => 0,
  );
  return { status, took: performance.now() - start };
}

/** Sends so many, so many at a time. */
export async function many(make: () => Request, count: number, atOnce: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let left = count;
  const sender = async () => {
    while (left-- > 0) outcomes.push(await timed(make()));
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return outcomes;
}

/** Sends so many at even distances, whether earlier ones have been answered or not. */
export async function steadily(
  make: (number: number) => Request,
  count: number,
  perSecond: number,
  send = timed,
): Promise<Outcome[]> {
  const start = performance.now();
  const sent: Promise<Outcome>[] = [];
  while (sent.length < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - start) / 1000) * perSecond));
    while (sent.length < due) sent.push(send(make(sent.length)));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return Promise.all(sent);
}

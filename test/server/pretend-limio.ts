import { rawItem, charge, type RawItem } from '../../demo/sandbox/items/raw-item.ts';
import { operationOf } from '../../demo/sandbox/operations.ts';
import { sandbox } from '../../demo/sandbox/sandbox.ts';

export { CREDENTIALS, SHOP, TENANT } from '../../demo/sandbox/sandbox.ts';

interface Call {
  operation: string | undefined;
  url: URL;
  /** What was sent as JSON. */
  body: { order: Record<string, unknown> } & Record<string, unknown>;
}

/** Answers one operation another way; `undefined` leaves it to the sandbox. */
export type Answer = (call: Call) => Promise<Response | undefined> | Response | undefined;

/** The sandbox with a small catalogue, a record of what was asked of it, and answers of a test's own. */
export function pretendLimio(
  answers: Record<string, Answer> = {},
  now = Date.now,
  offers: readonly RawItem[] = OFFERS,
) {
  const limio = sandbox({ offers, now });
  const calls: Call[] = [];

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const operation = operationOf(request);
    const text = await request.clone().text();
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Call['body'];
    const call: Call = { operation, url: new URL(request.url), body };
    calls.push(call);
    return (await answers[operation ?? '']?.(call)) ?? limio.fetch(request);
  };

  return {
    ...limio,
    fetch,
    calls,
    /** How often something was asked for. */
    count: (operation?: string) => calls.filter((call) => !operation || call.operation === operation).length,
    /** What the last initiate sent. */
    initiated: () => calls.findLast(({ operation }) => operation === 'initiateCheckout')!.body,
  };
}

/** An offer as Limio lists it, with an id and a version that can be read. */
export const item = (
  name: string,
  attributes: Record<string, unknown> = {},
  version = `version-${name}`,
): RawItem => ({
  ...rawItem(`/offers2/${name}`, {
    display_name__limio: name,
    price__limio: [charge('29.00', 'months', { currencyCode: 'EUR' })],
    ...attributes,
  }),
  id: `id-${name}`,
  version,
});

const OFFERS = [
  item('Pro', { label__limio: ['pricing'] }),
  item('Team', {
    allow_multibuy__limio: true,
    default_quantity_options__limio: { quantity: 5, minimum_quantity: 5, maximum_quantity: 23, increment: 5 },
  }),
  item('German', { allowed_countries__limio: ['DE'] }),
  item('Staff', { sales_channel__limio: ['Salesforce'] }),
  item('Over', {
    valid_date_range__limio: { from: '2020-01-01T00:00:00.000Z', to: '2020-02-01T00:00:00.000Z' },
  }),
];

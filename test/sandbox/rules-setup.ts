import { ADD_ONS, CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { isAddOn } from '../../demo/sandbox/items/compatible.ts';
import { charge, rawItem, type RawItem } from '../../demo/sandbox/items/raw-item.ts';
import { CREDENTIALS, sandbox, SHOP, TENANT } from '../../demo/sandbox/sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';
import type { UpstreamError } from '../../src/limio/transport/upstream-error.ts';

export const DAY_MS = 86_400_000;

/** An add-on that goes with another product. */
const FOREIGN = rawItem(
  '/add_ons/Radio Antenna',
  { compatible_products: ['/products/Acme Radio'], price__limio: [charge('9', 'months')] },
  { products: ['/products/Acme Radio'] },
);

/** A plan of that other product, on the same pricing page. */
const RADIO = rawItem(
  '/offers2/Radio Monthly',
  {
    display_name__limio: 'Radio',
    label__limio: ['pricing'],
    sales_channel__limio: ['Online'],
    price__limio: [charge('70', 'months')],
  },
  { products: ['/products/Acme Radio'] },
);

const all = [...CATALOGUE, RADIO, ...ADD_ONS, FOREIGN];

const named = (name: string): RawItem => all.find((item) => item.name === name)!;

export const starter = named('Desk Starter Monthly');
export const team = named('Desk Team Monthly');
export const business = named('Desk Business Monthly');
export const support = named('Desk Priority Support');
export const storage = named('Desk Storage 100 GB');
export const radio = RADIO;
export const foreign = FOREIGN;

/** A sandbox on the 21st of November 2026, a client of it, and a clock. */
export function setup() {
  let clock = Date.UTC(2026, 10, 21);
  const now = () => clock;
  const limio = sandbox({ now, offers: [...CATALOGUE, RADIO], addOns: [...ADD_ONS, FOREIGN] });
  const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch, now });
  return {
    ...limio,
    client,
    complete: async (id: string) =>
      (await limio.fetch(`${SHOP}/sandbox/complete?basket=${id}`, { method: 'POST' })).status,
    wait: (ms: number) => void (clock += ms),
  };
}

export type Setup = ReturnType<typeof setup>;

/** One line of a change. */
export const item = (action: 'add' | 'remove', { id, ...rest }: RawItem, quantity?: number) => ({
  orderItemActionType: action,
  type: isAddOn({ id, ...rest }) ? ('addon' as const) : ('offer' as const),
  offerId: id,
  ...(quantity && { quantity }),
});

/** What a refused call is refused with. */
export const refusalOf = (call: Promise<unknown>): Promise<UpstreamError> =>
  call.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error: UpstreamError) => error,
  );

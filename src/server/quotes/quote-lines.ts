import { compatibility, goesWith, isAddOnPath, type Compatibility } from '../../catalog/add-on.ts';
import { quantityBounds } from '../../catalog/quantity-bounds.ts';
import { readRawItem } from '../../catalog/raw-item.ts';
import type { QuoteItem } from '../../contract/quote.ts';
import { nearestQuantity } from '../../core/offer/nearest-quantity.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { InitiateCheckout } from '../../limio/operations/checkout.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { HttpError } from '../http-error.ts';

/** Items of a page when one path is looked for: enough for a tenant that does not filter by path. */
const PAGE_SIZE = 200;

/** One line of a quote, settled. */
export interface QuoteLine {
  id: string;
  version: string;
  /** Left out where the quote names an id. */
  path?: string;
  isAddOn: boolean;
  quantity?: number;
  /** Left out where the quote names an id. */
  compatibility?: Compatibility;
}

type Limio = Pick<LimioClient, 'listOffers' | 'listAddOns'>;

/**
 * Settles the lines of a quote: what is named by its path is looked up in what Limio has published, whichever
 * channel it is sold through. Quantities outside what an offer allows are refused, as nobody would see them changed.
 *
 * @throws {HttpError} `offer_unavailable`, `offer_changed`, `bad_request`, naming the field
 * @throws {LimioError} `upstream_…`
 */
export async function quoteLines(
  items: readonly QuoteItem[],
  limio: Limio,
  call: RequestOptions,
): Promise<InitiateCheckout['order']['orderItems']> {
  const lines = await Promise.all(
    items.map((item, position) => settle(item, `items.${position}`, limio, call)),
  );
  return lines.map(({ id, version, isAddOn, quantity }, position) => {
    const parent = isAddOn ? parentOf(lines, position, items[position]!) : undefined;
    return {
      offer: { id, version },
      ...(quantity !== undefined && { quantity }),
      // Needed only where add-ons are mixed in, and then on every line.
      ...(lines.some((line) => line.isAddOn) && { type: isAddOn ? ('add_on' as const) : ('offer' as const) }),
      ...(parent && { parentId: parent.id }),
    };
  });
}

async function settle(
  item: QuoteItem,
  field: string,
  limio: Limio,
  call: RequestOptions,
): Promise<QuoteLine> {
  const { path, id, version, type, quantity } = item;
  if (path === undefined)
    return {
      id: id!,
      version: version!,
      isAddOn: type === 'add_on',
      ...(quantity !== undefined && { quantity }),
    };
  const found = await lookUp(path, limio, call);
  const { id: there, version: today, data } = readRawItem(found) ?? {};
  if (!there || !today)
    throw new HttpError('offer_unavailable', `Nothing is published at the path of ${field}.`, {
      fields: [`${field}.path`],
    });
  if (version !== undefined && version !== today)
    throw new HttpError('offer_changed', `What is published at the path of ${field} has another version.`, {
      fields: [`${field}.version`],
    });
  const { allow_multibuy__limio, default_quantity_options__limio } = data?.attributes ?? {};
  const bounds = quantityBounds(default_quantity_options__limio);
  if (
    allow_multibuy__limio === 'true' &&
    quantity !== undefined &&
    nearestQuantity(bounds, quantity) !== quantity
  )
    throw new HttpError(
      'bad_request',
      `The quantity of ${field} is not allowed: from ${bounds.min} to ${bounds.max} in steps of ${bounds.step}.`,
      { fields: [`${field}.quantity`] },
    );
  return {
    id: there,
    version: today,
    path,
    isAddOn: isAddOnPath(path),
    quantity: quantity ?? (default_quantity_options__limio ? bounds.initial : 1),
    compatibility: compatibility(found),
  };
}

/** The published item of a path, in Limio's raw shape. */
async function lookUp(path: string, limio: Limio, call: RequestOptions): Promise<unknown> {
  const list = isAddOnPath(path) ? limio.listAddOns : limio.listOffers;
  for await (const { items } of list({ path, pageSize: PAGE_SIZE }, call)) {
    const found = items.find((item) => (item as { path?: unknown } | null)?.path === path);
    if (found) return found;
  }
  return undefined;
}

/**
 * The offer an add-on belongs to. See assumption add-on-parent.
 *
 * @throws {HttpError} `bad_request` when the quote holds no such offer
 */
function parentOf(
  lines: readonly QuoteLine[],
  position: number,
  { parent }: QuoteItem,
): QuoteLine | undefined {
  const { compatibility: own } = lines[position]!;
  const offers = lines.filter(({ isAddOn }) => !isAddOn);
  const found =
    parent === undefined
      ? offers.find(({ compatibility: other }) => !own || !other || goesWith(own, other))
      : offers.find(({ id, path }) => parent === path || parent === id);
  if (found) return found;
  const field = `items.${position}.${parent === undefined ? 'path' : 'parent'}`;
  throw new HttpError('bad_request', `The quote holds no offer that the add-on of ${field} belongs to.`, {
    fields: [field],
  });
}

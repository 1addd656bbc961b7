import { compatibility, goesWith, isAddOnPath, type Compatibility } from '../../catalog/add-on.ts';
import { quantityBounds } from '../../catalog/quantity-bounds.ts';
import { readRawItem } from '../../catalog/raw-item.ts';
import type { QuoteItem } from '../../contract/quote.ts';
import { nearestQuantity } from '../../core/offer/nearest-quantity.ts';
import type { InitiateCheckout } from '../../limio/operations/checkout.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { HttpError } from '../http-error.ts';
import { publishedItems, type Lists, type PathOf } from './published-items.ts';

/** One line of a quote, settled. */
interface QuoteLine {
  id: string;
  version: string;
  path: string | undefined;
  isAddOn: boolean;
  quantity: number;
  compatibility: Compatibility;
}

/**
 * Settles the lines of a quote: each has to be published, whichever channel it is sold through, in the version that it
 * names. Quantities outside what an offer allows are refused, as nobody would see them changed.
 *
 * @throws {HttpError} `offer_unavailable`, `offer_changed`, `bad_request`, naming the field
 * @throws {LimioError} `upstream_…`
 */
export async function quoteLines(
  items: readonly QuoteItem[],
  limio: Lists,
  call: RequestOptions,
  pathOf?: PathOf,
): Promise<InitiateCheckout['order']['orderItems']> {
  const published = await publishedItems(items, limio, call, pathOf);
  const lines = items.map((item, position) => settle(item, `items.${position}`, published[position]));
  return lines.map(({ id, version, isAddOn, quantity }, position) => {
    const parent = isAddOn ? parentOf(lines, position, items[position]!) : undefined;
    return {
      offer: { id, version },
      quantity,
      // Needed only where add-ons are mixed in, and then on every line.
      ...(lines.some((line) => line.isAddOn) && { type: isAddOn ? ('add_on' as const) : ('offer' as const) }),
      ...(parent && { parentId: parent.id }),
    };
  });
}

function settle(item: QuoteItem, field: string, published: unknown): QuoteLine {
  const { path: named, version, quantity } = item;
  const { path, id, version: today, data } = readRawItem(published) ?? {};
  const [by, where] = named === undefined ? ['id', 'under the id'] : ['path', 'at the path'];
  if (!id || !today)
    throw new HttpError('offer_unavailable', `Nothing is published ${where} of ${field}.`, {
      fields: [`${field}.${by}`],
    });
  if (version !== undefined && version !== today)
    throw new HttpError('offer_changed', `What is published ${where} of ${field} has another version.`, {
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
    id,
    version: today,
    path,
    isAddOn: named === undefined ? item.type === 'add_on' : isAddOnPath(named),
    quantity: quantity ?? (default_quantity_options__limio ? bounds.initial : 1),
    compatibility: compatibility(published),
  };
}

/**
 * The offer an add-on belongs to. See assumption add-on-parent.
 *
 * @throws {HttpError} `bad_request` when the quote holds no such offer
 */
function parentOf(lines: readonly QuoteLine[], position: number, { path, parent }: QuoteItem): QuoteLine {
  const { compatibility: own } = lines[position]!;
  const offers = lines.filter(({ isAddOn }) => !isAddOn);
  const found =
    parent === undefined
      ? offers.find(({ compatibility: other }) => goesWith(own, other))
      : offers.find((line) => parent === line.path || parent === line.id);
  if (found) return found;
  const by = path === undefined ? 'id' : 'path';
  const field = `items.${position}.${parent === undefined ? by : 'parent'}`;
  throw new HttpError('bad_request', `The quote holds no offer that the add-on of ${field} belongs to.`, {
    fields: [field],
  });
}

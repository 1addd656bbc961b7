import type { PartnerUpdate } from '../../contract/partner.ts';
import { fieldsOf } from '../../core/read-fields.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { HttpError } from '../http-error.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';

/** Items of a page of what is published: few pages, as a partner's offers may be on any of them. */
const PAGE_SIZE = 1000;

/** A line of a basket, as far as Limio names it. */
type Line = Readonly<Record<string, unknown>>;

/**
 * Refuses to change or remove items that are not in the basket, or not any more: Limio would answer with a 502, as if it
 * were in trouble. Removing a line removes the lines that belong to it.
 *
 * @param lines those of the basket. Where Limio does not name each of them, nothing is refused.
 * @throws {HttpError} `bad_request`, naming the field
 */
export function checkItems(actions: PartnerUpdate['actions'], lines: readonly Line[] | undefined): void {
  if (!lines?.every(({ id }) => typeof id === 'string')) return;
  let left = lines;
  for (const [position, action] of actions.entries()) {
    if (action.action === 'add') continue;
    const { itemId } = action;
    if (!left.some(({ id }) => id === itemId)) {
      const field = `actions.${position}.itemId`;
      throw new HttpError('bad_request', `The basket has no item that ${field} names.`, { fields: [field] });
    }
    if (action.action === 'remove')
      left = left.filter(({ id, parentId }) => id !== itemId && parentId !== itemId);
  }
}

/**
 * Refuses offers and add-ons that are not published.
 *
 * @throws {HttpError} `offer_unavailable`, naming the field
 * @throws {LimioError} `upstream_…`
 */
export async function checkOffers(
  actions: PartnerUpdate['actions'],
  services: Services,
  context: RequestContext,
  call: RequestOptions,
): Promise<void> {
  const missing = new Map<string, number>();
  for (const [position, action] of actions.entries())
    if (action.action === 'add' && !missing.has(action.offerId)) missing.set(action.offerId, position);
  if (!missing.size) return;
  for await (const items of published(services, context, call)) {
    for (const item of items) missing.delete(fieldsOf(item)['id'] as string);
    if (!missing.size) return;
  }
  const fields = [...missing.values()].map((position) => `actions.${position}.offerId`);
  throw new HttpError('offer_unavailable', `Nothing is published that is named by ${fields.join(' and ')}.`, {
    fields,
  });
}

/** What is sold online, which is at hand; then all that is published, whichever channel it is sold through. */
async function* published(
  { limio, offers, addOns }: Services,
  context: RequestContext,
  call: RequestOptions,
): AsyncGenerator<readonly unknown[], void, void> {
  yield (await offers.get(context)).offers;
  yield (await addOns.get(context)).offers;
  for (const list of [limio.listOffers, limio.listAddOns])
    for await (const { items } of list({ pageSize: PAGE_SIZE }, call)) yield items;
}

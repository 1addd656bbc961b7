import { isoCountry } from '../../core/iso-country.ts';
import type { PartnerAnswer, PartnerRequest, PartnerUpdate } from '../../contract/partner.ts';
import { fieldsOf } from '../../core/read-fields.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { digest } from '../gate/digest.ts';
import { HttpError } from '../http-error.ts';
import { limioCall } from '../limio-call.ts';
import { knownPaths } from '../quotes/known-paths.ts';
import { quoteLines } from '../quotes/quote-lines.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { readKept } from '../state/read-kept.ts';
import { checkItems, checkOffers } from './check-actions.ts';

/** How long a basket can be changed, in milliseconds: a working day and more. */
const TTL_MS = 24 * 3_600_000;

/** How long a try is known, in milliseconds: as long as a repeated request is answered alike. */
const TRIED_MS = 10 * 60_000;

/** What is kept of a basket under an opaque id. The landing-state cookie is Limio's, and no caller ever sees it. */
interface Landing {
  /** Label of the key that made it. */
  clientKey: string;
  basketId: string;
  /** Empty where Limio has set none. See assumption partner-cookie. */
  cookie: string;
}

type Lines = readonly Record<string, unknown>[] | undefined;

/**
 * Makes a partner's basket, and asks what the partner may not sell of it.
 *
 * @param externalId the same one never makes two baskets.
 * @throws {LimioError} `offer_unavailable`, `offer_changed`, `bad_request`, naming the field; `upstream_…`
 */
export async function startPartnerCheckout(
  { items, customer = {}, country, tracking }: PartnerRequest,
  externalId: string,
  context: RequestContext,
  services: Services,
): Promise<PartnerAnswer> {
  const { limio, settings } = services;
  const call = limioCall(context);
  const { rules } = settings;
  const order = {
    orderItems: await quoteLines(items, limio, call, knownPaths(context, services)),
    external_id: externalId,
    country: isoCountry(country ?? customer.country ?? rules.country),
    ...(tracking && { tracking: tracking as Record<string, never> }),
    ...rules.customerFields(customer),
  };
  const { checkout, cookie } = await partnerOf(services).initiatePartnerCheckout({ order }, call);
  const id = crypto.randomUUID();
  const landing = { clientKey: context.clientKey, basketId: checkout.id, cookie };
  await context.state.set(keyOf(id), JSON.stringify(landing), TTL_MS);
  return answer(id, landing, checkout.order?.orderItems, context, services);
}

/**
 * Changes a partner's basket.
 *
 * @param seed the same for a repeated request, which changes nothing more.
 * @throws {LimioError} `bad_request`, `offer_unavailable`, naming the field, and then nothing has changed;
 *   `basket_unknown`, also for a basket of another caller; `state_unavailable`; `upstream_invalid` where Limio has set no
 *   landing-state cookie: initiate again with the same `externalId`
 */
export async function updatePartnerCheckout(
  id: string,
  { actions }: PartnerUpdate,
  seed: string,
  context: RequestContext,
  services: Services,
): Promise<PartnerAnswer> {
  const landing = await landingOf(id, context);
  const { cookie } = landing;
  if (!cookie) throw new LimioError('upstream_invalid', 'Limio has set no landing-state cookie.');
  const { lines } = await validated(landing, context, services);
  const before = JSON.stringify(lines?.map(lineOf) ?? []);
  const tried = `tried:${digest(seed)}`;
  const beforeTried = await context.state.get(tried);
  // An earlier try was made, and its answer lost: it can be seen by the lines.
  if (beforeTried !== undefined && beforeTried !== before)
    return answer(id, landing, undefined, context, services);
  checkItems(actions, lines);
  await checkOffers(actions, services, context, limioCall(context));
  await context.state.set(tried, before, TRIED_MS);
  const orderActions = actions.map(({ action, ...rest }) => ({
    orderItemActionType: action,
    ...('itemId' in rest ? { orderItemId: rest.itemId } : { offerId: rest.offerId }),
    ...('quantity' in rest && rest.quantity !== undefined && { quantity: rest.quantity }),
  }));
  const { order } = await orUnknownBasket(
    partnerOf(services).updatePartnerCheckout({ cookie, orderActions }, limioCall(context)),
  );
  return answer(id, landing, order?.orderItems, context, services);
}

/** Asks again what the partner may not sell. @throws {LimioError} `basket_unknown`, `state_unavailable` */
export const validatePartnerCheckout = async (
  id: string,
  context: RequestContext,
  services: Services,
): Promise<PartnerAnswer> => answer(id, await landingOf(id, context), undefined, context, services);

/** What a caller is told: whatever was done, nobody is sent on before Limio has said what is blocked. */
async function answer(
  id: string,
  landing: Landing,
  changed: Lines,
  context: RequestContext,
  services: Services,
): Promise<PartnerAnswer> {
  const { shop, rules } = services.settings;
  const { basketId } = landing;
  const { blockedProducts, lines } = await validated(landing, context, services);
  return {
    id,
    basketId,
    items: (changed ?? lines ?? []).map(lineOf),
    blockedProducts,
    // See assumption partner-link.
    ...(!blockedProducts.length && { url: `${shop}${rules.page ?? '/checkout'}?basket=${basketId}` }),
  };
}

/** What Limio says of a basket: what is blocked, and its lines where it names them. */
async function validated({ basketId }: Landing, context: RequestContext, services: Services) {
  const { invalid, checkout } = await orUnknownBasket(
    partnerOf(services).validatePartnerCheckout({ id: basketId }, limioCall(context)),
  );
  const lines = fieldsOf(checkout?.['order'])['orderItems'];
  return {
    blockedProducts: invalid.blockedProducts ?? [],
    lines: Array.isArray(lines) ? lines.map(fieldsOf) : undefined,
  };
}

const lineOf = ({ id, path, quantity }: Record<string, unknown>): PartnerAnswer['items'][number] => ({
  ...(typeof id === 'string' && { id }),
  ...(typeof path === 'string' && { path }),
  ...(typeof quantity === 'number' && { quantity }),
});

async function landingOf(id: string, { state, clientKey }: RequestContext): Promise<Landing> {
  const landing = await readKept<Landing>(state, keyOf(id));
  // Forged, foreign and expired ids are refused alike.
  if (landing?.clientKey !== clientKey) throw unknownBasket();
  return landing;
}

/** Tells the caller where Limio does not know the basket, or has given it an id or a cookie that it does not take itself. */
const orUnknownBasket = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (!(error instanceof LimioError)) throw error;
    if (error.code === 'basket_unknown') throw unknownBasket();
    // What the caller has sent was checked before.
    throw error.code === 'bad_request' ? new LimioError('upstream_invalid', error.message) : error;
  });

const unknownBasket = () => new HttpError('basket_unknown', 'There is no such basket of this caller.');

function partnerOf({ partner }: Services) {
  if (!partner) throw new LimioError('config', '`partner` has no credentials.');
  return partner;
}

const keyOf = (id: string): string => `landing:${digest(id)}`;

import type { PlanChangeAnswer, PlanChangeRequest, PlanChangeUpdate } from '../../contract/plan-change.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { SubscriptionCheckout } from '../../limio/operations/subscription.ts';
import { planChangeIdOf } from '../checkout/external-id.ts';
import { digest } from '../gate/digest.ts';
import { HttpError } from '../http-error.ts';
import { alterationsFor, quantityOf } from './alterations.ts';
import { addedPlan, answerOf, removedPlan, updatedLanding } from './answer.ts';
import { askAsCustomer, type PlanCall } from './ask-as-customer.ts';
import { knownOffers, type KnownOffers } from './known-offers.ts';
import { keepLanding, landingOf, type KnownOffer, type Landing } from './landing.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { KnownSubscription } from './subscriber.ts';

/** The page that was left, as a browser names it; anything that is no header is passed over. */
const REFERER = /^[\x21-\x7e]{1,2000}$/;

/**
 * Starts the change of a subscription.
 *
 * @throws {LimioError} `subscription_unknown`, also for a subscription of somebody else; `subscription_pending` with its
 *   date; `offer_unavailable`, `upstream_…`
 */
export async function startPlanChange(
  { attemptId, subscription, plan, recaptcha = '' }: PlanChangeRequest,
  call: PlanCall,
): Promise<PlanChangeAnswer> {
  const { request, subscriber, context, services } = call;
  const theirs = subscriber.subscriptions.get(subscription);
  if (!theirs) throw new HttpError('subscription_unknown', 'The customer has no such subscription.');
  const catalogue = knownOffers(context, services);
  if (plan && !held(theirs, await catalogue).some(({ id }) => id === plan))
    throw new HttpError('offer_unavailable', 'The subscription has no such plan.', { fields: ['plan'] });
  const referer = request.headers.get('referer') ?? '';
  const input = {
    recaptcha,
    ...(context.address && { forwardedFor: context.address }),
    ...(REFERER.test(referer) && { referer }),
    order: {
      // Of the customer, too: an id that two of them choose must not lead the one into the basket of the other.
      external_id: planChangeIdOf(JSON.stringify([subscriber.owner, subscription, attemptId])),
      forSubscription: { id: subscription },
      ...(plan && { forSubscriptionOffer: { offerId: plan } }),
    },
  };
  const { checkout, cookie } = await askAsCustomer(call, (options) =>
    services.limio.startSubscriptionCheckout(input, options),
  );
  const basketId = checkout.order?.checkoutId;
  if (!cookie || !basketId)
    throw new LimioError('upstream_invalid', 'Limio has set no landing-state cookie, or named no basket.');
  const landing: Landing = {
    owner: subscriber.owner,
    subscription,
    basketId,
    cookie,
    quantity: theirs.quantity,
    upgrades: [],
    downgrades: [],
    addOns: [],
  };
  return settle(crypto.randomUUID(), landing, checkout, await catalogue, call);
}

/** Reads a change. @throws {LimioError} `basket_unknown`, `state_unavailable`, `subscription_pending`, `upstream_…` */
export async function readPlanChange(id: string, call: PlanCall): Promise<PlanChangeAnswer> {
  const { subscriber, context, services } = call;
  const landing = await landingOf(context.state, id, subscriber);
  const [checkout, known] = await Promise.all([currentState(landing, call), knownOffers(context, services)]);
  return settle(id, landing, checkout, known, call);
}

/**
 * Alters a change, one request at a time, as Limio takes one added plan. Asks Limio first how it stands, so that a
 * repeated request does no harm, whatever became of the first one.
 *
 * @throws {LimioError} `basket_unknown`, `state_unavailable`, `offer_unavailable`, `change_refused`,
 *   `subscription_pending`, `upstream_…`
 */
export async function alterPlanChange(
  id: string,
  update: PlanChangeUpdate,
  call: PlanCall,
): Promise<PlanChangeAnswer> {
  const { subscriber, context } = call;
  // Nobody holds up a change that is not theirs.
  await landingOf(context.state, id, subscriber);
  return oneAtATime(`altering:${digest(id)}`, context, () => alterInTurn(id, update, call));
}

async function alterInTurn(id: string, update: PlanChangeUpdate, call: PlanCall): Promise<PlanChangeAnswer> {
  const { subscriber, context, services } = call;
  const landing = await landingOf(context.state, id, subscriber);
  const [before, known] = await Promise.all([currentState(landing, call), knownOffers(context, services)]);
  let now = updatedLanding(landing, before, known);
  let checkout = await altered(update, now, before, call);
  now = updatedLanding(now, checkout, known);
  // How many there are Limio tells only with the first plan that is added.
  const [added, removed] = [addedPlan(checkout), removedPlan(checkout)];
  const offer = [...now.upgrades, ...now.downgrades].find((each) => each.id === added?.offerId);
  const isToldFirst = landing.quantity === undefined && update.quantity === undefined && removed && offer;
  if (isToldFirst && added?.quantity !== quantityOf(offer, undefined, now))
    checkout = await altered({ ...update, offer: offer.id }, now, checkout, call);
  return settle(id, now, checkout, known, call);
}

async function altered(
  update: PlanChangeUpdate,
  landing: Landing,
  checkout: SubscriptionCheckout,
  call: PlanCall,
): Promise<SubscriptionCheckout> {
  const orderItems = alterationsFor(update, landing, checkout);
  if (!orderItems.length) return checkout;
  const { cookie, subscription } = landing;
  const input = {
    recaptcha: update.recaptcha ?? '',
    cookie,
    order: { forSubscription: { id: subscription }, orderItems },
  };
  return askAsCustomer(call, (options) => call.services.limio.updateSubscriptionCheckout(input, options));
}

const currentState = ({ cookie }: Landing, call: PlanCall): Promise<SubscriptionCheckout> =>
  askAsCustomer(call, (options) => call.services.limio.getSubscriptionCheckout({ cookie }, options));

async function settle(
  id: string,
  before: Landing,
  checkout: SubscriptionCheckout,
  known: KnownOffers,
  { subscriber, context, services: { settings } }: PlanCall,
): Promise<PlanChangeAnswer> {
  const landing = updatedLanding(before, checkout, known);
  await keepLanding(context.state, id, landing);
  // See assumption plan-link.
  const link = (page = settings.updatePage ?? '/update') =>
    `${settings.shop}/${page.replace(/^\//, '')}?basket=${encodeURIComponent(landing.basketId)}`;
  const theirs = subscriber.subscriptions.get(landing.subscription) ?? {};
  return answerOf(id, landing, checkout, known, { held: held(theirs, known), link });
}

const held = ({ plans = [] }: KnownSubscription, known: KnownOffers): KnownOffer[] =>
  plans.flatMap((path) => known.byPath(path) ?? []);

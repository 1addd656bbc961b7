import type { AgentOrder, OpenedCheckout, OverLimit } from '../../agent/agent-shop.ts';
import { shownName } from '../../agent/shown-name.ts';
import { checkoutRequest, type CheckoutRequest } from '../../contract/checkout.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { purchaseLink } from '../../core/link/purchase-link.ts';
import { abortable } from '../../core/with-timeout.ts';
import { idempotent } from '../checkout/idempotent.ts';
import { makeBasket } from '../checkout/open-checkout.ts';
import { mailbox } from '../gate/mailbox.ts';
import { digest } from '../gate/digest.ts';
import { identify } from '../gate/identify.ts';
import type { Identity } from '../gate/identity.ts';
import { HttpError } from '../http-error.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { keepCheckout } from './checkout-state.ts';
import { keepShortLink } from './short-links.ts';
import { overLimit } from './spending.ts';

/** How long the same order for the same buyer is one order, in milliseconds: models repeat what they have done. */
const SAME_ORDER_MS = 10 * 60_000;

/**
 * Opens a checkout for an agent. The signed link stays here: what the agent gets is a short link that only a
 * person's navigation opens.
 *
 * @throws {LimioError} `bad_request` naming the detail, `rate_limited`, `context_invalid`, `upstream_…`
 */
export async function openForAgent(
  order: AgentOrder,
  request: Request,
  context: RequestContext,
  services: Services,
): Promise<OpenedCheckout | OverLimit> {
  const { clientKey, state, deadline, logFields } = context;
  const who = await identify(request, order.context, services).catch(inWordsForModels);
  logFields.isIdentified = Object.keys(who).length > 0;
  const asked = nameOf(order, who, clientKey, services.settings.now());
  // Keyed: whoever guesses what is asked for a buyer must not get at the basket by asking for it as a page.
  const body = checkoutRequestOf(order, digest(asked, await services.secret()));
  logFields.items = body.items.length;
  const work = () => openNew(order, body, who, context, services);
  const done = idempotent(state, { key: body.attemptId, request: asked, deadline }, work);
  context.waitUntil(done);
  const opened = await abortable(done, deadline.signal).catch(inWordsForModels);
  const promo = 'promo' in opened ? opened.promo : undefined;
  if (promo === 'applied' || promo === 'refused') logFields.promo = promo;
  return opened;
}

/** Names an order: the same for the same order of the same buyer within a while. */
function nameOf(order: AgentOrder, who: Identity, clientKey: string, now: number): string {
  const window = Math.floor(now / SAME_ORDER_MS);
  const offers = order.offers.map(({ path }) => path);
  // Two buyers who are not named may ask for the same: neither may land in the basket of the other.
  const isNamed = order.email !== undefined || order.context !== undefined;
  return JSON.stringify([clientKey, window, { ...order, offers }, who, isNamed || crypto.randomUUID()]);
}

/** Opens the checkout of an order that has not been asked for before, within the limits of whoever asks. */
async function openNew(
  order: AgentOrder,
  body: CheckoutRequest,
  who: Identity,
  context: RequestContext,
  services: Services,
): Promise<OpenedCheckout | OverLimit> {
  const { settings, checkLimit } = services;
  const { rules, now } = settings;
  const { state } = context;
  const { page, validHours, offers } = order;
  const tooMuch = await overLimit(order, context);
  if (tooMuch) return tooMuch;
  const { email } = body.customer ?? {};
  if (email) await checkLimit(state, 'email', mailbox(email));
  await checkLimit(state, 'all', '*');
  // What was asked for here wins over what is usual.
  const own = {
    ...rules,
    ...(page && { page }),
    ...(validHours && { expiresAfter: { hours: validHours } }),
  };
  const ownServices = { ...services, settings: { ...settings, rules: own } };
  const { answer, basketId } = await makeBasket(body, who, context, ownServices);
  const { url, promo } = answer;
  const expiresAt = Date.parse(answer.expiresAt);
  const paths = offers.map(({ path }) => path);
  const link = { shop: settings.shop, page: own.page, offers: paths, promoCode: order.promoCode };
  const names = offers.map(shownName).join(', ');
  const [code, checkoutId] = await Promise.all([
    keepShortLink({ url, expiresAt, fallback: purchaseLink(link), names }, state, now()),
    keepCheckout({ basketId, madeAt: now(), expiresAt }, state),
  ]);
  return {
    url: `${settings.agents!.publicUrl}/go/${code}`,
    checkoutId,
    expiresAt: answer.expiresAt,
    ...(promo && { promo: promo === 'unknown' ? 'unconfirmed' : promo }),
  };
}

/** @throws {HttpError} `bad_request`, in words for a model that name what is wrong, never its value */
function checkoutRequestOf(order: AgentOrder, attemptId: string): CheckoutRequest {
  const { offers, quantity, country, promoCode, email, firstName, lastName, company } = order;
  const given = { email, firstName, lastName, company };
  const customer = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { success, data, error } = checkoutRequest.safeParse({
    attemptId,
    items: offers.map(({ path }) => ({ path, ...(quantity && { quantity }) })),
    ...(Object.keys(customer).length && { customer }),
    ...(country && { country }),
    ...(promoCode && { promoCode: promoCode.toUpperCase() }),
  });
  if (success) return data;
  const fields = [...new Set(error.issues.map(({ path }) => String(path.at(-1))))].join(', ');
  throw new HttpError(
    'bad_request',
    `This cannot be used as given: ${fields}. Ask the buyer again, or leave it out.`,
  );
}

/** What a model can do where it is refused; the words of an error are for whoever runs the backend. */
const WAYS_OUT = {
  rate_limited: 'Too many checkouts for now. Use make_purchase_link, or wait a minute.',
  context_invalid:
    'This `context` is not valid here. Leave it out, or pass on unchanged the one your platform gives you now.',
} as const;

function inWordsForModels(error: unknown): never {
  const code = error instanceof LimioError ? error.code : '';
  if (code in WAYS_OUT)
    throw new HttpError(code as keyof typeof WAYS_OUT, WAYS_OUT[code as keyof typeof WAYS_OUT]);
  throw error;
}

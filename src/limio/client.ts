import type * as z from 'zod/mini';
import { abandonedPages, type AbandonedPage, type ReadAbandoned } from './operations/abandoned-pages.ts';
import * as basket from './operations/basket.ts';
import { cataloguePages } from './operations/catalogue-pages.ts';
import * as catalogue from './operations/catalogue.ts';
import * as checkout from './operations/checkout.ts';
import type { Operation } from './operations/operation.ts';
import * as partner from './operations/partner.ts';
import * as subscription from './operations/subscription.ts';
import { transport, type RequestOptions, type LimioHealth } from './transport/transport.ts';
import type { LimioClientOptions } from './client-options.ts';

type Input<O> = O extends Operation<infer In, z.ZodMiniType> ? z.input<In> : never;
type Reply<O> = O extends Operation<z.ZodMiniType, infer Out> ? z.output<Out> : never;
/** One operation: what is sent, and within which limits, to what Limio replies. */
export type OperationMethod<O> = (input: Input<O>, options?: RequestOptions) => Promise<Reply<O>>;

/**
 * Limio's Commerce API, typed in and out. Every operation takes what is sent and {@link RequestOptions}, its signal
 * and deadline, and throws a `LimioError` from the closed list:
 *
 * - `bad_request`: the input does not have the documented shape; nothing was sent
 * - `credentials_refused`, `upstream_rejected`: Limio refused the token, or the request
 * - `upstream_timeout`, `upstream_unavailable`, `upstream_invalid`
 * - `cancelled`: the signal said so
 * - and the operation's own refusals, named below
 *
 * Where Limio replied with a status, the error is an `UpstreamError`, with the status and Limio's reason.
 */
export interface LimioClient {
  /** Makes a pre-filled basket and a signed link to it. Sent at most twice, with the same `external_id`. */
  initiateCheckout: OperationMethod<typeof checkout.initiateCheckout>;
  /**
   * Starts a renewal. Refusals: `subscription_unknown`, also where the details to verify are other ones;
   * `subscription_pending`, `change_refused`.
   */
  renewCheckout: OperationMethod<typeof checkout.renewCheckout>;
  /** Applies a promo code. Refusals: `promo_refused`, `basket_unknown`. */
  applyPromoCode: OperationMethod<typeof checkout.applyPromoCode>;
  /** Changes the basket behind a landing-state cookie. Refusal: `basket_unknown`. */
  updateBasket: OperationMethod<typeof basket.updateBasket>;
  /** Pages of baskets since an instant, or since a checkpoint. */
  abandonedBaskets(input: ReadAbandoned, options?: RequestOptions): AsyncGenerator<AbandonedPage, void, void>;
  /** Reads the change of a subscription. Refusals: `basket_unknown`, `subscription_pending`. */
  getSubscriptionCheckout: OperationMethod<typeof subscription.getSubscriptionCheckout>;
  /**
   * Starts the change of a subscription. Refusals: `subscription_unknown`, `subscription_pending`, whose `until`
   * is the date Limio wrote, `one_offer_only`, `change_refused`.
   * @returns the checkout and the landing-state cookie the next operations ask for.
   */
  startSubscriptionCheckout(
    input: subscription.StartSubscriptionCheckout,
    options?: RequestOptions,
  ): Promise<{ checkout: subscription.SubscriptionCheckout; cookie: string }>;
  /** Alters the change. Refusals: `basket_unknown`, `subscription_pending`, `one_offer_only`, `change_refused`. */
  updateSubscriptionCheckout: OperationMethod<typeof subscription.updateSubscriptionCheckout>;
  /** @returns the basket and, where Limio sets one, the cookie that {@link LimioClient.updatePartnerCheckout} asks for. */
  initiatePartnerCheckout(
    input: partner.InitiatePartnerCheckout,
    options?: RequestOptions,
  ): Promise<{ checkout: partner.InitiatedPartnerCheckout; cookie: string }>;
  /** Changes a partner's basket. Refusal: `basket_unknown`. */
  updatePartnerCheckout: OperationMethod<typeof partner.updatePartnerCheckout>;
  /** Says which products the partner may not sell. Refusal: `basket_unknown`. */
  validatePartnerCheckout: OperationMethod<typeof partner.validatePartnerCheckout>;
  /** Pages of published offers in Limio's raw shape; each page's `more` starts the next one. */
  listOffers(
    input: catalogue.ListItems,
    options?: RequestOptions,
  ): AsyncGenerator<catalogue.CataloguePage, void, void>;
  /** Pages of published add-ons. */
  listAddOns(
    input: catalogue.ListItems,
    options?: RequestOptions,
  ): AsyncGenerator<catalogue.CataloguePage, void, void>;
  /** Gets a token if there is none, so that a wrong secret is known before the first customer comes. */
  authorize(options: RequestOptions): Promise<void>;
  /** How the token and the operations are doing; asks Limio nothing. */
  health(): LimioHealth;
}

/**
 * Makes a client for one tenant. Keep it: it holds the token and the breakers.
 *
 * @throws {LimioError} `config` when `tenant` is not an https host
 * @see https://docs.limio.com/developers/api-documentation/authentication-overview
 *
 * @example
 * const limio = limioClient({ tenant: 'acme.prod.limio.com', credentials: () => ({ clientId, clientSecret }) });
 * const { recoveryLink } = await limio.initiateCheckout({ order }, { signal: AbortSignal.timeout(2500) });
 */
export function limioClient(setup: LimioClientOptions): LimioClient {
  const { send, authorize, health } = transport(setup);
  const call =
    <In extends z.ZodMiniType, Out extends z.ZodMiniType>(operation: Operation<In, Out>) =>
    async (input: z.input<In>, options?: RequestOptions): Promise<z.output<Out>> =>
      (await send(operation, input, options)).body;
  return {
    initiateCheckout: call(checkout.initiateCheckout),
    renewCheckout: call(checkout.renewCheckout),
    applyPromoCode: call(checkout.applyPromoCode),
    updateBasket: call(basket.updateBasket),
    abandonedBaskets: abandonedPages(call(basket.abandonedBaskets), setup.now),
    getSubscriptionCheckout: call(subscription.getSubscriptionCheckout),
    startSubscriptionCheckout: async (input, options) => {
      const { body, cookie } = await send(subscription.startSubscriptionCheckout, input, options);
      return { checkout: body, cookie };
    },
    updateSubscriptionCheckout: call(subscription.updateSubscriptionCheckout),
    initiatePartnerCheckout: async (input, options) => {
      const { body, cookie } = await send(partner.initiatePartnerCheckout, input, options);
      return { checkout: body, cookie };
    },
    updatePartnerCheckout: call(partner.updatePartnerCheckout),
    validatePartnerCheckout: call(partner.validatePartnerCheckout),
    listOffers: cataloguePages(call(catalogue.listOffers)),
    listAddOns: cataloguePages(call(catalogue.listAddOns)),
    authorize,
    health,
  };
}

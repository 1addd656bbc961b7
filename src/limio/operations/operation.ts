import type * as z from 'zod/mini';
import type { LimioErrorCode } from '../../core/errors/limio-error.ts';

/** Names of the operations, as in the OpenAPI document where it knows them. */
export type OperationName =
  | 'initiateCheckout'
  | 'renewCheckout'
  | 'applyPromoCode'
  | 'updateBasket'
  | 'abandonedBaskets'
  | 'getSubscriptionCheckout'
  | 'startSubscriptionCheckout'
  | 'updateSubscriptionCheckout'
  | 'initiatePartnerCheckout'
  | 'updatePartnerCheckout'
  | 'validatePartnerCheckout'
  | 'listOffers'
  | 'listAddOns';

/** What goes over the wire, apart from the token. */
export interface Outgoing {
  /** Below `/api`, starting with a slash. */
  path: string;
  /** Undefined values are left out; the rest is percent-encoded. */
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string | undefined>;
  /** Sent as JSON; left out: no body. */
  body?: unknown;
}

/** A reply with a status of 400 or above. */
export interface UpstreamReply {
  status: number;
  /** What Limio wrote about it, in its own words. */
  reason?: string | undefined;
}

/** One operation of the Commerce API as data: what it takes, sends, gives back, and what its refusals mean. */
export interface Operation<In extends z.ZodMiniType, Out extends z.ZodMiniType> {
  name: OperationName;
  method: 'GET' | 'POST' | 'PUT';
  /** Strict: what is not documented is not sent. */
  input: In;
  /** Loose: what is not documented is kept. */
  reply: Out;
  outgoing(input: z.output<In>): Outgoing;
  /**
   * What a status of 400 or above means here. Left out or `undefined`: 401 is `credentials_refused`, 429 and from
   * 500 on `upstream_unavailable`, any other one `upstream_rejected`.
   */
  refusal?(reply: UpstreamReply, input: z.output<In>): LimioErrorCode | undefined;
  /** Whether doing it twice does no harm, so that one retry may help. */
  isRepeatable?: boolean;
}

/** Whether a status says that what was asked is not to be had, as it stands. Documented is 400 alone. */
export const isRefused = (status: number): boolean => [400, 409, 410, 422].includes(status);

/** Keeps the types of an operation's schemas while checking its shape. */
export const operation = <In extends z.ZodMiniType, Out extends z.ZodMiniType>(
  definition: Operation<In, Out>,
): Operation<In, Out> => definition;

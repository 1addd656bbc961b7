import type { LimioError } from '../../core/errors/limio-error.ts';
import { shopOrigin } from '../../core/link/shop.ts';
import { pause } from '../../core/with-timeout.ts';
import type { LimioClient } from '../../limio/client.ts';
import { basketEvent, type BasketEvent, type BasketEventType, type BasketRules } from './basket-event.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { isRefusedDelivery, type Deliver } from './signed-webhook.ts';

/** Which baskets are told, to whom, and where it is kept how far that got. */
export interface TellBasketsOptions {
  limio: Pick<LimioClient, 'abandonedBaskets'>;
  /** https origin of the shop, for the links. */
  shop: string;
  /** ISO 8601 instant from which on baskets are told, as long as there is no checkpoint. */
  since: string;
  checkpoint: CheckpointStore;
  /** Tells one event. What it throws ends the round, and the event comes again, but for `delivery_refused`. */
  deliver: Deliver;
  /** Keeps an event whose delivery was refused. Left out: it comes again. */
  deadLetter?: (event: BasketEvent, error: LimioError) => Promise<void>;
  /** Milliseconds after which a basket counts as abandoned. Default 3,600,000: an hour. */
  idle?: number;
  /** What is told. Default: everything. */
  types?: readonly BasketEventType[];
  /** Tells baskets without an e-mail address, too. Quotes and renewals need none. Default false. */
  withoutEmail?: boolean;
  /** What a backend has made a basket as, whatever its `external_id`: `kindIn(state)`. Default: what its `tracking` says. */
  kindOf?: BasketRules['kindOf'];
  /** Whether a basket with this `external_id` is a quote. Default: those that `limio-offers` has made. */
  isQuote?: BasketRules['isQuote'];
  /** Whether a basket with this `external_id` is a renewal. Default: those that `limio-offers` has started. */
  isRenewal?: BasketRules['isRenewal'];
  /** Whether Limio has told already that a basket was bought: `boughtIn(state)`. Default: what its list says. */
  isBought?: (basketId: string) => Promise<boolean>;
  /** Baskets per page, 1 to 200. Default 50. */
  pageSize?: number;
  /** Most pages a minute that are asked for. Default 60, as Limio documents no limit. */
  pagesPerMinute?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Resolves after so many milliseconds, or rejects with the signal's reason. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** What one round came to. */
export interface Round {
  /** Another reader had the checkpoint, so nothing was read. */
  isStandby: boolean;
  told: number;
  /** Not told: without an e-mail address, or of a type that was not asked for. */
  passedOver: number;
  /** Refused by the receiver, and kept as dead letters. */
  undeliverable: number;
}

/**
 * Tells the baskets that have become old enough since the last round, one after the other, and keeps how far it got
 * after each page. Every basket is told at least once, whenever it ends; what was told of a page that was not kept is
 * told again, with the same id.
 *
 * @param already ids of events told before by this process, which are not told again.
 * @throws {LimioError} `checkpoint_failed`, what the client throws, and what `deliver` and `deadLetter` throw
 *
 * @example
 * const { told } = await tellBaskets({ limio, shop, since, checkpoint, deliver }, AbortSignal.timeout(60_000));
 */
export async function tellBaskets(
  options: TellBasketsOptions,
  signal: AbortSignal,
  already: { has(id: string): boolean; add(id: string): unknown } = new Set<string>(),
): Promise<Round> {
  const { limio, checkpoint: store, since, idle = 3_600_000, pageSize = 50, pagesPerMinute = 60 } = options;
  const { deliver, deadLetter, types, withoutEmail, now = Date.now, sleep = pause } = options;
  const { kindOf, isQuote, isRenewal } = options;
  const rules: BasketRules = { shop: shopOrigin(options.shop), idle, kindOf, isQuote, isRenewal };
  const round: Round = { isStandby: false, told: 0, passedOver: 0, undeliverable: 0 };

  async function tell(event: BasketEvent): Promise<void> {
    if (already.has(event.id)) return;
    try {
      await deliver(event, signal);
      round.told++;
    } catch (error) {
      if (!isRefusedDelivery(error) || !deadLetter) throw error;
      await deadLetter(event, error);
      round.undeliverable++;
    }
    already.add(event.id);
  }

  const isWanted = ({ type, data }: BasketEvent) =>
    (types?.includes(type) ?? true) &&
    (withoutEmail || !type.startsWith('basket.') || !!data.customerDetails?.email);

  const release = store.claim ? await store.claim() : async () => {};
  if (!release) return { ...round, isStandby: true };
  try {
    // What was left in the middle of a list first; then what has become old enough since.
    for (let isUnfinished = true; isUnfinished;) {
      const from = await store.load();
      isUnfinished = from?.until !== undefined;
      const until = new Date(now() - idle).toISOString();
      const pages = limio.abandonedBaskets({ since: from ?? since, until, limit: pageSize }, { signal });
      for await (const { items, checkpoint } of pages) {
        for (const basket of items) {
          signal.throwIfAborted();
          const isBought = !basket.completed && !!basket.id && (await options.isBought?.(basket.id));
          const event = await basketEvent({ ...basket, ...(isBought && { completed: true }) }, rules);
          if (isWanted(event)) await tell(event);
          else round.passedOver++;
        }
        await store.save(checkpoint);
        if (checkpoint.queryMore) await sleep(60_000 / pagesPerMinute, signal);
      }
    }
    return round;
  } finally {
    await release();
  }
}

import { LimioError } from '../../core/errors/limio-error.ts';
import { abortable } from '../../core/with-timeout.ts';
import type { Token } from './request-token.ts';

/** A request for a token takes less than this, in milliseconds. One that is older was stopped by the runtime. */
const MAX_FLIGHT_MS = 6000;

/** First and longest wait after a failed request for a token, in milliseconds. */
const BACK_OFF_MS = { first: 250, max: 5000 };

/** Hands out a token that should work. */
export interface TokenSource {
  /** @param waitUntil keeps the runtime alive for a request that others may wait for, too. */
  get(signal: AbortSignal, waitUntil?: (work: Promise<unknown>) => void): Promise<string>;
  /** Says that Limio refused a token, so that it is not handed out again. */
  invalidate(value: string): void;
  /** Milliseconds for which the token at hand is still good; `undefined` without one. */
  goodFor(): number | undefined;
}

/**
 * Keeps one token: fetched once however many ask for it, renewed early while the old one still serves, and
 * fetched anew, once, after a refusal. A failure is not kept, but the next request waits a little.
 *
 * @param obtain fetches a token; `isUsable` tells a fresh one from one that was refused or is about to expire.
 */
export function tokenSource(
  obtain: (isUsable: (token: Token) => boolean) => Promise<Token>,
  { now, random }: { now: () => number; random: () => number },
): TokenSource {
  let current: Token | undefined;
  let refused: string | undefined;
  let inFlight: { token: Promise<Token>; startedAt: number } | undefined;
  let generation = 0;
  let failures = 0;
  let failure: LimioError | undefined;
  let retryNotBefore = 0;

  const isUsable = (token: Token) => token.value !== refused && now() < token.refreshAt;

  function startFetch(waitUntil: (work: Promise<unknown>) => void): Promise<Token> {
    const started = generation;
    // A request sent before a refusal may bring the very token that was refused; its outcome is not kept.
    const isCurrent = () => started === generation;
    const fetching = obtain(isUsable)
      .then(
        (token) => {
          if (isCurrent()) [current, failures] = [token, 0];
          return token;
        },
        (error: LimioError) => {
          if (isCurrent()) {
            failure = error;
            const wait = Math.min(BACK_OFF_MS.first * 2 ** failures++, BACK_OFF_MS.max);
            retryNotBefore = now() + wait * (0.5 + random() / 2);
          }
          throw error;
        },
      )
      .finally(() => inFlight?.token === fetching && (inFlight = undefined));
    // Everybody who waited may have given up; a rejection that nobody handles would crash the backend.
    waitUntil(fetching.catch(() => {}));
    inFlight = { token: fetching, startedAt: performance.now() };
    return fetching;
  }

  const running = () =>
    inFlight && performance.now() - inFlight.startedAt < MAX_FLIGHT_MS ? inFlight.token : undefined;

  return {
    async get(signal, waitUntil = () => {}) {
      const at = now();
      // Longer than the longest wait is a clock that was set back.
      const wait = retryNotBefore - at;
      const isBackingOff = !running() && wait > 0 && wait <= BACK_OFF_MS.max;
      if (current && at < current.expiresAt) {
        if (at >= current.refreshAt && !running() && !isBackingOff) startFetch(waitUntil);
        return current.value;
      }
      if (failure && isBackingOff) throw new LimioError(failure.code, failure.message);
      return (await abortable(running() ?? startFetch(waitUntil), signal)).value;
    },
    invalidate(value) {
      // Another call may have reported the same refusal before.
      if (current?.value !== value) return;
      generation++;
      refused = value;
      current = undefined;
      inFlight = undefined;
    },
    goodFor: () => (current && current.expiresAt > now() ? current.expiresAt - now() : undefined),
  };
}

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
  const failures = backOff(now, random);

  const isUsable = (token: Token) => token.value !== refused && now() < token.refreshAt;

  function startFetch(waitUntil: (work: Promise<unknown>) => void): Promise<Token> {
    const started = generation;
    // A request sent before a refusal may bring the very token that was refused; its outcome is not kept.
    const isCurrent = () => started === generation;
    const fetching = obtain(isUsable)
      .then(
        (token) => {
          if (isCurrent()) {
            current = token;
            failures.clear();
          }
          return token;
        },
        (error: LimioError) => {
          if (isCurrent()) failures.add(error);
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
      const failure = failures.recent();
      if (current && now() < current.expiresAt) {
        if (now() >= current.refreshAt && !running() && !failure) startFetch(waitUntil);
        return current.value;
      }
      if (failure && !running()) throw new LimioError(failure.code, failure.message);
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

/** Keeps failures in a row: after each, longer and longer, nobody asks again. */
function backOff(now: () => number, random: () => number) {
  let count = 0;
  let failure: LimioError | undefined;
  let notBefore = 0;
  return {
    add(error: LimioError): void {
      failure = error;
      const wait = Math.min(BACK_OFF_MS.first * 2 ** count++, BACK_OFF_MS.max);
      notBefore = now() + wait * (0.5 + random() / 2);
    },
    clear(): void {
      count = 0;
      failure = undefined;
    },
    /** The last failure, while it is too early to ask again. */
    recent(): LimioError | undefined {
      const wait = notBefore - now();
      // Longer than the longest wait is a clock that was set back.
      return wait > 0 && wait <= BACK_OFF_MS.max ? failure : undefined;
    },
  };
}

import { LimioError } from '../../core/errors.ts';
import { abortable } from '../transport/deadline.ts';
import type { Token } from './request-token.ts';

/** First and longest wait after a failed request for a token, in milliseconds. */
const BACK_OFF = { first: 250, max: 5000 };

/** Hands out a token that should work. */
export interface TokenSource {
  get(signal: AbortSignal): Promise<string>;
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
  let flight: Promise<Token> | undefined;
  let generation = 0;
  let failures = 0;
  let failure: LimioError | undefined;
  let retryNotBefore = 0;

  const isUsable = (token: Token) => token.value !== refused && now() < token.refreshAt;

  function depart(): Promise<Token> {
    const started = generation;
    // What set out before a refusal may come back with the very token that was refused.
    const ifStillWanted = (land: () => void) => started === generation && land();
    const mine = obtain(isUsable)
      .then(
        (token) => {
          ifStillWanted(() => ([current, failures] = [token, 0]));
          return token;
        },
        (error: LimioError) => {
          ifStillWanted(() => {
            failure = error;
            const wait = Math.min(BACK_OFF.first * 2 ** failures++, BACK_OFF.max);
            retryNotBefore = now() + wait * (0.5 + random() / 2);
          });
          throw error;
        },
      )
      .finally(() => flight === mine && (flight = undefined));
    // Nobody may be waiting for it any more.
    mine.catch(() => {});
    return (flight = mine);
  }

  return {
    async get(signal) {
      const at = now();
      const isResting = !flight && at < retryNotBefore;
      if (current && at < current.expiresAt) {
        if (at >= current.refreshAt && !flight && !isResting) depart();
        return current.value;
      }
      if (failure && isResting) throw new LimioError(failure.code, failure.message);
      return (await abortable(flight ?? depart(), signal)).value;
    },
    invalidate(value) {
      // Another call may have seen to it already.
      if (current?.value !== value) return;
      generation++;
      refused = value;
      current = undefined;
      flight = undefined;
    },
    goodFor: () => (current && current.expiresAt > now() ? current.expiresAt - now() : undefined),
  };
}

import { digest } from '../gate/digest.ts';
import type { BackendState } from '../state/state.ts';
import { newShortCode } from './short-code.ts';

/** How much longer than its checkout a short link is known, in milliseconds: it then leads to the purchase link. */
const KNOWN_AFTERWARDS_MS = 30 * 86_400_000;

/** What a short link stands for. */
export interface ShortLink {
  /** Signed link; for a person's browser alone. */
  url: string;
  /** Milliseconds since 1970 at which the checkout is over. */
  expiresAt: number;
  /** Purchase link of the same offers. */
  fallback: string;
  /** What is sold, in plain text. */
  names: string;
}

/** The code is a secret, as it opens the checkout, so only its digest is kept. */
const keyOf = (code: string): string => `go:${digest(code)}`;

/** Keeps a link and gives the code that stands for it. */
export async function keepShortLink(link: ShortLink, state: BackendState, now: number): Promise<string> {
  const code = newShortCode();
  await state.set(keyOf(code), JSON.stringify(link), link.expiresAt - now + KNOWN_AFTERWARDS_MS);
  return code;
}

/** The link that a code stands for; `undefined` where there is none, or none any more. */
export async function findShortLink(code: string, state: BackendState): Promise<ShortLink | undefined> {
  const text = await state.get(keyOf(code));
  return text === undefined ? undefined : (JSON.parse(text) as ShortLink);
}

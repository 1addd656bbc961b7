/** Crockford's alphabet: no letter that is taken for a digit, none that chats take for markup. https://www.crockford.com/base32.html */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random signs: 130 bits, which nobody guesses. */
const LENGTH = 26;

/** A prime below 32 × 32, so that two signs hold the remainder, and no slip of one sign keeps it. */
const PRIME = 1021;

/** A code for a short link: 26 random signs and two that check them. Capitals do not matter. */
export function newShortCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  const random = [...bytes].map((byte) => SIGNS[byte % 32]).join('');
  return random + checkOf(random);
}

/**
 * Reads a code as it was typed.
 *
 * @returns the code as it was made, or `undefined` when there is a slip in it.
 *
 * @example
 * readShortCode('o1l…'); // '011…', if its check says so
 */
export function readShortCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const isWhole = code.length === LENGTH + 2 && [...code].every((sign) => SIGNS.includes(sign));
  return isWhole && code.slice(LENGTH) === checkOf(code.slice(0, LENGTH)) ? code : undefined;
}

function checkOf(random: string): string {
  let remainder = 0;
  for (const sign of random) remainder = (remainder * 32 + SIGNS.indexOf(sign)) % PRIME;
  return SIGNS[remainder >> 5]! + SIGNS[remainder & 31]!;
}

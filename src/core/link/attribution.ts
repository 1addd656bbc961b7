/** What is carried from the page's address to the shop unless the integrator says otherwise. */
export const DEFAULT_CARRY = 'utm_* gclid msclkid fbclid';

/** Names and values that look like a person or a secret never travel, whatever the integrator lists. */
const PERSONAL = /mail|name|phone|token|secret|passw|session/i;

/**
 * Picks the campaign parameters of the page that go along with a purchase link.
 *
 * @param search query of the page: `?utm_source=news&email=a@b.c`; or its parameters by name.
 * @param carry names separated by spaces, `*` for any ending; `none` for nothing.
 * @returns parameters by name, the last of each.
 *
 * @example
 * carriedParameters('?utm_source=news&email=a@b.c', 'utm_*'); // { utm_source: 'news' }
 */
export function carriedParameters(
  search: string | Readonly<Record<string, string>>,
  carry: string,
): Record<string, string> {
  const patterns = carry.split(/[\s,]+/).filter(Boolean);
  const isWanted = (name: string) =>
    patterns.some((p) => (p.endsWith('*') ? name.startsWith(p.slice(0, -1)) : name === p)) &&
    carry !== 'none';
  const carried = [...new URLSearchParams(search)].filter(
    ([name, value]) => isWanted(name) && !PERSONAL.test(name) && !/@|%(25)*40/.test(value),
  );
  return Object.fromEntries(carried);
}

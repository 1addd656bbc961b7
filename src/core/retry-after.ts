/**
 * How long a receiver asks to be left alone.
 *
 * A date is reckoned by the clock of whoever wrote it, where that is known by `date`. Of what is neither seconds nor a
 * date, such as `-1`, engines would make dates of their own, so it is passed over.
 *
 * @param now milliseconds since 1970.
 * @returns milliseconds, 0 for a time that is past; `undefined` when nothing that can be read was given.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 *
 * @example
 * retryAfter(new Headers({ 'retry-after': '120' }), Date.now()); // 120000
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const given = headers.get('retry-after')?.trim();
  if (!given) return undefined;
  // Repeated headers come as one, with commas.
  const [, seconds] = /^(\d+(?:\.\d+)?)(?:\s*,|$)/.exec(given) ?? [];
  const theirs = Date.parse(headers.get('date') ?? '') || now;
  const ms = seconds ? Number(seconds) * 1000 : Date.parse(/^[a-z]/i.test(given) ? given : '') - theirs;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Longest a list is kept that is older than it should be, in seconds. */
const STALE_FRESH = 10;

/**
 * How long what is made of the offers may be kept: by browsers and CDNs, while a newer one is fetched, and while there
 * is no newer one to be had. The last is what keeps a shop open while the backend is down.
 *
 * @param freshFor seconds for which the backend itself keeps a list.
 * @returns `cache-control`
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export function caching(isStale: boolean, freshFor: number): string {
  const fresh = isStale ? Math.min(freshFor, STALE_FRESH) : freshFor;
  return `public, max-age=${fresh}, s-maxage=${fresh}, stale-while-revalidate=600, stale-if-error=86400`;
}

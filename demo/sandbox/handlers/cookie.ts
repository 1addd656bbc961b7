/** Name of the landing-state cookie. https://docs.limio.com (guide to managing subscription updates) */
export const LANDING_COOKIE = 'limio_state';

/** @returns the value of a cookie, or an empty string. */
export const getCookie = ({ headers }: Request, name: string): string =>
  (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** Header that sets the landing-state cookie. */
export const landingState = (id: string): Record<string, string> => ({
  'set-cookie': `${LANDING_COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`,
});

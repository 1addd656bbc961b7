/** @returns the value of a cookie, or an empty string. */
export const getCookie = ({ headers }: Request, name: string): string =>
  (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** Header that sets the landing-state cookie. */
export const landingState = (id: string): Record<string, string> => ({
  'set-cookie': `landing-state=${id}; Path=/; HttpOnly; SameSite=Lax`,
});

import { limioClient } from '../../src/limio/client.ts';
import type { LimioClientOptions } from '../../src/limio/client-options.ts';

/** What the token endpoint does. */
export type Reply = () => Response | Promise<Response>;

/** A reply of the token endpoint. */
export const issue = (fields: object = {}) =>
  Response.json({ access_token: 'token', token_type: 'Bearer', expires_in: 3600, ...fields });

/** A Limio of two functions, one for the token and one for everything else, and a client of it. */
export function setup(
  options: Partial<LimioClientOptions> & {
    token?: Reply;
    api?: (token: string) => Response | Promise<Response>;
  } = {},
) {
  let clock = 1_000_000;
  const asked = { tokens: [] as URLSearchParams[], apis: [] as { token: string; body: string }[] };
  let issued = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    if (request.url.endsWith('/oauth2/token')) {
      asked.tokens.push(new URLSearchParams(body));
      return options.token ? options.token() : issue({ access_token: `token-${++issued}` });
    }
    const token = request.headers.get('authorization')!;
    asked.apis.push({ token, body });
    return options.api?.(token) ?? Response.json({ id: 'b' });
  };
  const client = limioClient({
    tenant: 'limio.test',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch,
    now: () => clock,
    random: () => 0,
    ...options,
  });
  const call = (signal = new AbortController().signal) =>
    client.applyPromoCode({ code: 'A', basketId: 'b' }, { signal });
  return { client, call, asked, wait: (ms: number) => void (clock += ms) };
}

/** Lets everything that is ready run to its end. */
export const landed = async () => {
  for (let rounds = 0; rounds < 10; rounds++) await new Promise((resolve) => setImmediate(resolve));
};

/** A promise and its end. */
export function gate<T>() {
  let open!: (value: T) => void;
  const opened = new Promise<T>((resolve) => (open = resolve));
  return { open, opened };
}

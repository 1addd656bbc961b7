import { limioBackend, type BackendOptions } from '../../../src/server.ts';

/** A session of the site: who it is, what they have, and the token that Limio gave them when they logged in. */
export interface Session {
  id: string;
  subscriptions: string[];
  limioToken?: string;
}

/** A backend on the site itself, which knows its customers by the cookie of their session. */
export function ownBackend(
  options: BackendOptions,
  sessionOf: (cookie: string) => Promise<Session | undefined>,
) {
  const session = ({ headers }: Request) => sessionOf(headers.get('cookie') ?? '');
  return limioBackend({
    ...options,
    async identify(request) {
      const customer = await session(request);
      return customer && { userId: customer.id, subscriptions: customer.subscriptions };
    },
    // Where there is none, Limio is asked with the token of the backend.
    customerToken: async (request) => (await session(request))?.limioToken,
  });
}

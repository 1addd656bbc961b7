import type { LimioClientOptions } from '../../limio/client-options.ts';

/**
 * A secret that all instances of a backend have in common: the first one they use with Limio. Where it cannot
 * be read, one of this instance's own will do for now.
 */
export function digestKey(credentials: LimioClientOptions['credentials']): () => Promise<string> {
  let shared: string | undefined;
  let own: string | undefined;
  return async () => {
    try {
      return (shared ??= (await credentials()).clientSecret);
    } catch {
      // Not before it is needed: Workers have no random values until there is a request.
      return (own ??= crypto.randomUUID());
    }
  };
}

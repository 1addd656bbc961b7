import type { LimioClientOptions } from '../../limio/client-options.ts';

/**
 * A secret that all instances of a backend have in common: the first one they use with Limio. Where it cannot
 * be read, one of this instance's own will do for now.
 */
export function digestKey(credentials: LimioClientOptions['credentials']): () => Promise<string> {
  const own = crypto.randomUUID();
  let shared: string | undefined;
  return async () => {
    try {
      return (shared ??= (await credentials()).clientSecret);
    } catch {
      return own;
    }
  };
}

import type { Services } from './services.ts';

/** How long Limio may take for a token, in milliseconds. */
const TOKEN_MS = 5000;

/** Gets a token if there is none. Whether that went well is known to the readiness and told to the log. */
export const warmUp = ({ limio }: Pick<Services, 'limio'>): Promise<void> =>
  limio.authorize({ signal: AbortSignal.timeout(TOKEN_MS) }).catch(() => {});

import { loadAgentParts } from './agents/load-agent-parts.ts';
import { deadlineIn } from './deadline.ts';
import type { Services } from './services.ts';

/** How long Limio may take for a token, in milliseconds. */
const TOKEN_MS = 5000;

/** Gets a token if there is none. Whether that went well is known to the readiness and told to the log. */
export const getToken = ({ limio }: Pick<Services, 'limio'>): Promise<boolean> =>
  limio.authorize({ signal: AbortSignal.timeout(TOKEN_MS) }).then(
    () => true,
    () => false,
  );

/** Loads what agents need, gets a token and begins to read the offers, which may take longer than anybody waits. */
export async function warmUp(services: Pick<Services, 'limio' | 'offers' | 'settings'>): Promise<void> {
  const { agents, budget, now } = services.settings;
  // On a busy machine this takes longer than an agent's first question may.
  const loaded = agents && loadAgentParts(agents);
  if (!(await getToken(services))) return;
  await loaded;
  void services.offers.get({ deadline: deadlineIn(budget, now), waitUntil: () => {} }).catch(() => {});
}

import { expect, test } from 'vitest';
import { insuredState, type Store } from '../../src/server/state/insured-state.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import type { Connection } from '../../src/server/request-context.ts';
import { CREDENTIALS, pretendLimio, TENANT } from './pretend-limio.ts';
import { checkout, HERE, ORIGIN, outcome, setup } from './setup.ts';

const broken = () => {
  throw new TypeError('Illegal invocation');
};
const rejecting = () => Promise.reject(new TypeError('The collector is down.'));

/** A store that fails, so that there is something to tell. */
const down: Store = { get: broken, set: broken, add: broken, take: broken, count: broken };

type Options = (hook: () => never) => Partial<BackendOptions>;

// prettier-ignore
const hooks: Array<[hook: string, options: Options, connection?: (hook: () => never) => Connection]> = [
  ['the log',               (log) => ({ log })],
  ['measures of calls',     (onCall) => ({ limio: { tenant: TENANT, credentials: () => CREDENTIALS, fetch: pretendLimio().fetch, onCall } })],
  ['news of the offers',    (onOffers) => ({ onOffers })],
  ['news of the store',     (onChange) => ({ state: insuredState(down, async () => {}, { onChange }) })],
  ['what keeps it running', () => ({}), (waitUntil) => ({ waitUntil })],
];

test.for(hooks)('%s may throw, now or later, and costs no sale', async ([, options, connection]) => {
  // A rejection that nobody handles fails the test, as it would end the process.
  for (const hook of [broken, rejecting as never]) {
    const { backend } = setup(options(hook));
    const own = connection?.(hook) ?? {};
    const init = {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify(checkout()),
    };
    expect(await outcome(await backend.fetch(new Request(`${HERE}/checkouts`, init), own))).toBe('200 ok');
    expect(await outcome(await backend.fetch(new Request(`${HERE}/offers`), own))).toBe('200 ok');
    await backend.warmUp();
  }
});

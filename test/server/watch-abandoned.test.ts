import { expect, test } from 'vitest';
import { LimioError, watchAbandonedBaskets } from '../../src/server.ts';
import type { Round } from '../../src/server.ts';
import { addBasket, failingAt, NOON, setup } from './abandoned-setup.ts';

/** Watches until it has slept so often. */
async function watch(options: ReturnType<typeof setup>['options'], times: number) {
  const stop = new AbortController();
  const rounds: Round[] = [];
  const failures: [unknown, number][] = [];
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    if (slept.length >= times) stop.abort();
  };
  await watchAbandonedBaskets({
    ...options,
    signal: stop.signal,
    sleep,
    every: 1000,
    onRound: (round) => rounds.push(round),
    onFailure: (error, wait) => failures.push([(error as LimioError).code, wait]),
  });
  return { rounds, failures, slept };
}

// prettier-ignore
const faults = [
  ['down@abandonedBaskets',          'upstream_unavailable'],
  ['rate-limited@abandonedBaskets',  'upstream_unavailable'],
  ['html@abandonedBaskets',          'upstream_invalid'],
  ['redirect@abandonedBaskets',      'upstream_invalid'],
  ['huge@abandonedBaskets',          'upstream_invalid'],
  ['stall@abandonedBaskets',         'upstream_timeout'],
  ['down@token',                     'upstream_unavailable'],
  ['drop@abandonedBaskets',          'upstream_unavailable'],
] as const;
test.for(faults)(
  'with %s each round fails with %s, later and later, until all is well',
  async ([scenario, code]) => {
    const { limio, names, options, wait } = setup();
    const { abandonedBaskets } = options.limio;
    // Ten seconds are long for a test.
    if (scenario.startsWith('stall'))
      options.limio = {
        abandonedBaskets: (input, call) => abandonedBaskets(input, { ...call, deadline: NOON + 400 }),
      };
    const id = addBasket(limio, 90);
    limio.use(scenario);
    const { failures } = await watch(options, 3);
    expect(failures).toEqual([
      [code, 60_000],
      [code, 120_000],
      [code, 240_000],
    ]);
    limio.use('happy');
    wait(1);
    await watch({ ...options, limio: { abandonedBaskets } }, 2);
    expect(names()).toEqual([`basket_abandoned_${id}`]);
  },
);

test.for(['slow=20@abandonedBaskets', 'expired-token@abandonedBaskets', 'bad-gateway@abandonedBaskets'])(
  'with %s a basket is told all the same',
  async (scenario) => {
    const { limio, names, options } = setup();
    const id = addBasket(limio, 90);
    limio.use(scenario);
    await watch(options, 2);
    expect(names()).toEqual([`basket_abandoned_${id}`]);
  },
);

test('a watch tells nothing twice while it runs, even after a failure in the middle of a page', async () => {
  const told: string[] = [];
  const { limio, options } = setup({ deliver: failingAt(3, told, new Error('down')) });
  const ids = Array.from({ length: 4 }, () => addBasket(limio, 90)).map((id) => `basket_abandoned_${id}`);
  await watch(options, 2);
  expect(told).toEqual(ids);
});

test('a watch tells, whether or not anybody asks about its rounds', async () => {
  const { limio, names, options } = setup();
  const id = addBasket(limio, 90);
  const stop = new AbortController();
  await watchAbandonedBaskets({ ...options, signal: stop.signal, sleep: async () => stop.abort() });
  expect(names()).toEqual([`basket_abandoned_${id}`]);
});

test('a set-up that is wrong ends the watch in its first round, and not later', async () => {
  const { options, checkpoint } = setup();
  const broken = new LimioError('checkpoint_failed', 'It is broken.');
  await expect(
    watch({ ...options, checkpoint: { ...checkpoint, load: () => Promise.reject(broken) } }, 9),
  ).rejects.toBe(broken);
  let loads = 0;
  const load = () => (++loads === 2 ? Promise.reject(broken) : checkpoint.load());
  expect(await watch({ ...options, checkpoint: { ...checkpoint, load } }, 3)).toMatchObject({
    failures: [['checkpoint_failed', 60_000]],
    slept: [1000, 60_000, 1000],
  });
});

import { nodeProgram, run, type Running } from '../../setup/node-program.ts';
import {
  checkoutRequest,
  directRequest,
  many,
  steadily,
  timed,
  tokenOf,
  type Outcome,
} from '../backend-client.ts';
import { beside, ms, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';
import { quantile } from '../statistics.ts';

/** Most baskets a minute where there is a limit. */
const MOST = 600;

/** The backend, a pretend Limio and the caller, each a process of its own, on sockets of this machine. */
export async function backend(): Promise<Figure[]> {
  const [limio, server] = [
    await nodeProgram('test/bench/programs/sandbox.ts'),
    await nodeProgram('test/bench/programs/backend.ts'),
  ];
  const running: Running[] = [];
  /** A pair of fresh processes, as what they remember would count in the next measurement. */
  const start = async (most = '') => {
    const sandbox = run(limio, []);
    running.push(sandbox);
    const tenant = await sandbox.line(/^http/);
    const ours = run(server, [], { LIMIO: tenant, MOST: most });
    running.push(ours);
    return { tenant, ours: await ours.line(/^http/) };
  };
  try {
    return [
      ...(await added(await start())),
      ...(await tokens(await start())),
      await limited(await start(String(MOST))),
      await overload(await start()),
    ];
  } finally {
    for (const { child } of running) child.kill();
    await Promise.all(running.map(({ ended }) => ended));
  }
}

interface Pair {
  /** Address of the pretend Limio. */
  tenant: string;
  /** Address of the backend in front of it. */
  ours: string;
}

const asked = async ({ tenant }: Pair) =>
  (await (await fetch(`${tenant}/asked`)).json()) as Record<'token' | 'initiateCheckout' | 'baskets', number>;

const took = (outcomes: readonly Outcome[]): number[] => outcomes.map((outcome) => outcome.took);
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** One request after another, in turns. */
async function added({ tenant, ours }: Pair): Promise<Figure[]> {
  const token = await tokenOf(tenant);
  // One at a time, twenty to a round: the 99th percentile is that of all rounds.
  const batch = (make: () => Request) => () => many(make, 20, 1).then(took);
  const samples = await inRounds<'own' | 'direct', number[]>({
    own: batch(() => checkoutRequest(ours)),
    direct: batch(() => directRequest(tenant, token)),
  });
  const middles = (batches: readonly number[][]) => batches.map((batch) => quantile(sorted(batch), 0.5));
  const own = middles(samples.own);
  const direct = middles(samples.direct);
  const last = (batches: readonly number[][]) => quantile(sorted(batches.flat()), 0.99);
  const more = quantile(sorted(own.map((value, round) => value - direct[round]!)), 0.5);
  return [
    beside('a checkout, median', own, ['the pretend Limio directly', direct], ms),
    { what: 'a checkout, what the backend adds', ours: ms(more) },
    {
      what: 'a checkout, 99th percentile',
      ours: ms(last(samples.own)),
      beside: `the pretend Limio directly: ${ms(last(samples.direct))}`,
    },
  ];
}

/** A thousand checkouts, 20 at a time, by a backend that has just started. */
async function tokens(pair: Pair): Promise<Figure[]> {
  const start = performance.now();
  const outcomes = await many(() => checkoutRequest(pair.ours), 1000, 20);
  const perSecond = Math.round(1000 / ((performance.now() - start) / 1000));
  const good = outcomes.filter(({ status }) => status === 200).length;
  const { token, baskets } = await asked(pair);
  return [
    {
      what: 'tokens asked for, for 1,000 checkouts, 20 at a time',
      ours: `${token}; ${good} links, ${baskets} baskets, ${perSecond} a second`,
      beside: 'aim: 1',
    },
  ];
}

/** Of a backend that makes so many baskets a minute, twice as many are asked for. */
async function limited(pair: Pair): Promise<Figure> {
  const outcomes = await many(() => checkoutRequest(pair.ours), 2 * MOST, 20);
  const [good, refused] = [200, 429].map((code) => outcomes.filter(({ status }) => status === code));
  const { baskets } = await asked(pair);
  return {
    what: `twice a limit of ${MOST} a minute`,
    ours: `${good!.length} links, ${baskets} baskets, ${refused!.length} refused with 429 in ${ms(middle(refused!))}`,
    beside: `a link: ${ms(middle(good!))}; aim: nothing lost`,
  };
}

/** Without limits, at twice the rate that it can keep up with. */
async function overload(pair: Pair): Promise<Figure> {
  await timed(checkoutRequest(pair.ours));
  const start = performance.now();
  await many(() => checkoutRequest(pair.ours), 400, 32);
  const capacity = 400 / ((performance.now() - start) / 1000);
  const before = await asked(pair);
  const count = Math.min(1600, Math.ceil(capacity * 4));
  const outcomes = await steadily(() => checkoutRequest(pair.ours), count, capacity * 2);
  const after = await asked(pair);
  const good = outcomes.filter(({ status }) => status === 200).length;
  const silent = outcomes.filter(({ status }) => status === 0).length;
  const codes = [...new Set(outcomes.map(({ status }) => status))].sort().join(', ');
  return {
    what: `twice its capacity of ${Math.round(capacity)} a second, for ${(count / capacity / 2).toFixed(1)} s`,
    ours: `${count} asked: ${good} links, ${count - good - silent} refused, ${silent} without an answer (${codes})`,
    beside: `${after.baskets - before.baskets} baskets; slowest answer ${ms(Math.max(...took(outcomes)))}`,
  };
}

const middle = (outcomes: readonly Outcome[]): number =>
  outcomes.length ? quantile(sorted(took(outcomes)), 0.5) : NaN;

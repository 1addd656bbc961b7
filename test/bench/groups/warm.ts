import { nodeProgram, removeProgram, run } from '../../setup/node-program.ts';
import { beside, ms, us, type Figure } from '../figure.ts';
import type { Refresh } from '../programs/refresh.ts';
import type { Warm } from '../programs/warm.ts';
import { spread } from '../statistics.ts';

/** A backend that has run for long, as it is built, in a process of its own: what requests cost, and what holds them up. */
export async function warm(): Promise<Figure[]> {
  const { one, twenty, offers, bare } = await measuredBy<Warm>('test/bench/programs/warm.ts');
  const of = ['a bare handler of the same router', bare] as const;
  const each = (value: number) => `${us(value)} (${Math.round(1000 / value).toLocaleString('en')} a second)`;
  return [
    beside('processor time of a checkout, Limio answering at once (aim: 170 µs)', one, of, each),
    beside('processor time of a checkout, 20 at once (aim: 160 µs)', twenty, of, each),
    beside('processor time of a list of offers from the cache (aim: 60 µs)', offers, of, each),
    ...(await refresh()),
  ];
}

/** 10,000 offers that are read anew while they are sold from. */
async function refresh(): Promise<Figure[]> {
  const program = await nodeProgram('test/setup/programs/plain-limio.ts');
  const limio = run(program, []);
  try {
    const LIMIO = await limio.line(/^http/);
    await fetch(`${LIMIO}/mood`, {
      method: 'PUT',
      body: JSON.stringify({ offers: 10_000, pageLatency: 20 }),
    });
    const { delay, idle, turn, parse } = await measuredBy<Refresh>('test/bench/programs/refresh.ts', {
      LIMIO,
    });
    return [
      {
        what: 'delay of the loop while 10,000 offers are read anew, by the clock, 99th percentile (aim: 20 ms)',
        ours: ms(spread(delay).median),
        beside: `the same loop doing nothing: ${ms(spread(idle).median)}`,
      },
      beside(
        'processor time that holds the loop up meanwhile, 99th percentile (aim: 20 ms)',
        turn,
        ['JSON.parse of a page', parse],
        ms,
      ),
    ];
  } finally {
    limio.child.kill();
    await limio.ended;
    removeProgram(program);
  }
}

/** What a program measures of itself. */
async function measuredBy<Result>(entry: string, env: Record<string, string> = {}): Promise<Result> {
  const program = await nodeProgram(entry);
  const { child, line, ended } = run(program, [], env);
  try {
    return JSON.parse(await line(/^{/)) as Result;
  } finally {
    child.kill();
    await ended;
    removeProgram(program);
  }
}

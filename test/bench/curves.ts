import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { nodeProgram, removeProgram, run } from '../setup/node-program.ts';
import type { Asked, Mood } from '../setup/plain-limio.ts';
import { checkoutRequest, directRequest, steadily, timed, type Outcome } from './backend-client.ts';
import { quantile } from './statistics.ts';

const DOCUMENT = 'docs/load-curves.md';

/** Customers at each point, and how many of them come in a second. */
const [CUSTOMERS, PER_SECOND] = [80, 40];

/** Milliseconds for which a page waits for a link before it opens the purchase link. */
const PATIENCE_MS = 3000;

/** Milliseconds the backend may take, which is all that Limio has. */
const BUDGET_MS = 2500;

const LATENCIES = [200, 600, 1000, 1400, 1700, 2000, 2200, 2400];
const SHARES = [0.1, 0.5, 0.9];
const FAULTS = [500, 429, 'reset', 'lost', 'html'] as const;

interface Point {
  condition: string;
  mood: Mood;
  promo: boolean;
}

const points: readonly Point[] = [
  ...LATENCIES.flatMap((latency) =>
    [false, true].map((promo) => ({ condition: `${latency / 1000} s`, mood: { latency }, promo })),
  ),
  ...FAULTS.flatMap((fault) =>
    SHARES.map((share) => ({
      condition: `${share * 100} % ${fault}`,
      mood: { latency: 100, fault, share },
      promo: false,
    })),
  ),
  { condition: 'black hole', mood: { fault: 'hang', share: 1 }, promo: false },
];

/** Draws how the backend sells while Limio is slow, or fails in part, and writes it to the docs. */
export async function curves(): Promise<void> {
  const [limio, backend] = [
    await nodeProgram('test/setup/programs/plain-limio.ts'),
    await nodeProgram('test/bench/programs/backend.ts'),
  ];
  const rows: string[][] = [];
  try {
    for (const point of points) {
      const row = await measure(point, limio, backend);
      rows.push(row);
      console.error(row.join('  '));
    }
  } finally {
    [limio, backend].forEach(removeProgram);
  }
  write(rows);
}

/**
 * One point, by processes of its own, as what they remember would count at the next one. Who asks Limio itself does so at
 * the same time, at a stand-in of its own: what a busy machine costs, it costs both.
 */
async function measure({ condition, mood, promo }: Point, limio: string, backend: string): Promise<string[]> {
  const [stand, other] = [run(limio, []), run(limio, [])];
  const [tenant, directly] = await Promise.all([stand, other].map(({ line }) => line(/^http/)));
  const ours = run(backend, [], { LIMIO: tenant! });
  const url = await ours.line(/^http/);
  const put = (where: string) => fetch(`${where}/mood`, { method: 'PUT', body: JSON.stringify(mood) });
  const more = promo ? { promoCode: 'SAVE20' } : {};
  // Warm: a token and the offers are there.
  await timed(checkoutRequest(url, 0, more));

  await Promise.all([tenant!, directly!].map(put));
  const [outcomes, allowed] = await Promise.all([
    steadily((n) => checkoutRequest(url, n + 1, more), CUSTOMERS, PER_SECOND),
    steadily((n) => directRequest(directly!, 'token', n + 1), CUSTOMERS, PER_SECOND, direct),
  ]);
  const asked = (await (await fetch(`${tenant}/asked`)).json()) as Asked;

  const programs = [stand, other, ours];
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  const [sold, possible] = [outcomes, allowed].map(
    (all) => all.filter(({ status, took }) => status === 200 && took < PATIENCE_MS).length,
  ) as [number, number];
  const took = outcomes.map((outcome) => outcome.took).sort((a, b) => a - b);
  const percent = (count: number) => `${Math.round((count / CUSTOMERS) * 100)} %`;
  const ms = (value: number) => `${(value / 1000).toFixed(2)} s`;
  return [
    condition,
    promo ? 'yes' : '',
    percent(sold),
    percent(possible),
    possible ? `${Math.round((sold / possible) * 100)} %` : '',
    ms(quantile(took, 0.5)),
    ms(took.at(-1)!),
    ((asked.initiate + asked.promo) / CUSTOMERS).toFixed(2),
  ];
}

/** Asks Limio itself, within the budget, and once more what failed fast. */
async function direct(request: Request): Promise<Outcome> {
  const startedAt = performance.now();
  let status = 0;
  for (let tries = 0; tries < 2 && status !== 200; tries++) {
    const left = BUDGET_MS - (performance.now() - startedAt);
    if (left <= 0) break;
    status = await fetch(request.clone(), { signal: AbortSignal.timeout(Math.ceil(left)) }).then(
      async (response) => ((await response.text()).includes('recoveryLink') ? response.status : 0),
      () => 0,
    );
  }
  return { status, took: performance.now() - startedAt };
}

function write(rows: readonly string[][]): void {
  const head = [
    'Limio',
    'promo code',
    'sold',
    'Limio allows',
    'of that',
    'median',
    'slowest',
    'calls to Limio',
  ];
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const day = new Date().toISOString().slice(0, 10);
  const note = `Measured on ${day} with Node ${process.version} on ${cpus().length} cores, ${CUSTOMERS} customers a point, ${PER_SECOND} a second. At the end, ${loadavg()[0]!.toFixed(0)} processes wanted to run at once: where that is more than there are cores, times are those of a busy machine.`;
  const page = readFileSync(DOCUMENT, 'utf8');
  const place = /(<!-- curves -->\n)[^]*?(<!-- \/curves -->)/;
  writeFileSync(
    DOCUMENT,
    page.replace(place, (_, start: string, end: string) => `${start}\n${note}\n\n${table}\n\n${end}`),
  );
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { item, pretendLimio } from './pretend-limio.ts';
import { setup } from './setup.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap that are in use. */
function inUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** A Limio whose answers are made when they are asked for, so that it keeps nothing itself. */
function limioOf(count: number, attributes: (n: number) => Record<string, unknown>) {
  const limio = pretendLimio({
    listOffers: ({ url }) => {
      const from = Number(url.searchParams.get('opt.queryMoreFrom') ?? 0);
      const end = Math.min(count, from + Number(url.searchParams.get('opt.pageSize')));
      const items = Array.from({ length: end - from }, (_, n) =>
        item(`Plan ${from + n}`, attributes(from + n)),
      );
      const queryMore = end < count && { queryMore: { from: end, alias: 'a' } };
      return Response.json({ items, ...queryMore });
    },
  });
  return limio;
}

const rest = 'and a sentence that nobody reads. '.repeat(1500);

// prettier-ignore
const replies: Array<[what: string, count: number, attributes: (n: number) => Record<string, unknown>, bytes: number]> = [
  ['no more of an offer than what is used of it',           3000, (n) => ({ notes__limio: `${n} ${rest.slice(0, 3000)}` }),             2500],
  ['no text of which a few words are used',                  300, (n) => ({ display_description__limio: `<p>Plan ${n} for teams of all sizes</p><p>${rest}</p>` }), 12_000],
  ['no list of features of which some are used',             300, (n) => ({ offer_features__limio: [`Feature ${n} that everybody wants`, `${n}${rest}`] }),         12_000],
];
test.for(replies)('a catalogue that is kept holds %s', async ([, count, attributes, bytes]) => {
  const { get, backend } = setup({ budget: 20_000 }, limioOf(count, attributes));
  await get('/offers?path=/offers2/none');
  // What came with the first use of everything is not the catalogue's.
  const before = inUse();
  const other = setup({ budget: 20_000 }, limioOf(count, attributes));
  await other.get('/offers?path=/offers2/none');
  expect(other.backend.status().offers.count).toBe(count);
  expect((inUse() - before) / count).toBeLessThan(bytes);
  expect(backend.status().offers.count).toBe(count);
});

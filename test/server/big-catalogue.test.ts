import { describe, expect, test } from 'vitest';
import type { OfferList } from '../../src/contract/offers.ts';
import { item, pretendLimio, type Answer } from './pretend-limio.ts';
import { checkout, outcome, setup } from './setup.ts';

const OFFERS = Array.from({ length: 2345 }, (_, n) => item(`Plan ${n}`));

interface Pages {
  /** Most items Limio answers with. */
  most?: number;
  refusal?: () => Response | Promise<Response>;
  /** Whether a page fails for another reason. */
  fails?: (from: number) => Response | undefined;
}

/** A Limio with many offers, which refuses pages that are too large. */
function many({ most = 1000, refusal = () => refused(413), fails }: Pages = {}) {
  const asked: Array<[from: number, size: number]> = [];
  const listOffers: Answer = ({ url }) => {
    const from = Number(url.searchParams.get('opt.queryMoreFrom') ?? 0);
    const size = Number(url.searchParams.get('opt.pageSize'));
    asked.push([from, size]);
    const end = from + size;
    const failure = size > most ? refusal() : fails?.(from);
    if (failure) return failure;
    const queryMore = end < OFFERS.length && { queryMore: { from: end, alias: 'a' } };
    return Response.json({ items: OFFERS.slice(from, end), ...queryMore });
  };
  return { ...setup({ budget: 20_000 }, pretendLimio({ listOffers })), asked };
}

const refused = (status: number) => Response.json({ message: 'Too large' }, { status });
const huge = () =>
  new Response(`{"items":["${'x'.repeat(7 * 2 ** 20)}"]}`, {
    headers: { 'content-type': 'application/json' },
  });

const count = async (response: Response) => ((await response.json()) as OfferList).offers.length;

describe('a catalogue of thousands', () => {
  test('is read in pages of a thousand', async () => {
    const { get, asked } = many();
    expect(await count(await get('/offers'))).toBe(2345);
    expect(asked).toEqual([
      [0, 1000],
      [1000, 1000],
      [2000, 1000],
    ]);
  });

  test('is read anew in small pages, as larger ones hold up other requests, and stays what it was', async () => {
    const { get, asked, wait } = many();
    const before = await (await get('/offers')).json();
    asked.length = 0;
    wait(3600);
    // Whoever asks is given the older list where a busy machine takes longer than they wait.
    await expect.poll(async () => (await get('/offers'), asked.length)).toBe(10);
    expect(asked.map(([, size]) => size)).toEqual(Array<number>(10).fill(250));
    const after = await (await get('/offers')).json();
    expect((after as OfferList).offers).toEqual((before as OfferList).offers);
  });

  // prettier-ignore
  const refusals: Array<[how: string, refusal: () => Response]> = [
    ['a 413',                  () => refused(413)],
    ['a 400',                  () => refused(400)],
    ['a 502',                  () => refused(502)],
    ['an answer above 6 MB',   huge],
  ];
  test.for(refusals)('is read in halves of pages that Limio refuses with %s', async ([, refusal]) => {
    const { get, asked, wait } = many({ most: 300, refusal });
    expect(await count(await get('/offers'))).toBe(2345);
    const sizes = new Set(asked.filter(([from]) => from > 0).map(([, size]) => size));
    expect([...sizes]).toEqual([250]);
    // The next time it begins with the size that did.
    asked.length = 0;
    wait(3600);
    await get('/offers');
    expect(asked[0]).toEqual([0, 250]);
  });

  test('is asked for no more than five times where every page is refused', async () => {
    const { get, asked } = many({ most: 0, refusal: () => refused(400) });
    expect(await outcome(await get('/offers'))).toBe('502 upstream_rejected');
    expect(asked.map(([, size]) => size)).toEqual([1000, 500, 250, 125, 63]);
  });

  test('goes on where a try broke off, as long as tries get further', async () => {
    let isDown = true;
    const { get, asked, wait } = many({
      fails: (from) => (isDown && from === 2000 ? refused(503) : undefined),
    });
    expect(await outcome(await get('/offers'))).toBe('503 upstream_unavailable');
    isDown = false;
    wait(6);
    asked.length = 0;
    expect(await count(await get('/offers'))).toBe(2345);
    expect(asked).toEqual([[2000, 1000]]);
  });

  test('begins anew where the place at which a try broke off is no good any more', async () => {
    let broken = true;
    const { get, asked, wait } = many({ fails: (from) => (broken && from ? refused(404) : undefined) });
    await get('/offers');
    wait(6);
    await get('/offers');
    wait(6);
    broken = false;
    asked.length = 0;
    expect(await count(await get('/offers'))).toBe(2345);
    expect(asked[0]).toEqual([0, 1000]);
  });

  test('is read and written a few offers at a time, so that other requests have their turn', async () => {
    const { get } = many();
    let turns = 0;
    let isOver = false;
    const count = () => void (isOver || (turns++, setTimeout(count)));
    count();
    await get('/offers');
    isOver = true;
    // 118 slices of reading and 12 of writing.
    expect(turns).toBeGreaterThan(100);
  });

  test('waits for nothing but Limio: one page is in flight, and the next one as soon as that is read', async () => {
    const inFlight: number[] = [];
    const turnsBetween: number[] = [];
    let [now, turns, isOver] = [0, 0, false];
    const turn = () => void (isOver || (turns++, setTimeout(turn)));
    const limio = pretendLimio({
      async listOffers({ url }) {
        inFlight.push(++now);
        turnsBetween.push(turns);
        const from = Number(url.searchParams.get('opt.queryMoreFrom') ?? 0);
        const end = from + Number(url.searchParams.get('opt.pageSize'));
        // Whoever asks for more than one page at once has done so by then.
        for (let waited = 0; waited < 20; waited++) await new Promise((go) => setImmediate(go));
        now--;
        turns = 0;
        const queryMore = end < OFFERS.length && { queryMore: { from: end, alias: 'a' } };
        return Response.json({ items: OFFERS.slice(from, end), ...queryMore });
      },
    });
    turn();
    const { get } = setup({ budget: 20_000 }, limio);
    expect(await count(await get('/offers'))).toBe(2345);
    isOver = true;
    expect(inFlight).toEqual([1, 1, 1]);
    // A page of 1,000 is read in 50 slices, with a turn of the loop after each.
    for (const between of turnsBetween.slice(1)) expect(between).toBeLessThan(100);
  });

  test('has each of its offers ordered by its own id', async () => {
    const { post, limio } = many();
    await post(checkout({ items: [{ path: '/offers2/Plan 2344' }] }));
    expect(limio.initiated().order).toMatchObject({ orderItems: [{ offer: { id: 'id-Plan 2344' } }] });
  });

  test('is listed whole and in order, by label, and by path', async () => {
    const { get } = many();
    const names = async (query: string) =>
      ((await (await get(`/offers${query}`)).json()) as OfferList).offers.map(({ name }) => name);
    expect(await names('')).toEqual(OFFERS.map((_, n) => `Plan ${n}`));
    expect(
      await names('?path=/offers2/Plan%202000&path=/offers2/Plan%203&path=/offers2/Plan%209999'),
    ).toEqual(['Plan 2000', 'Plan 3']);
    expect(await names('?label=none')).toEqual([]);
  });
});

// prettier-ignore
const changes: Array<[what: string, attributes: Record<string, unknown>, query: string]> = [
  ['its name',                            { display_name__limio: 'New' }, ''],
  ['its label',                           { label__limio: ['new'] },      '?label=new'],
  ['an attribute by which is filtered',   { group__limio: 'new' },        '?attributes.group__limio=new'],
  ['an attribute that is no part of it',  { campaign__limio: 'new' },     '?attributes.campaign__limio=new'],
];
test.for(changes)('an offer is read anew where only %s has changed', async ([, attributes, query]) => {
  let items = [item('Pro'), item('Team')];
  const limio = pretendLimio({ listOffers: () => Response.json({ items }) });
  const { get, wait } = setup({ filters: 'group__limio campaign__limio' }, limio);
  const list = async () => ((await (await get(`/offers${query}`)).json()) as OfferList).offers;
  await get('/offers');
  items = [item('Pro', attributes), item('Team')];
  wait(3600);
  expect((await list())[0]).toMatchObject(query ? { path: '/offers2/Pro' } : { name: 'New' });
  expect(await list()).toHaveLength(query ? 1 : 2);
});

describe('more offers than a backend may hold', () => {
  const limio = () => pretendLimio({ listOffers: () => Response.json({ items: OFFERS.slice(0, 30) }) });

  test('are cut, and whoever asks how it is doing is told by name', async () => {
    const told: unknown[] = [];
    const { get, backend } = setup({ maxOffers: 20, onOffers: (read) => told.push(read) }, limio());
    await backend.warmUp();
    expect(await count(await get('/offers'))).toBe(20);
    expect(await (await get('/health/ready')).json()).toEqual({
      ready: true,
      down: ['offers'],
      causes: { offers: 'more than 20, see maxOffers' },
    });
    expect(told).toEqual([{ count: 20, isCut: true }]);
    expect(backend.status().offers).toMatchObject({ count: 20, isCut: true, age: 0 });
  });

  test.for([30, 31])('are none where there may be %i of 30', async (maxOffers) => {
    const { get, backend } = setup({ maxOffers }, limio());
    await backend.warmUp();
    expect(await count(await get('/offers'))).toBe(30);
    expect(await (await get('/health/ready')).json()).toMatchObject({ down: [] });
  });

  test.for([0, 1.5, 100_001])('%d of them is not what may be set', (maxOffers) => {
    expect(() => setup({ maxOffers })).toThrow('`maxOffers` is not a number from 1 to 100,000.');
  });
});

import { describe, expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { offerList, type OfferList } from '../../src/contract/offers.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { ORIGIN, outcome, setup } from './setup.ts';

const read = async (response: Response) => (await response.json()) as OfferList;
const names = async (response: Response) => (await read(response)).offers.map(({ name }) => name);
const down = () => Response.json({ message: 'canary of upstream' }, { status: 503 });

/** A Limio whose health and offers can be changed while it is asked. */
function moody() {
  const mood: { isDown: boolean; items: unknown[] } = { isDown: false, items: [item('Pro')] };
  const limio = pretendLimio({
    listOffers: () => (mood.isDown ? down() : Response.json({ items: mood.items })),
  });
  return { mood, limio };
}

describe('GET /offers', () => {
  test('lists what is sold online now, in the documented shape and without what only orders need', async () => {
    const { get } = setup();
    const list = await read(await get('/offers'));
    expect(offerList.safeParse(list).success).toBe(true);
    expect(list).toMatchObject({ asOf: '2026-11-21T12:00:00.000Z' });
    expect(list.offers.map(({ name }) => name)).toEqual(['Pro', 'Team', 'German']);
    expect(list.offers[0]).toMatchObject({
      path: '/offers2/Pro',
      version: 'version-Pro',
      price: { amount: '29.00', currency: 'EUR' },
    });
    expect(JSON.stringify(list)).not.toMatch(/"id"|id-Pro/);
  });

  // prettier-ignore
  const filters: Array<[behaviour: string, query: string, shown: string[]]> = [
    ['keeps to a label',                           '?label=pricing',           ['Pro']],
    ['shows nothing for a label nobody carries',   '?label=canary',            []],
    ['keeps to a country',                         '?country=FR',              ['Pro', 'Team']],
    ['takes a country in any case',                '?country=de',              ['Pro', 'Team', 'German']],
    ['keeps to both',                              '?label=pricing&country=FR', ['Pro']],
    ['ignores what it does not know',              '?price=0',                 ['Pro', 'Team', 'German']],
  ];
  test.for(filters)('%s', async ([, query, shown]) => {
    expect(await names(await setup().get(`/offers${query}`))).toEqual(shown);
  });

  // prettier-ignore
  const attributes: Array<[behaviour: string, query: string, shown: string[] | string]> = [
    ['keeps to an attribute',                     '?attributes.group__limio=yearly',  ['Pro Yearly', 'Team Yearly']],
    ['keeps to a list that holds the value',      '?attributes.label__limio=b',       ['Team Yearly']],
    ['keeps to several',                          '?attributes.group__limio=yearly&attributes.label__limio=a', ['Pro Yearly']],
    ['shows nothing where nothing has the value', '?attributes.group__limio=weekly',  []],
    ['keeps to what it was set up for',           '?attributes.tier=2',               ['Team Yearly']],
    ['refuses an attribute that is not public',   '?attributes.margin=1',             'attributes.margin'],
    ['refuses a name that is none',               '?attributes.__proto__=1',          'attributes.__proto__'],
    ['refuses an empty value',                    '?attributes.tier=',                'attributes.tier'],
    ['refuses a value without end',               `?attributes.tier=${'x'.repeat(201)}`, 'attributes.tier'],
  ];
  test.for(attributes)('filtered as Offers V2, %s', async ([, query, shown]) => {
    const items = [
      item('Pro', { group__limio: 'monthly', label__limio: ['a'], margin: 1 }),
      item('Pro Yearly', { group__limio: 'yearly', label__limio: ['a', 'c'] }),
      item('Team Yearly', { group__limio: 'yearly', label__limio: ['b'], tier: 2 }),
    ];
    const limio = pretendLimio({ listOffers: () => Response.json({ items }) });
    const { get } = setup({ filters: 'group__limio label__limio tier' }, limio);
    const answer = await get(`/offers${query}`);
    if (typeof shown === 'string')
      expect(await answer.json()).toMatchObject({ code: 'bad_request', fields: [shown] });
    else expect(await names(answer)).toEqual(shown);
    expect(limio.count('listOffers')).toBeLessThanOrEqual(1);
  });

  test('asks Limio once however many ask at once, and again a minute later', async () => {
    const { get, limio, wait } = setup();
    limio.use('slow=50@listOffers');
    await Promise.all(Array.from({ length: 50 }, () => get('/offers')));
    limio.use('happy');
    expect(limio.count('listOffers')).toBe(1);
    wait(59);
    await get('/offers?label=pricing');
    expect(limio.count('listOffers')).toBe(1);
    wait(2);
    await get('/offers');
    expect(limio.count('listOffers')).toBe(2);
  });

  test('reads page after page', async () => {
    const limio = pretendLimio({
      listOffers: ({ url }) => {
        const from = Number(url.searchParams.get('opt.queryMoreFrom') ?? 0);
        return Response.json({
          items: [item(`Plan ${from}`)],
          ...(from < 4 && { queryMore: { from: from + 1, alias: 'a' } }),
        });
      },
    });
    expect(await names(await setup({}, limio).get('/offers'))).toEqual(
      [0, 1, 2, 3, 4].map((n) => `Plan ${n}`),
    );
  });

  test('stops at 10,000 offers of a catalogue without end', async () => {
    const limio = pretendLimio({
      listOffers: ({ url }) => {
        const from = Number(url.searchParams.get('opt.queryMoreFrom') ?? 0);
        const items = Array.from({ length: 1000 }, (_, n) => item(`Plan ${from + n}`));
        return Response.json({ items, queryMore: { from: from + 1000, alias: 'a' } });
      },
    });
    const { get } = setup({ budget: 20_000 }, limio);
    expect(await names(await get('/offers'))).toHaveLength(10_000);
    expect(limio.count('listOffers')).toBe(10);
  });

  test('reads only offers with the label it was set up for', async () => {
    const { get, limio } = setup({ label: 'pricing' });
    await get('/offers');
    expect(
      limio.calls
        .find(({ operation }) => operation === 'listOffers')!
        .url.searchParams.get('attributes.label__limio'),
    ).toBe('pricing');
  });

  test('serves the last list, marked as stale, while Limio is down', async () => {
    const { mood, limio } = moody();
    const { get, wait, log } = setup({}, limio);
    await get('/offers');
    mood.isDown = true;
    wait(3600);
    const response = await get('/offers');
    expect(response.headers.get('cache-control')).toContain('s-maxage=10, stale-while-revalidate=600');
    expect(await read(response)).toMatchObject({
      stale: true,
      asOf: '2026-11-21T12:00:00.000Z',
      offers: [{ name: 'Pro' }],
    });
    expect(log.at(-1)).toMatchObject({ isStale: true });
  });

  test('leaves a Limio that is down alone for a while', async () => {
    const { mood, limio } = moody();
    const { get, wait } = setup({}, limio);
    await get('/offers');
    mood.isDown = true;
    wait(3600);
    await get('/offers');
    const asked = limio.count('listOffers');
    await Promise.all(Array.from({ length: 20 }, () => get('/offers')));
    expect(limio.count('listOffers')).toBe(asked);
    mood.isDown = false;
    wait(6);
    expect(await read(await get('/offers'))).not.toHaveProperty('stale');
  });

  test('serves no list that is older than the ceiling', async () => {
    const { mood, limio } = moody();
    const { get, wait } = setup({ freshness: { staleFor: 7200 } }, limio);
    await get('/offers');
    mood.isDown = true;
    wait(7201);
    const response = await get('/offers');
    expect(await response.clone().text()).not.toContain('canary');
    expect(await outcome(response)).toBe('503 upstream_unavailable');
  });

  test('serves the last list when Limio is merely slow', async () => {
    let isSlow = false;
    const limio = pretendLimio({ listOffers: () => (isSlow ? new Promise(() => {}) : undefined) });
    const { get, wait } = setup({}, limio);
    await get('/offers');
    isSlow = true;
    wait(61);
    // A list that is a minute old is served at once; for one that is much older the newer one is waited for, a little.
    expect(await read(await get('/offers'))).not.toHaveProperty('stale');
    wait(700);
    expect(await read(await inTime(2000, get('/offers')))).toMatchObject({ stale: true });
    expect(limio.count('listOffers')).toBe(2);
  });

  test('shows an empty catalogue as what it is', async () => {
    const { mood, limio } = moody();
    const { get, wait } = setup({}, limio);
    await get('/offers');
    mood.items = [];
    wait(61);
    // The newer list is read while the older one is answered.
    await expect.poll(async () => read(await get('/offers'))).toMatchObject({ offers: [] });
  });

  test('does not let one bad offer hide the others', async () => {
    const { mood, limio } = moody();
    mood.items = [null, { path: 7 }, item('Pro'), 'text'];
    expect(await names(await setup({}, limio).get('/offers'))).toEqual(['Pro']);
  });

  test('says that it cannot read a catalogue of nothing but rubbish', async () => {
    const { mood, limio } = moody();
    mood.items = [null, 'text', { path: 7 }];
    expect(await outcome(await setup({}, limio).get('/offers'))).toBe('502 upstream_invalid');
  });

  test('sends a list only to those who do not have it', async () => {
    const { mood, limio } = moody();
    const { get, wait } = setup({}, limio);
    const first = await get('/offers');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe(
      'public, max-age=60, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400',
    );
    wait(61);
    const again = await get('/offers', { origin: ORIGIN, 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
    // As a cache has it that knows strong ones alone.
    const strong = await get('/offers', { origin: ORIGIN, 'if-none-match': `"a", ${etag!.slice(2)} ,"b"` });
    expect(strong.status).toBe(304);
    mood.items = [item('Pro', {}, 'version-2')];
    wait(61);
    const status = async () => (await get('/offers', { origin: ORIGIN, 'if-none-match': etag })).status;
    await expect.poll(status).toBe(200);
  });

  test('takes an offer off the list when its time is over, though the list is kept', async () => {
    const { mood, limio } = moody();
    mood.items = [
      item('Pro', {
        valid_date_range__limio: { from: '2026-01-01T00:00:00.000Z', to: '2026-11-21T12:01:30.000Z' },
      }),
    ];
    const { get, wait } = setup({ freshness: { freshFor: 3600 } }, limio);
    expect(await names(await get('/offers'))).toEqual(['Pro']);
    wait(120);
    expect(await names(await get('/offers'))).toEqual([]);
  });
});

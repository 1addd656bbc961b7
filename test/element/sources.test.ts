import { describe, expect, test } from 'vitest';
import type { LimioReadyEvent } from '../../src/element/events/events.ts';
import {
  anchor,
  drawn,
  find,
  held,
  href,
  hrefs,
  isSeen,
  offer,
  place,
  serve,
  shop,
  show,
  tag,
  texts,
} from './fixtures.ts';

const script = (json: unknown) => `<script type="application/json">${JSON.stringify(json)}</script>`;

describe('the source of the offers', () => {
  // prettier-ignore
  const order: Array<[behaviour: string, has: string[], source: string, name: string]> = [
    ['the property wins over everything',      ['property', 'json', 'src', 'children'], 'property', 'P'],
    ['a JSON child wins over src and links',   ['json', 'src', 'children'],             'json',     'J'],
    ['src wins over links',                    ['src', 'children'],                     'src',      'S'],
    ['links are enough',                       ['children'],                            'children', 'C'],
  ];
  test.for(order)('%s', async ([, has, source, name]) => {
    const calls = serve(() => Response.json([offer('S')]));
    const content =
      (has.includes('children') ? anchor('C') : '') + (has.includes('json') ? script([offer('J')]) : '');
    const el = place(tag(has.includes('src') ? 'src="/offers.json"' : '', content), {
      offers: has.includes('property') ? [offer('P')] : undefined,
    });
    const ready = (await drawn(el)) as LimioReadyEvent;
    expect(ready.source).toBe(source);
    expect(texts(el, 'name')).toEqual([name]);
    expect(hrefs(el)).toEqual([href(name)]);
    expect(calls).toHaveLength(source === 'src' ? 1 : 0);
    expect(ready.offers.map(({ path }) => path)).toEqual([`/offers2/${name}`]);
  });

  // prettier-ignore
  const shapes: Array<[behaviour: string, given: unknown]> = [
    ['a list',                            [offer('A'), offer('B')]],
    ['a list as JSON',                    JSON.stringify([offer('A'), offer('B')])],
    ['a list as JSON an editor damaged',  '[{“path”:\u00a0“/offers2/A”},{“path”: “/offers2/B”},]'],
    ['a document with the list',          { offers: [offer('A'), offer('B')], asOf: '2026-01-01T00:00:00Z' }],
    ['a reply of Limio',                  { items: [{ id: '1', name: 'A', path: '/offers2/A', data: {} }, { id: '2', name: 'B', path: '/offers2/B', data: {} }] }],
    ['the items of a reply',              [{ id: '1', name: 'A', path: '/offers2/A', data: {} }, { id: '2', name: 'B', path: '/offers2/B', data: {} }]],
  ];
  test.for(shapes)('as a property may be %s', async ([, given]) => {
    const el = place(tag(), { offers: given });
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
  });

  test.for(shapes)('as a JSON child may be %s', async ([, given]) => {
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    const el = place(tag('', `<script type="application/json">${text}</script>`));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
  });

  test.for(shapes.filter(([, given]) => typeof given !== 'string'))(
    'as a file may be %s',
    async ([, given]) => {
      serve(() => Response.json(given));
      const el = place(tag('src="/offers.json"'));
      await drawn(el);
      expect(hrefs(el)).toEqual([href('A'), href('B')]);
    },
  );

  test('as an attribute is a list as JSON', async () => {
    const el = place(tag());
    el.setAttribute('offers', JSON.stringify([offer('A')]));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('may be a file on another site, asked without cookies or the address of the page', async () => {
    const calls = serve(() => Response.json([offer('A')]));
    await show(tag('src="https://cdn.example.com/offers.json"'));
    expect(calls.map(({ url }) => url)).toEqual(['https://cdn.example.com/offers.json']);
    expect(calls[0]!.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'origin' });
  });

  test('names what had to be left out', async () => {
    serve(() => Response.json([offer('A'), { name: 'no path' }, offer('A'), offer('B')]));
    const el = place(tag('src="/offers.json"'));
    const { warnings } = (await drawn(el)) as LimioReadyEvent;
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
    expect(warnings.map(({ code }) => code)).toEqual(['offer_unreadable', 'offer_unreadable']);
    expect(warnings[1]!.message).toContain('Offer 3');
  });

  test('is read again when a script sets it again', async () => {
    const el = place(tag('', anchor('C')), { offers: [offer('A')] });
    await drawn(el);
    el.offers = [offer('B')];
    await drawn(el);
    expect(hrefs(el)).toEqual([href('B')]);
    el.offers = undefined;
    await drawn(el);
    expect(hrefs(el)).toEqual([href('C')]);
  });

  test('shows the links of the page as cards until the file is there', async () => {
    const { give, answer } = held();
    serve(answer);
    const el = place(tag('src="/offers.json"', anchor('C')));
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('C')]);
    expect(find(el, '[part=offers]').ariaBusy).toBe('true');
    give(Response.json([offer('S')]));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('S')]);
    expect(find(el, '[part=offers]').ariaBusy).toBeNull();
    expect(isSeen(el.querySelector('a')!)).toBe(false);
  });
});

// prettier-ignore
const wanted: Array<[shown: string, attributes: string, query: string]> = [
  ['all',                                  '',                              ''],
  ['of a label',                           'label="pricing"',               '?country=&label=pricing'],
  ['sold in a country',                    'country="de"',                  '?country=DE&label='],
  ['sold in a country of a usual code',     'country="uk"',                  '?country=GB&label='],
  ['of a label that an address would cut', 'label="A&amp;B #1" country=gb', '?country=GB&label=A%26B+%231'],
];
test.for(wanted)('a backend is asked for the offers that are shown: %s', async ([, attributes, query]) => {
  const calls = serve(() => Response.json({ offers: [offer('A')] }));
  await show(tag(`backend="https://backend.example.com/" ${attributes}`));
  expect(calls.map(({ url }) => url)).toEqual([`https://backend.example.com/offers${query}`]);
});

test.for(['GB', 'uk'])('an offer that is sold in GB is shown for the country %s', async (country) => {
  const offers = [offer('Here', { countries: ['GB'] }), offer('There', { countries: ['FR'] })];
  const el = await show(tag(`country="${country}"`), { offers });
  expect(texts(el, 'name')).toEqual(['Here']);
});

test('a backend is asked anew when other offers are shown, and for each once', async () => {
  const calls = serve(({ url }) =>
    Response.json({ offers: [offer(new URL(url).searchParams.get('label')!, { labels: ['one', 'two'] })] }),
  );
  const el = await show(tag('backend="https://backend.example.com" label="one"'));
  expect(texts(el, 'name')).toEqual(['one']);
  const again = drawn(el);
  el.label = 'two';
  await again;
  expect(texts(el, 'name')).toEqual(['two']);
  el.country = '';
  await el.updateComplete;
  expect(calls).toHaveLength(2);
});

test.for([false, 0, '', null, undefined, NaN])('a list that is %s is none', async (offers) => {
  const el = await show(tag('', script([offer('J')])), { offers });
  expect(texts(el, 'name')).toEqual(['J']);
});

test('takes the shop from the links where an editor stripped it', async () => {
  const el = place(`<limio-offers>${anchor('A')}</limio-offers>`);
  await drawn(el);
  expect(hrefs(el)).toEqual([href('A')]);
  expect(el.purchaseLink()).toBe(`${shop}/checkout?purchase=%2Foffers2%2FA`);
});

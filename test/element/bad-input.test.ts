import { describe, expect, test } from 'vitest';
import { LimioErrorEvent } from '../../src/element/events/events.ts';
import { LimioOffersElement } from '../../src/element/limio-offers.ts';
import {
  anchor,
  drawn,
  findAll,
  href,
  hrefs,
  isSeen,
  listen,
  noise,
  offer,
  place,
  serve,
  shop,
  tag,
  texts,
} from './fixtures.ts';

/** What content systems, templates and attackers put where a value belongs. */
// prettier-ignore
const HOSTILE: string[] = [
  '', '  ', '\n', 'null', 'undefined', 'NaN', 'true', '-1', '[object Object]', '[]', '{}', '[null]', '"', '“shop”', '&amp;quot;',
  '<img src=x onerror=window.__xss=1>', '"><script>window.__xss=1</script>', 'javascript:window.__xss=1', 'java\nscript:window.__xss=1',
  'data:text/html,<script>window.__xss=1</script>', '//evil.test', 'https://evil.test/', 'https://user:pass@evil.test', '\\\\evil.test', '../../..',
  '__proto__', 'constructor', 'toString', '{"__proto__":{"planted":1}}', '[{"path":"/x","__proto__":{"planted":1}}]', '{{constructor}}', '${alert(1)}',
  '\ud83d', '\0\u0007', '\u202e', '*', '%', '%00', '.', '?', '#', 'e\u0301'.repeat(50), 'x'.repeat(100_000), '['.repeat(5000), '{"a":'.repeat(5000),
];

/** What frameworks and scripts set where a text belongs. */
const circular: Record<string, unknown> = { path: '/x' };
circular['self'] = circular;
const hostileObject = {
  get path() {
    throw new Error('a getter that throws');
  },
  toString() {
    throw new Error('no text');
  },
};
// prettier-ignore
const STRANGE: unknown[] = [
  null, undefined, 0, NaN, Infinity, true, false, 10n, Symbol('x'), () => 'x', [], [[]], [null], {}, Object.create(null), circular, [circular, 7, 'x'],
  new Date(NaN), new Map(), hostileObject, [hostileObject], { offers: hostileObject }, { offers: [hostileObject] }, { items: [hostileObject] }, { items: [null, 7] },
  [{ path: '/x', price: { amount: {}, currency: [] }, features: {}, labels: 7, countries: {}, quantity: 'x' }],
];

/** Whatever was put in, this holds: cards that sell, if need be those of the links, or the children; one event tells why. */
function expectItSells(el: LimioOffersElement, events: readonly Event[], given: string): void {
  const errors = events.filter((event) => event instanceof LimioErrorEvent);
  const isChildSeen = isSeen(el.querySelector('a')!);
  if (hrefs(el).length) {
    expect(isChildSeen, given).toBe(false);
    expect(errors.length, given).toBeLessThanOrEqual(1);
  } else {
    expect(isChildSeen, given).toBe(true);
    expect(errors.length, given).toBe(1);
  }
  for (const { message } of errors) {
    expect(message, given).toMatch(/[.?]$/);
    expect(message.length, given).toBeLessThan(300);
  }
  for (const link of hrefs(el)) expect(link, given).toMatch(/^https:\/\/shop\.example\.com\/[^/]/);
  expect(({} as Record<string, unknown>)['planted'], given).toBeUndefined();
  expect((window as unknown as Record<string, unknown>)['__xss'], given).toBeUndefined();
}

const errorCodes = (events: readonly Event[]) =>
  events.filter((event) => event instanceof LimioErrorEvent).map(({ code }) => code);

const attributes = LimioOffersElement.observedAttributes.filter((name) => !name.startsWith('data-'));

describe('a hostile value', () => {
  test.for(attributes)('of the attribute %s still sells, and tells nobody but our events', async (name) => {
    serve(() => new Response('', { status: 404 }));
    const heard = noise();
    for (const value of HOSTILE) {
      const el = place(tag('', anchor('A')));
      const events = listen(el);
      el.setAttribute(name, value);
      await drawn(el);
      await el.updateComplete;
      expectItSells(el, events, `${name}=${JSON.stringify(value.slice(0, 80))}`);
      el.remove();
    }
    expect(heard).toEqual([]);
  });

  test.for(Object.keys(LimioOffersElement.properties))('of the property %s does so, too', async (name) => {
    serve(() => new Response('', { status: 404 }));
    const heard = noise();
    for (const [n, value] of STRANGE.entries()) {
      const el = place(tag('', anchor('A')), { [name]: value });
      const events = listen(el);
      await drawn(el);
      await el.updateComplete;
      expectItSells(el, events, `${name} = strange value ${n}`);
      el.remove();
    }
    expect(heard).toEqual([]);
  });
});

describe('JSON in the page that cannot be used', () => {
  // prettier-ignore
  const damaged: Array<[behaviour: string, json: string, code: string]> = [
    ['that was cut off',                  '[{"path":"/offers2/A"',               'json_invalid'],
    ['with single quotes',                "[{'path':'/offers2/A'}]",             'json_invalid'],
    ['whose comma became a paragraph',    '[{"path":"/offers2/B"}</p><p>{}]',  'json_invalid'],
    ['that is a text of an object',       '[object Object]',                     'json_invalid'],
    ['that is no list',                   '{"path":"/offers2/A"}',               'json_invalid'],
    ['that is null',                      'null',                                'json_invalid'],
    ['that is a number',                  '7',                                   'json_invalid'],
    ['that is far too deep',              '['.repeat(100_000),                   'json_invalid'],
    ['that is an empty list',             '[]',                                  'offers_empty'],
    ['that holds no offer',               '[{"name":"A"},7,null]',               'offers_empty'],
    ['that is an empty reply of Limio',   '{"items":[]}',                        'offers_empty'],
  ];
  test.for(damaged)('%s leaves the cards of the links, and one event says so', async ([, json, code]) => {
    const heard = noise();
    const el = place(tag('', `${anchor('A')}<script type="application/json">${json}</script>`));
    const events = listen(el);
    await drawn(el);
    await el.updateComplete;
    expect(isSeen(el.querySelector('a')!)).toBe(false);
    expect(hrefs(el)).toEqual([href('A')]);
    expect(errorCodes(events)).toEqual([code]);
    expect(texts(el, 'message')).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('is mended where an editor damaged it', async () => {
    const json = '<p>\ufeff[{“path”:\u00a0“/offers2/A”, “name”: “A &amp; B”},]<!-- plans --></p>';
    const el = place(tag('', `<script type="application/json">${json}</script>`));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
    expect(texts(el, 'name')).toEqual(['A &amp; B']);
  });

  test('leaves the prototype of objects alone', async () => {
    const json =
      '[{"path":"/offers2/A","__proto__":{"planted":1},"constructor":{"prototype":{"planted":1}}}]';
    const el = place(tag('', `<script type="application/json">${json}</script>`));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
    expect({}).not.toHaveProperty('planted');
  });
});

describe('a configuration that cannot sell', () => {
  const offers = [offer('A', { labels: ['x'], countries: ['DE'], until: '2100-01-01' })];

  // prettier-ignore
  const rows: Array<[behaviour: string, attributes: string, code: string]> = [
    ['plain http for a shop',         'shop="http://shop.example.com"',        'shop_invalid'],
    ['a shop with a path',            `shop="${shop}/checkout"`,               'shop_invalid'],
    ['a page on another host',        `shop="${shop}" page="//evil.test"`,     'page_invalid'],
    ['a label nothing carries',       `shop="${shop}" label="y"`,              'offers_empty'],
    ['a country nothing is sold in',  `shop="${shop}" country="FR"`,           'offers_empty'],
  ];
  test.for(rows)('such as %s is told by its own code; links stay', async ([, attributes, code]) => {
    const el = place(`<limio-offers ${attributes}>${anchor('A')}</limio-offers>`, { offers });
    const events = listen(el);
    await drawn(el);
    expect(errorCodes(events)).toEqual([code]);
    expect(hrefs(el).length || isSeen(el.querySelector('a')!)).toBeTruthy();
  });

  test.for(rows.slice(0, 3))(
    'such as %s is told where links are all there is',
    async ([, attributes, code]) => {
      const el = place(`<limio-offers ${attributes}>${anchor('A')}</limio-offers>`);
      const events = listen(el);
      await drawn(el);
      expect(events.map((event) => (event as LimioErrorEvent).code)).toEqual([code]);
      expect(isSeen(el.querySelector('a')!)).toBe(true);
    },
  );

  test('is told again when it is another problem, and mended in place', async () => {
    const el = place(`<limio-offers shop="http://x.test">${anchor('A')}</limio-offers>`);
    const events = listen(el);
    await drawn(el);
    el.setAttribute('shop', shop);
    await drawn(el);
    expect(events.map(({ type }) => type)).toEqual(['limio-error', 'limio-ready']);
    expect(hrefs(el)).toEqual([href('A')]);
  });
});

describe('a broken field of an offer', () => {
  // prettier-ignore
  const rows: Array<[behaviour: string, fields: Record<string, unknown>]> = [
    ['a price that is no number',        { price: { amount: 'NaN', currency: 'EUR' } }],
    ['a currency that is none',          { price: { amount: '1', currency: '€' } }],
    ['features that are an object',      { features: { a: 1 } }],
    ['a date that is none',              { until: 'soon' }],
    ['an image that is a number',        { image: 7 }],
    ['a group that is an object',        { group: {} }],
    ['a text of a megabyte',             { summary: 'x'.repeat(1_000_000) }],
  ];
  test.for(rows)('such as %s never costs the offer, nor shows NaN', async ([, fields]) => {
    const el = place(tag(), { offers: [{ path: '/offers2/A', ...fields }, { path: '/offers2/B' }] });
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
    expect(el.shadowRoot!.textContent).not.toMatch(/NaN|undefined|\[object/);
    expect(findAll(el, 'img')).toEqual([]);
  });

  test('such as an unknown currency is shown by its code', async () => {
    const el = place(tag('lang="en"'), { offers: [offer('A', { price: { amount: '1', currency: 'ZZZ' } })] });
    await drawn(el);
    expect(texts(el, 'amount')).toEqual(['ZZZ 1'.replace(' ', ' ')]);
  });
});

test('A page that breaks what prices are written with sees its links, and one event says so', async () => {
  const { NumberFormat } = Intl;
  Intl.NumberFormat = Object.assign(() => Promise.reject, { supportedLocalesOf: () => ['en'] }) as never;
  try {
    const el = place(tag('', anchor('A', 'data-price="7" data-currency="CHF" data-interval="month"')));
    expect(await drawn(el)).toMatchObject({ type: 'limio-error', code: 'internal' });
    expect(isSeen(el.querySelector('a')!)).toBe(true);
  } finally {
    Intl.NumberFormat = NumberFormat;
  }
});

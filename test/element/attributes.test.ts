import { describe, expect, test } from 'vitest';
import { LimioOffersElement } from '../../src/element/limio-offers.ts';
import {
  anchor,
  drawn,
  find,
  findAll,
  href,
  hrefs,
  offer,
  place,
  serve,
  shop,
  show,
  tag,
  texts,
} from './fixtures.ts';

const offers = [
  offer('A', { group: 'monthly', labels: ['print'], countries: ['GB'] }),
  offer('B', { group: 'yearly', labels: ['digital'], countries: ['DE', 'GB'] }),
];

/** What each attribute does, told by what is drawn. */
// prettier-ignore
const effects: Array<[name: string, value: string, tell: (el: LimioOffersElement) => unknown, told: unknown]> = [
  ['page',       '/cart',    (el) => hrefs(el)[0],                              href('A', '', '/cart')],
  ['label',      'digital',  (el) => texts(el, 'name'),                         ['B']],
  ['group',      'yearly',   (el) => texts(el, 'name'),                         ['B']],
  ['country',    'de',       (el) => texts(el, 'name'),                         ['B']],
  ['promo-code', 'save20',   (el) => texts(el, 'code'),                        ['Code SAVE20 is checked at checkout']],
  ['select',     'many',     (el) => findAll(el, 'input[type=checkbox]').length, 1],
  ['layout',     'list',     (el) => find(el, '[part=base]').classList[1],      'list'],
  ['target',     '_top',     (el) => find<HTMLAnchorElement>(el, 'a').target,   '_top'],
  ['theme',      'dark',     (el) => getComputedStyle(find(el, '[part=base]')).colorScheme, 'dark'],
  ['locale',     'de',       (el) => texts(el, 'cta'),                          ['Abonnieren A']],
  ['copy-link',  '',         (el) => texts(el, 'copy'),                         ['Copy link A']],
  ['words',      '{"cta":"Go"}', (el) => texts(el, 'cta'),                      ['Go A']],
  ['offers',     '[{"path":"/offers2/C"}]', (el) => texts(el, 'name'),          ['C']],
];

describe('an attribute', () => {
  test.for(effects)('%s does what it is for', async ([name, value, tell, told]) => {
    const el = place(tag('lang="en"'), { offers });
    el.setAttribute(name, value);
    await drawn(el);
    expect(tell(el)).toEqual(told);
  });

  test.for(effects)('%s can be written with data-', async ([name, value, tell, told]) => {
    const el = place(tag('lang="en"'), { offers });
    el.setAttribute(`data-${name}`, value);
    await drawn(el);
    expect(tell(el)).toEqual(told);
  });

  /** What templates print where they have nothing to fill in. */
  const printed = ['undefined', 'null', '{{ value }}', '${VALUE}', '<%= value %>', '[object Object]'];
  test.for(['page', 'src', 'backend', 'label', 'group', 'country', 'carry', 'promo-code', 'shop'])(
    '%s is as if it were not there where a template had nothing to print',
    async (name) => {
      const asked = serve(() => Response.json([]));
      for (const value of printed) {
        const el = place(
          `<limio-offers lang="en" shop="${shop}">${anchor('A', 'data-labels="x" data-countries="GB"')}</limio-offers>`,
        );
        el.setAttribute(name, value);
        expect(await drawn(el), value).toMatchObject({ type: 'limio-ready' });
        expect(hrefs(el), value).toEqual([href('A')]);
      }
      expect(asked).toEqual([]);
    },
  );

  test.for(effects)('%s can be changed later, and taken away', async ([name, value, tell, told]) => {
    const el = await show(tag(`lang="en"`), { offers });
    const before = tell(el);
    expect(before).not.toEqual(told);
    el.setAttribute(name, value);
    await expect.poll(() => tell(el)).toEqual(told);
    if (name === 'offers') return;
    el.removeAttribute(name);
    await expect.poll(() => tell(el)).toEqual(before);
  });

  test('wins over its data- twin, whichever comes first', async () => {
    const one = await show(
      `<limio-offers shop="${shop}" page="/cart" data-page="/other">${anchor('A')}</limio-offers>`,
    );
    const two = await show(
      `<limio-offers shop="${shop}" data-page="/other" page="/cart">${anchor('A')}</limio-offers>`,
    );
    expect([...hrefs(one), ...hrefs(two)]).toEqual([href('A', '', '/cart'), href('A', '', '/cart')]);
    one.removeAttribute('page');
    await one.updateComplete;
    expect(hrefs(one)).toEqual([href('A', '', '/other')]);
  });

  test('is known by its data- twin in every case', () => {
    const known = LimioOffersElement.observedAttributes;
    expect(known.filter((name) => !name.startsWith('data-')).map((name) => `data-${name}`)).toEqual(
      known.filter((name) => name.startsWith('data-')),
    );
  });

  test('shop can be the data- twin, as editors leave it', async () => {
    const el = await show(
      `<limio-offers data-shop="${shop}" data-offers='[{"path":"/offers2/A"}]'></limio-offers>`,
    );
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('may be in the quotes an editor turned', async () => {
    const el = await show(`<limio-offers shop=”${shop}” promo-code=“SAVE20”>${anchor('A')}</limio-offers>`);
    expect(hrefs(el)).toEqual([href('A', '&pc=SAVE20')]);
  });
});

describe('a property', () => {
  // prettier-ignore
  const properties: Array<[name: string, value: unknown, tell: (el: LimioOffersElement) => unknown, told: unknown]> = [
    ['page',      '/cart',        (el) => hrefs(el)[0],         href('A', '', '/cart')],
    ['promoCode', 'save20',       (el) => hrefs(el)[0],         href('A', '&pc=SAVE20')],
    ['copyLink',  true,           (el) => texts(el, 'copy'),    ['Copy link A']],
    ['locale',    'de',           (el) => texts(el, 'cta'),     ['Abonnieren A']],
    ['words',     { cta: 'Go' },  (el) => texts(el, 'cta'),     ['Go A']],
  ];
  test.for(properties)('%s can be set by a script', async ([name, value, tell, told]) => {
    const el = place(tag('lang="en"'), { offers, [name]: value });
    await drawn(el);
    expect(tell(el)).toEqual(told);
    expect((el as unknown as Record<string, unknown>)[name]).toEqual(value);
  });

  test('is empty, not undefined, before it is set', () => {
    const { page, promoCode, copyLink } = document.createElement('limio-offers');
    expect([page, promoCode, copyLink]).toEqual(['', '', false]);
  });

  test('writes nothing to the element on the page', async () => {
    const el = place(tag(), { offers, promoCode: 'X1', page: '/cart' });
    const before = el.outerHTML;
    await drawn(el);
    expect(el.outerHTML).toBe(before);
  });

  test('that was set before the tag was registered is kept, and can be changed', async () => {
    const tagName = 'limio-offers-late';
    const el = document.createElement(tagName) as LimioOffersElement;
    Object.assign(el, { shop, offers: [offer('A')], promoCode: 'X1' });
    place('<div></div><limio-offers></limio-offers>').parentElement!.append(el);
    customElements.define(tagName, class extends LimioOffersElement {});
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A', '&pc=X1')]);
    el.offers = [offer('B')];
    await drawn(el);
    expect(hrefs(el)).toEqual([href('B', '&pc=X1')]);
  });
});

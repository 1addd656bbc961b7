import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LimioReadyEvent } from '../../src/element/events/events.ts';
import {
  anchor,
  appears,
  drawn,
  find,
  findAll,
  held,
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

const offers = [offer('Pro Plan'), offer('A & B = 100%')];

/** Gives the page another query for one test. */
function search(query: string, begin = ''): void {
  const before = location.href;
  const entries = vi.spyOn(performance, 'getEntriesByType');
  entries.mockReturnValue(begin ? [{ name: begin } as PerformanceEntry] : []);
  onTestFinished(() => entries.mockRestore());
  const url = new URL(before);
  url.search = query;
  history.replaceState(history.state, '', url);
  onTestFinished(() => history.replaceState(history.state, '', before));
}

describe('the purchase link of a card', () => {
  // prettier-ignore
  const links: Array<[behaviour: string, attributes: string, links: string[]]> = [
    ['leads to the checkout with the offer',    '',                               [href('Pro Plan'), href('A & B = 100%')]],
    ['is the same in a list',                   'layout="list"',                  [href('Pro Plan'), href('A & B = 100%')]],
    ['is the same in a chat panel',             'layout="compact"',               [href('Pro Plan'), href('A & B = 100%')]],
    ['is the same on a button alone',           'layout="button"',                [href('Pro Plan'), href('A & B = 100%')]],
    ['leads to the page that is set',           'page="/cart"',                   [href('Pro Plan', '', '/cart'), href('A & B = 100%', '', '/cart')]],
    ['takes a page without a slash',            'page="fr/caisse"',               [href('Pro Plan', '', '/fr/caisse'), href('A & B = 100%', '', '/fr/caisse')]],
    ['sends the promo code in capitals',        'promo-code="save20"',            [href('Pro Plan', '&pc=SAVE20'), href('A & B = 100%', '&pc=SAVE20')]],
    ['leaves out a code that cannot be one',    'promo-code="&purchase=/x"',      [href('Pro Plan'), href('A & B = 100%')]],
    ['takes the shop as a bare host',           'shop="shop.example.com"',        [href('Pro Plan'), href('A & B = 100%')]],
  ];
  test.for(links)('%s', async ([, attributes, expected]) => {
    const el = await show(`<limio-offers ${attributes} shop="${shop}"></limio-offers>`, { offers });
    expect(hrefs(el)).toEqual(expected);
    for (const a of findAll<HTMLAnchorElement>(el, 'a')) expect(a.href).toBe(a.getAttribute('href'));
  });

  test("leads to the offer's own page, unless the element names one", async () => {
    const own = [offer('A', { page: '/acme-checkout' }), offer('B')];
    const el = await show(tag(), { offers: own });
    expect(hrefs(el)).toEqual([href('A', '', '/acme-checkout'), href('B')]);
    el.page = '/cart';
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('A', '', '/cart'), href('B', '', '/cart')]);
  });

  test("still sells where the offer's own page cannot be one, and says so", async () => {
    const el = place(tag(), { offers: [offer('A', { page: '//evil.test' })] });
    const { warnings } = (await drawn(el)) as LimioReadyEvent;
    expect(hrefs(el)).toEqual([href('A')]);
    expect(warnings.map(({ code }) => code)).toEqual(['page_invalid']);
  });

  test("wins over a link's own promo code when the element has one", async () => {
    const el = await show(tag('promo-code="OTHER"', `<a href="${href('A', '&pc=OWN')}">A</a>`));
    expect(hrefs(el)).toEqual([href('A', '&pc=OTHER')]);
  });

  test('is there while offers are still loading', async () => {
    const { answer } = held();
    serve(answer);
    const el = place(tag('src="/offers.json" promo-code="X1"', anchor('A')));
    await appears(el, '[part=cta]');
    expect(hrefs(el)).toEqual([href('A', '&pc=X1')]);
    expect(texts(el, 'name')).toEqual(['A']);
  });

  test('shows no page address beyond the origin, and gives the shop no handle on the page', async () => {
    const el = await show(tag('target="_blank"'), { offers });
    for (const a of findAll<HTMLAnchorElement>(el, 'a')) {
      expect(a.referrerPolicy).toBe('origin');
      expect(a.relList.contains('noopener')).toBe(true);
    }
  });

  // prettier-ignore
  const targets: Array<[attribute: string, target: string, says: string]> = [
    ['',                 '_self',  'Subscribe Pro Plan'],
    ['target="_self"',   '_self',  'Subscribe Pro Plan'],
    ['target="_top"',    '_top',   'Subscribe Pro Plan'],
    ['target="_blank"',  '_blank', 'Subscribe Pro Plan (opens in a new window)'],
    ['target="_BLANK"',  '_blank', 'Subscribe Pro Plan (opens in a new window)'],
    ['target="shop"',    '_self',  'Subscribe Pro Plan'],
  ];
  test.for(targets)('with %s opens in %s and says "%s"', async ([attribute, target, says]) => {
    const el = await show(tag(`lang="en" ${attribute}`), { offers });
    expect(find<HTMLAnchorElement>(el, 'a').target).toBe(target);
    expect(texts(el, 'cta')[0]).toBe(says);
  });

  test('tells of the new window at the basket, too', async () => {
    const el = await show(tag('lang="en" select="many" target="_blank"'), { offers });
    find(el, 'input').click();
    await el.updateComplete;
    expect(find(el, 'a[part=cta]').textContent!.trim()).toBe('Checkout (opens in a new window)');
  });
});

describe('what the page was asked with', () => {
  // prettier-ignore
  const rows: Array<[behaviour: string, query: string, attributes: string, carried: string]> = [
    ['travels as far as it is about the campaign', '?utm_source=a%20b&gclid=c&page=2', '',                '&utm_source=a%20b&gclid=c'],
    ['travels as far as the element says',         '?utm_source=a&ref=c',              'carry="ref"',     '&ref=c'],
    ['stays where the element says so',            '?utm_source=a',                    'carry="none"',    ''],
    ['never adds an offer or a code',              '?purchase=/x&pc=FREE&label=y',     'carry="*"',       ''],
    ['never tells about a person',                 '?email=a&utm_name=b&token=c&utm_source=a@b.c', 'carry="*"', ''],
  ];
  test.for(rows)('%s', async ([, query, attributes, carried]) => {
    search(query);
    const el = await show(tag(attributes), { offers: [offer('A')] });
    const expected = new URL(href('A', carried)).searchParams;
    const written = new URL(hrefs(el)[0]!).searchParams;
    expect([...written].sort()).toEqual([...expected].sort());
  });

  // prettier-ignore
  const visits: Array<[behaviour: string, begin: string, now: string, carried: string]> = [
    ['stays though a tool cleans the address',        '?utm_source=a&gclid=b#top', '',               '&utm_source=a&gclid=b'],
    ['stays though a tool leaves other parameters',   '?utm_source=a',             '?page=2',        '&utm_source=a'],
    ['gives way to a newer one of the same name',     '?utm_source=a&gclid=b',     '?utm_source=c',  '&utm_source=c&gclid=b'],
    ['is none where an anchor looks like one',        '#?utm_source=a',            '',               ''],
    ['is none where there was none',                  '?page=1',                   '',               ''],
    ['never tells about a person it began with',      '?utm_source=a%40b.c&token=d', '',             ''],
  ];
  test.for(visits)('at the begin of the visit %s', async ([, begin, now, carried]) => {
    search(now, `https://page.example.com/${begin}`);
    const el = await show(tag(), { offers: [offer('A')] });
    const sorted = (link: string) => [...new URL(link).searchParams].sort();
    expect(sorted(hrefs(el)[0]!)).toEqual(sorted(href('A', carried)));
  });

  test.for(['document', 'about:srcdoc', 'data:text/html,page', 'blob:null/1'])(
    'is that of the page in a frame whose visit began at %s',
    async (begin) => {
      search('?utm_source=a', begin);
      const el = await show(tag(), { offers: [offer('A')] });
      expect(hrefs(el)).toEqual([href('A', '&utm_source=a')]);
    },
  );

  test("wins over a link's own campaign of the same name", async () => {
    search('?utm_source=page');
    const el = await show(tag('', `<a href="${href('A', '&utm_source=own&utm_medium=own')}">A</a>`));
    expect(hrefs(el)).toEqual([href('A', '&utm_source=page&utm_medium=own')]);
  });
});

describe('purchaseLink()', () => {
  test('writes the link of the only offer', async () => {
    const el = await show(tag(), { offers: [offer('A')] });
    expect(el.purchaseLink()).toBe(href('A'));
  });

  test('writes the link of what is asked for, listed or not, in that order', async () => {
    const el = await show(tag('promo-code="x1"'), { offers });
    expect(el.purchaseLink(['/offers2/Other', '/offers2/Pro Plan'])).toBe(
      `${shop}/checkout?purchase=%2Foffers2%2FOther&purchase=%2Foffers2%2FPro%20Plan&pc=X1`,
    );
  });

  test('writes links before anything is drawn', () => {
    const el = document.createElement('limio-offers');
    el.shop = shop;
    expect(el.purchaseLink(['/offers2/A'])).toBe(href('A'));
  });

  // prettier-ignore
  const refusals: Array<[behaviour: string, attributes: string, paths: string[] | undefined, code: string]> = [
    ['when nothing is chosen of several',   `shop="${shop}"`,                      undefined,     'offer_invalid'],
    ['when nothing is asked for',           `shop="${shop}"`,                      [],            'offer_invalid'],
    ['when a path cannot be sold',          `shop="${shop}"`,                      ['Pro'],       'offer_invalid'],
    ['when there is no shop',               '',                                    ['/x'],        'shop_invalid'],
    ['when the page is none',               `shop="${shop}" page="//evil.test"`,   ['/x'],        'page_invalid'],
  ];
  test.for(refusals)('says why it cannot, %s', async ([, attributes, paths, code]) => {
    const el = place(`<limio-offers ${attributes}></limio-offers>`, { offers });
    await drawn(el);
    expect(() => el.purchaseLink(paths)).toThrow(expect.objectContaining({ name: 'LimioError', code }));
  });
});

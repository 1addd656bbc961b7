import { nextFrame } from '@open-wc/testing';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import {
  anchor,
  drawn,
  findAll,
  href,
  hrefs,
  noise,
  place,
  serve,
  shop,
  show,
  tag,
  texts,
} from './fixtures.ts';

/** Elements and attributes that could run something; none is ever drawn from an offer. */
const ACTIVE =
  'script,iframe,object,embed,svg,math,form,style,link,meta,base,template,video,[onerror],[onload],[style],[srcdoc],[src]';

// prettier-ignore
const PAYLOADS: string[] = [
  '<img src=x onerror=window.__xss=1>',
  '<svg onload=window.__xss=1>',
  '<script>window.__xss=1</script>',
  '</style><script>window.__xss=1</script>',
  '</p></li></ul><iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  '<a href="javascript:window.__xss=1">x</a>',
  '"onmouseover=window.__xss=1 x="',
  "'><img src=x onerror=window.__xss=1>",
  '[x](javascript:window.__xss=1)',
  'Pro ${window.__xss=1}',
  'Pro {{constructor.constructor("window.__xss=1")()}}',
  '<!--<img src="--><img src=x onerror=window.__xss=1>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__xss=1>',
  '&lt;img src=x onerror=window.__xss=1&gt;',
  '<limio-offers shop="https://evil.test"></limio-offers>',
  '?lit$0$<img src=x onerror=window.__xss=1>',
];

const everywhere = (text: string): Offer => ({
  path: '/offers2/A',
  name: text,
  summary: text,
  displayPrice: [{ text, style: 'strong' }, { text, style: 'struck' }, { text }],
  smallPrint: [{ text }],
  features: [text],
  badge: text,
  cta: text,
  group: 'monthly',
});

const one = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('markup in an offer', () => {
  test.for(PAYLOADS)('stays the text it is: %s', async (payload) => {
    const heard = noise();
    const offers = [everywhere(payload), { path: '/offers2/B', name: 'B', group: payload }];
    const el = await show(tag('select="one" copy-link'), { offers });
    await nextFrame();
    expect((window as unknown as Record<string, unknown>)['__xss']).toBeUndefined();
    expect(findAll(el, ACTIVE)).toEqual([]);
    expect(texts(el, 'name')).toEqual([one(payload)]);
    for (const part of ['summary', 'feature', 'badge', 'small-print'])
      expect(texts(el, part)).toEqual([one(payload)]);
    expect(texts(el, 'price')[0]!.split(one(payload))).toHaveLength(4);
    expect(texts(el, 'group')[1]!.toLowerCase()).toBe(one(payload).toLowerCase());
    expect(hrefs(el)).toEqual([href('A')]);
    expect(heard).toEqual([]);
  });

  test.for(PAYLOADS)('stays text in a link of the page, its data and the words: %s', async (payload) => {
    const el = place(tag('promo-code="X" target="_blank"', anchor('A')));
    const link = el.querySelector('a')!;
    link.textContent = payload;
    Object.assign(link.dataset, { summary: payload, badge: payload, features: payload, cta: payload });
    el.words = { promo: payload, window: payload };
    await drawn(el);
    await nextFrame();
    expect((window as unknown as Record<string, unknown>)['__xss']).toBeUndefined();
    expect(findAll(el, ACTIVE)).toEqual([]);
    expect(texts(el, 'name')).toEqual([one(payload)]);
  });

  test.for(PAYLOADS)('in a recorded reply of Limio runs nothing: %s', async (payload) => {
    const attributes = {
      display_name__limio: payload,
      display_price__limio: payload,
      offer_features__limio: payload,
      detailed_display_price__limio: payload,
    };
    serve(() =>
      Response.json({ items: [{ id: '1', name: payload, path: '/offers2/A', data: { attributes } }] }),
    );
    const el = await show(tag('src="/reply.json"'));
    await nextFrame();
    expect((window as unknown as Record<string, unknown>)['__xss']).toBeUndefined();
    expect(findAll(el, ACTIVE)).toEqual([]);
    expect(hrefs(el)).toEqual([href('A')]);
  });
});

describe('the image of an offer', () => {
  // prettier-ignore
  const images: Array<[behaviour: string, image: string, src: string | undefined]> = [
    ['an https address is drawn',          'https://cdn.example.com/a b.png',          'https://cdn.example.com/a%20b.png'],
    ['a path is one of the shop',          '/public/desk.svg',                         `${shop}/public/desk.svg`],
    ['a relative path is one of the shop', 'public/desk.svg',                          `${shop}/public/desk.svg`],
    ['a script is not drawn',              'javascript:window.__xss=1',                undefined],
    ['a broken-up script is not drawn',    'java\nscript:window.__xss=1',              undefined],
    ['a script in capitals is not drawn',  ' JAVASCRIPT:window.__xss=1',               undefined],
    ['an old script is not drawn',         'vbscript:msgbox(1)',                       undefined],
    ['data is not drawn',                  'data:image/svg+xml,<svg onload=alert(1)>', undefined],
    ['a blob is not drawn',                `blob:${shop}/x`,                           undefined],
    ['plain http is not drawn',            'http://cdn.example.com/a.png',             undefined],
    ['a file is not drawn',                'file:///etc/passwd',                       undefined],
    ['nonsense is not drawn',              'https://',                                 undefined],
  ];
  test.for(images)('%s', async ([, image, src]) => {
    const el = await show(tag(), { offers: [{ path: '/offers2/A', image }] });
    expect(findAll<HTMLImageElement>(el, 'img').map((img) => img.getAttribute('src'))).toEqual(
      src ? [src] : [],
    );
    expect(hrefs(el)).toEqual([href('A')]);
  });
});

test('the image of an offer of a shop that is named by its host alone is one of that shop', async () => {
  const images = ['/public/desk.svg', 'https://cdn.example.com/a.png'];
  const offers = images.map((image, n) => ({ path: `/offers2/${n}`, image }));
  const el = await show(tag().replace(shop, 'shop.example.com'), { offers });
  expect(findAll<HTMLImageElement>(el, 'img').map(({ src }) => src)).toEqual([
    `${shop}/public/desk.svg`,
    'https://cdn.example.com/a.png',
  ]);
});

describe('a page that names things as we do', () => {
  const clobber =
    '<a id="shop"></a><a id="Config" href="https://evil.test"></a><a id="Config" name="endpoint" href="https://evil.test"></a>' +
    '<img name="currentScript"><img name="baseURI"><form name="customElements"><input name="get"></form>' +
    '<iframe name="limio"></iframe><form id="location"><input name="search" value="?utm_source=evil"></form>';

  test('has no say in where the cards lead', async () => {
    const el = place(clobber + tag('', anchor('A')));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('has none inside the tag either', async () => {
    const inside =
      '<form><input name="getAttribute"><input name="children"><input name="shadowRoot"></form><img name="shop" id="offers">';
    const el = place(tag('', anchor('A') + inside));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('has none through a base address', async () => {
    const base = document.createElement('base');
    base.href = 'https://evil.test/';
    document.head.append(base);
    try {
      const el = await show(tag(), { offers: [{ path: '/offers2/A', image: '/a.png' }] });
      expect(hrefs(el)).toEqual([href('A')]);
      expect(findAll<HTMLImageElement>(el, 'img').map(({ src }) => src)).toEqual([`${shop}/a.png`]);
    } finally {
      base.remove();
    }
  });
});

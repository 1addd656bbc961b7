import { describe, expect, test } from 'vitest';
import { renderOffers, type RenderOptions } from '../../src/html.ts';

const shop = 'https://shop.example.com';
const pro = {
  path: '/offers2/Pro Plan',
  name: 'Pro Plan',
  price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 } },
};
const link = `${shop}/checkout?purchase=%2Foffers2%2FPro%20Plan`;

describe('the links', () => {
  test('say what the element reads, in a form that editors keep', () => {
    expect(renderOffers([pro], { shop, form: 'links', promoCode: 'save20' })).toBe(
      `<limio-offers data-shop="${shop}" data-promo-code="save20"><a href="${link}&amp;pc=SAVE20" data-name="Pro Plan" data-price="29.00" data-currency="EUR" data-interval="month">Pro Plan, €29 per month</a></limio-offers>`,
    );
  });

  test('are in a language of their own where the list is', () => {
    expect(renderOffers([pro], { shop, form: 'links', locale: 'ar' })).toContain(
      '" lang="ar" dir="rtl" data-name=',
    );
    expect(renderOffers([pro], { shop, form: 'links', lang: 'ar' })).not.toContain('dir=');
  });

  test('stand beside a list where they cannot say all of it', () => {
    const html = renderOffers([{ ...pro, price: { ...pro.price, isFrom: true } }], { shop, form: 'links' });
    expect(html).toContain('data-offers="[{&quot;path&quot;:&quot;/offers2/Pro Plan&quot;');
    expect(html).toContain(`<a href="${link}">Pro Plan, from €29 per month</a>`);
  });

  test('stand alone where the list is loaded', () => {
    const html = renderOffers([{ ...pro, quantity: { initial: 1, min: 1, max: 9, step: 1 } }], {
      shop,
      src: '/offers.json',
    });
    expect(html).toContain('src="/offers.json"');
    expect(html).not.toContain('application/json');
  });
});

test('a reply of Limio is read as well', () => {
  const reply = { items: [{ path: '/offers2/Pro', data: { attributes: { display_name__limio: 'Pro' } } }] };
  expect(renderOffers(reply, { shop, form: 'links' })).toContain('data-name="Pro"');
});

test('an empty list is a tag without cards, for the element to say so', () => {
  expect(renderOffers([], { shop })).toBe(
    `<limio-offers shop="${shop}"><script type="application/json">[]</script></limio-offers>`,
  );
});

// prettier-ignore
const refused: Array<[what: string, list: unknown, options: RenderOptions, code: string]> = [
  ['a shop that cannot be one',  [pro], { shop: 'http://shop.example.com' },         'shop_invalid'],
  ['no shop at all',             [pro], { shop: '' },                                'shop_invalid'],
  ['a page that cannot be one',  [pro], { shop, page: 'https://evil.example.com' },  'page_invalid'],
  ['what is no list',            'x',   { shop },                                    'invalid_response'],
];
test.for(refused)('%s is refused', ([, list, options, code]) => {
  expect(() => renderOffers(list, options)).toThrow(expect.objectContaining({ name: 'LimioError', code }));
});

test('what was left out is told', () => {
  const told: string[] = [];
  renderOffers([pro, { name: 'x' }], { shop, promoCode: '%', warn: ({ code }) => told.push(code) });
  expect(told).toEqual(['offer_unreadable', 'promo_invalid']);
});

test('options that nobody knows are told', () => {
  const told: string[] = [];
  const odd = {
    layout: 'grid',
    theme: 'Dark',
    country: 'uk',
    form: 'card',
    accent: 'a;b',
  } as unknown as RenderOptions;
  renderOffers([pro], { ...odd, shop, warn: ({ message }) => told.push(message) });
  expect(told).toEqual([
    expect.stringContaining('layout='),
    expect.stringContaining('"card" cannot be used. Use picture, cards, links'),
    expect.stringContaining('a colour'),
  ]);
});

describe('a colour', () => {
  const styleFor = (accent: string) =>
    renderOffers([pro], { shop, accent }).match(/<template\b.*?<\/style>/)![0];

  test('is one where the browser knows it', () => {
    expect(styleFor('#0a7d4f')).toContain('@supports (color:#0a7d4f){.base{--limio-accent:#0a7d4f}}');
    expect(styleFor('rgb(1 2 3 / 50%)')).toContain('{--limio-accent:rgb(1 2 3 / 50%)}');
  });

  test('that is the text’s is the usual one until the page is known', () => {
    expect(styleFor('color-mix(in srgb, currentColor 60%, red)')).toContain(
      '{--limio-accent:color-mix(in srgb, canvastext 60%, red)}',
    );
  });

  test.for(['red}*{display:none', '</style><script>', 'red;x:y', 'rgb(', 'a)b(', 'url("x")', 'a\\a'])(
    'is left out of the styles where it could end a rule: %s',
    (accent) => expect(styleFor(accent)).not.toContain('@supports (color'),
  );
});

test('a long list takes no more time for each offer than a short one', () => {
  const list = Array.from({ length: 1500 }, (_, n) => ({ ...pro, path: `/offers2/${n}`, name: `${n}` }));
  expect(renderOffers(list, { shop, form: 'links' }).split('<a ').length - 1).toBe(1500);
});

test('many groups become a picture without comparing each plan with each other', () => {
  const list = Array.from({ length: 1400 }, (_, n) => ({ ...pro, path: `/offers2/${n}`, group: `g${n}` }));
  expect(renderOffers(list, { shop }).split('class="card').length - 1).toBe(1400);
});

const hostile = `</script></style></template><!--<script>'"&\`\${alert(1)}`;

test.for(['picture', 'cards', 'links'] as const)('no text of an offer becomes markup: %s', (form) => {
  const texts = {
    name: hostile,
    summary: hostile,
    badge: hostile,
    cta: hostile,
    group: hostile,
    image: hostile,
  };
  const more = {
    displayPrice: hostile,
    smallPrint: hostile,
    features: [hostile, { text: hostile, group: hostile }],
  };
  const options = { shop, form, words: { cta: hostile }, label: '', layout: 'cards' } as const;
  const html = renderOffers([{ path: '/offers2/A', ...texts, ...more }], options);
  const safe = renderOffers([{ path: '/offers2/A', name: 'A' }], { ...options, words: { cta: 'x' } });
  // Every tag there is one of ours.
  const names = new Set([...html.matchAll(/<\/?([a-z\d-]+|!)/gi)].map(([, name]) => name));
  expect([...names].filter((name) => !OURS.has(name!))).toEqual([]);
  expect(html.split('</script').length - 1).toBe(html.split('<script').length - 1);
  expect(safe).not.toContain('alert');
  expect(html).not.toContain(hostile);
});

const OURS = new Set(
  'limio-offers script div template style ul li h3 h4 p s bdi span strong a img fieldset legend label input'.split(
    ' ',
  ),
);

test('an address that would run something leads nowhere', () => {
  const html = renderOffers(
    [pro, { path: '/offers2/X', name: 'X', href: 'javascript:alert(1)', image: 'javascript:alert(1)' }],
    { shop, form: 'cards' },
  );
  expect(html).not.toMatch(/(href|src)="javascript:/);
});

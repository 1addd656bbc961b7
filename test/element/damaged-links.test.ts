import { beforeEach, expect, test } from 'vitest';
import { mendLinksBy } from '../../src/element/light-dom/offer-link.ts';
import { href, hrefs, root, shop, show, tag, texts } from './fixtures.ts';

// Each page begins without what mends.
beforeEach(() => mendLinksBy((link) => link as HTMLAnchorElement));

const link = (address: string, data = '', text = 'Pro') => `<a href="${address}" ${data}>${text}</a>`;
const at = (query: string) => `${shop}/checkout${query}`;

// prettier-ignore
const addresses: Array<[what: string, written: string, meant: string]> = [
  ['an ampersand escaped once more',         at('?purchase=/offers2/Pro&amp;amp;pc=SAVE20'),               href('Pro', '&pc=SAVE20')],
  ['an ampersand escaped three times more',  at('?purchase=/offers2/Pro&amp;amp;amp;amp;pc=SAVE20'),       href('Pro', '&pc=SAVE20')],
  ['an ampersand as WordPress escapes it',   at('?purchase=/offers2/Pro&amp;#038;pc=SAVE20'),              href('Pro', '&pc=SAVE20')],
  ['an escaped ampersand that was encoded',  at('?purchase=/offers2/Pro&amp;amp%3Bpc=SAVE20'),             href('Pro', '&pc=SAVE20')],
  ['a second question mark',                 at('?purchase=%2Foffers2%2FPro?utm_source=a'),                href('Pro', '&utm_source=a')],
  ['a tracker that came first',              at('?utm_source=a?purchase=/offers2/Pro'),                    href('Pro', '&utm_source=a')],
  ['no question mark',                       at('&purchase=/offers2/Pro'),                                 href('Pro')],
  ['a space that does not break',            at('?purchase=/offers2/Pro&nbsp;Plan'),                       href('Pro Plan')],
  ['such a space, encoded',                  at('?purchase=%2Foffers2%2FPro%C2%A0Plan'),                   href('Pro Plan')],
  ['a space without a width',                at('?purchase=/offers2/Pro\u200b'),                           href('Pro')],
  ['such a space, encoded',                  at('?purchase=%2Foffers2%2FPro%E2%80%8B'),                    href('Pro')],
  ['a soft hyphen',                          at('?purchase=/offers2/Enter&shy;prise'),                     href('Enterprise')],
  ['the detour of Google Docs',              `https://www.google.com/url?q=${shop}/checkout?purchase%3D%252Foffers2%252FPro%26pc%3DSAVE20&amp;sa=D&amp;source=editors&amp;ust=1764168&amp;usg=AOvVaw`, href('Pro', '&pc=SAVE20')],
  ['the detour of Outlook',                  `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(href('Pro Plan', '&pc=SAVE20'))}&amp;data=05%7C02&amp;sdata=x%3D&amp;reserved=0`, href('Pro Plan', '&pc=SAVE20')],
  ['the detour of Facebook',                 `https://l.facebook.com/l.php?u=${encodeURIComponent(href('Pro'))}&amp;h=AT0`, href('Pro')],
  ['an address that was encoded as a whole', at('?purchase=%252Foffers2%252FPro%2520Plan'),                href('Pro Plan')],
  ['a line break and an indentation',        at('?purchase=/offers2/Pro\n        &amp;pc=SAVE20'),        href('Pro', '&pc=SAVE20')],
  ['such for a space',                       at('?purchase=/offers2/Pro\n        Plan'),                  href('Pro Plan')],
  ['an encoded line break',                  at('?purchase=/offers2/Pro%0D%0A'),                          href('Pro')],
  ['an encoded equals sign',                 at('?purchase%3D%2Foffers2%2FPro'),                          href('Pro')],
  ['no scheme',                              at('?purchase=/offers2/Pro').replace('https://', ''),        href('Pro')],
  ['two schemes',                            at('?purchase=/offers2/Pro').replace('https', 'http://https'), href('Pro')],
  ['encoded quotes of a word processor',     `%E2%80%9D${at('?purchase=/offers2/Pro')}%E2%80%9D`,         href('Pro')],
  ['angle brackets of a plain mail',         `&lt;${at('?purchase=/offers2/Pro')}&gt;`,                   href('Pro')],
  ['the detour of Instagram',                `https://l.instagram.com/?u=${encodeURIComponent(href('Pro'))}&amp;e=AT1`, href('Pro')],
  ['a tracker in the path',                  at('?purchase=%2Foffers2%2FPro%3Futm_source=a'),              href('Pro', '&utm_source=a')],
];
test.for(addresses)('%s is mended in an address', async ([, written, meant]) => {
  const el = await show(tag('', link(written)));
  expect(hrefs(el)).toEqual([meant]);
});

test('A link that another site counts stays as it is, as that may be paid for it', async () => {
  const counted = `https://partner.example.com/go?aff=12&url=${encodeURIComponent(href('Pro'))}`;
  const el = await show(tag('', link(href('Team')) + link(counted.replace('&', '&amp;'))));
  expect(hrefs(el)).toEqual([href('Team')]);
  expect(el.querySelectorAll('a')[1]!.checkVisibility()).toBe(true);
});

test('A shop is told by the damaged links of a tag that names none', async () => {
  const el = await show(`<limio-offers>${link(at('?purchase=%252Foffers2%252FPro'))}</limio-offers>`);
  expect(hrefs(el)).toEqual([href('Pro')]);
});

// prettier-ignore
const parted: Array<[what: string, data: string, part: string, said: string]> = [
  ['a name',                     'data-name=“Pro Plan”',                              'name',    'Pro Plan'],
  ['a badge',                    'data-badge=“Most popular of all” data-cta="Buy"',   'badge',   'Most popular of all'],
  ['a price',                    'data-price=“29,00 €” data-interval=“month”',        'amount',  '€29'],
  ['a period',                   'data-price="29" data-currency=EUR data-interval=„3 months“', 'interval', 'every 3 months'],
  ['a list',                     'data-features=“10 users|unlimited projects”',       'feature', '10 users unlimited projects'],
  ['an equals sign in it',       'data-summary=“a = b for all”',                      'summary', 'a = b for all'],
  ['without blanks',             'data-badge=“Popular”',                              'badge',   'Popular'],
  ['in quotes of HTML',          'data-badge="“Most popular”"',                       'badge',   'Most popular'],
];
test.for(parted)('Quotes of a word processor part no value: %s', async ([, data, part, said]) => {
  const el = await show(tag('lang="en"', link(href('Pro'), data, 'Pro Plan')));
  expect(texts(el, part).join(' ')).toBe(said);
  expect(texts(el, 'name')).toEqual(['Pro Plan']);
});

// prettier-ignore
const spilt: Array<[what: string, start: string]> = [
  ['one',             '<br />\ndata-name="Pro" data-price="29.00" data-currency="EUR" data-badge="New">'],
  ['one per line',    '<br />\ndata-name="Pro"<br />\ndata-price="29.00"<br />\ndata-currency="EUR"<br />\ndata-badge="New"<br />\n>'],
  ['in the old way',  '<br>\r\ndata-name="Pro" data-price="29.00"<br>\r\ndata-currency="EUR" data-badge="New">'],
];
test.for(spilt)(
  'Line breaks in the middle of a tag leave no attributes as text on a card: %s',
  async ([, start]) => {
    const el = await show(tag('lang="en"', `<a href="${href('A')}"${start}Pro</a>`));
    expect([texts(el, 'name'), texts(el, 'amount'), texts(el, 'badge')]).toEqual([['Pro'], ['€29'], ['New']]);
    expect(hrefs(el)).toEqual([href('A')]);
  },
);

// prettier-ignore
const parts: Array<[by: string, markup: string]> = [
  ['a filter',            `<a href="${href('A')}"</p>\n<p>data-name="Pro" data-price="29.00" data-currency="EUR">Pro</a>`],
  ['a filter, around it', `<p><a href="${href('A')}"</p>\n\n<p>data-name="Pro" data-price="29.00" data-currency="EUR">Pro</a></p>`],
  ['lines of Django',     `<p><a href="${href('A')}"</p>\n\n<p>data-name="Pro" data-price="29.00"</p>\n\n<p>data-currency="EUR">Pro</a></p>`],
];
test.for(parts)('A paragraph that begins in the middle of a tag parts no card: %s', async ([, markup]) => {
  const el = await show(tag('lang="en"', markup));
  expect([texts(el, 'name'), texts(el, 'amount'), hrefs(el)]).toEqual([['Pro'], ['€29'], [href('A')]]);
});

// prettier-ignore
const cut: Array<[what: string, names: [string, string], meant: [string, string]]> = [
  ['plain quotes in plain quotes', ['data-name="The "Best" Plan"', 'data-name="The "Other" Plan"'], ['The best plan', 'The other plan']],
  ['single quotes in single ones', [`data-name='The 'Best' Plan'`, `data-name='The 'Other' Plan'`], ['The best plan', 'The other plan']],
  ['quotes at the end',            ['data-name="The "Best""', 'data-name="The "Other""'],           ['The best', 'The other']],
];
test.for(cut)('A name that is cut tells offers apart: %s', async ([, [one, other], meant]) => {
  const links = link(href('A'), `${one} data-badge="New"`, 'Buy') + link(href('B'), other, 'Buy');
  const el = await show(tag('', links));
  expect(texts(el, 'name')).toEqual(meant);
  expect(texts(el, 'badge')).toEqual(['New', '']);
  expect(hrefs(el)).toEqual([href('A'), href('B')]);
});

// prettier-ignore
const beside: Array<[what: string, links: string]> = [
  ['a mark of inches',      link(href('A'), `data-name='TV 55"'`, 'Buy') + link(href('B'), `data-name='TV 65″'`, 'Buy')],
  ['a title alone',         `<a href="${href('A')}" title="Pro"> </a>`],
  ['a picture alone',       `<a href="${href('A')}"><img alt="Pro"></a>`],
  ['an address as text',    link(href('A'), '', 'shop.example.com/checkout')],
  ['quotes in the text',    link(href('A'), '', '“Pro”')],
  ['an apostrophe',         link(href('A'), `data-badge="Rock 'n'"`)],
  ['an apostrophe in the path', link(at("?purchase=/offers2/Men's"))],
  ['a template with nothing', link(href('A'), 'data-features="a|null|b" data-badge="None"')],
];
test.for(beside)(
  'A list says what it says, with a damaged one beside it or without: %s',
  async ([, links]) => {
    const read = (el: Element) => [texts(el, 'name'), texts(el, 'badge'), texts(el, 'feature'), hrefs(el)];
    const alone = read(await show(tag('', links)));
    await show(tag('', link(at('?purchase=%2Foffers2%2FPro?utm_source=a'))));
    expect(read(await show(tag('', links)))).toEqual(alone);
  },
);

const NOTHING = [
  'undefined',
  'null',
  'NaN',
  'None',
  '[object Object]',
  '{{ name }}',
  '${name}',
  '<%= name %>',
  '*|NAME|*',
];
test.for(NOTHING)('What a template prints for nothing is no word of a link: %s', async (nothing) => {
  const all = [
    'name',
    'badge',
    'cta',
    'summary',
    'price',
    'display-price',
    'small-print',
    'currency',
    'interval',
    'was',
  ];
  const data = all.map((name) => `data-${name}="${nothing}"`).join(' ');
  const written = nothing.replace('<', '&lt;');
  const links = [
    link(href('A'), data, 'Enterprise Platform Plan'),
    link(href('B'), `data-name="Team" data-features="${nothing}|One"`, written),
    link(href('C'), '', written),
    `<div ${data}>${link(href('D'), '', 'Pro')}</div>`,
  ];
  const el = await show(tag('lang="en"', links.join('')));
  expect(texts(el, 'name')).toEqual(['Enterprise Platform Plan', 'Team', 'C', 'Pro']);
  expect(texts(el, 'feature')).toEqual(['One']);
  expect(texts(el, 'badge').join('')).toBe('');
  expect(root(el).textContent).not.toContain(nothing);
  expect(hrefs(el)).toEqual(['A', 'B', 'C', 'D'].map((name) => href(name)));
});

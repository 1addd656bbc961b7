import { expect, test } from 'vitest';
import { assisted, bodyOf, cta, departures, filled } from './assist-fixtures.ts';
import {
  anchor,
  find,
  findAll,
  href,
  hrefs,
  isSeen,
  listen,
  offer,
  serve,
  show,
  shop,
  stay,
  tag,
  withCards,
} from './fixtures.ts';
import { item } from '../server/pretend-limio.ts';
import { sells } from './selling-backend.ts';

// prettier-ignore
const addresses: Array<[what: string, written: string, leads: string]> = [
  ['another checkout',        'https://other.example.com/buy?a=1', 'https://other.example.com/buy?a=1'],
  ['a page of the same site', '/contact',                          new URL('/contact', location.href).href],
  ['a mail',                  'mailto:sales@example.com',          'mailto:sales@example.com'],
  ['a telephone',             'tel:+4930123456',                   'tel:+4930123456'],
];
test.for(addresses)(
  'an offer that leads to %s is a card of equal rank, and nothing is added',
  async ([, written, leads]) => {
    const offers = [offer('Pro'), offer('Talk', { href: written })];
    const el = await show(tag('promo-code="SAVE20"'), { offers });
    expect(hrefs(el)).toEqual([href('Pro', '&pc=SAVE20'), leads]);
  },
);

// prettier-ignore
const refused = ['javascript:alert(1)', 'data:text/html,hello', 'https://a:b@evil.example', 'http://other.example.com/', '{{ address }}'];
test.for(refused)('an offer that leads to %s is left out, and gets no purchase link', async (written) => {
  const el = await show(tag(), { offers: [offer('Pro'), offer('Talk', { href: written })] });
  expect(hrefs(el)).toEqual([href('Pro')]);
  expect(() => el.purchaseLink(['/offers2/Talk'])).toThrow(
    expect.objectContaining({ code: 'offer_invalid' }),
  );
});

test('a click on it tells of the choice and of no checkout', async () => {
  const el = await show(tag(), { offers: [offer('Talk', { href: 'https://other.example.com/' })] });
  const [heard] = [listen(el), stay()];
  findAll(el, '[part~=cta]')[0]!.click();
  expect(heard.map(({ type }) => type)).toEqual(['limio-select']);
});

test('it keeps its link where several are chosen before one checkout', async () => {
  const offers = [offer('Pro'), offer('Talk', { href: 'https://other.example.com/' })];
  const el = await show(tag('select="many"'), { offers });
  await expect.poll(() => findAll(el, 'input[type=checkbox]').length).toBe(1);
  expect(hrefs(el)).toEqual(['https://other.example.com/']);
});

const MAIL = 'mailto:sales@example.com';
const CONTACT = `<a href="${MAIL}">Talk to us</a>`;
const LABEL = `${shop}/checkout?purchase=true&label=print`;
const listed = [offer('Pro'), offer('Talk', { href: MAIL }), offer('Page', { href: '/contact' })];

// prettier-ignore
const stoodInFor: Array<[what: string, markup: string, href: string]> = [
  ['a link',                        CONTACT,                                                   MAIL],
  ['a link in a paragraph',         `<p>${CONTACT}</p>`,                                       MAIL],
  ['one of a list',                 `<ul><li>${CONTACT}</li></ul>`,                            MAIL],
  ['one beside a purchase link',    `<p>${anchor('Pro')} | ${CONTACT}</p>`,                    MAIL],
  ['one written in capitals',       '<a href=" MAILTO:sales@example.com ">Talk to us</a>',     MAIL],
  ['one from where the page is',    '<a href="/contact">Talk to us</a>',                       '/contact'],
  ['one that sells a label',        `<a href="${LABEL}">All of print</a>`,                     LABEL],
  ['another checkout',              '<a href="https://other.example.com/buy">Buy</a>',         'https://other.example.com/buy'],
];
test.for(stoodInFor)(
  'where a card leads there, no link to it is left on the page: %s',
  async ([, markup, to]) => {
    const offers = [offer('Pro'), offer('Talk', { href: to })];
    const el = await withCards(tag('', `${anchor('Pro')}${markup}<p>Cancel anytime.</p>`), { offers });
    expect([...el.children].map(isSeen)).toEqual([false, false, true]);
  },
);

// prettier-ignore
const kept: Array<[what: string, markup: string]> = [
  ['a link to elsewhere',               '<a href="mailto:press@example.com">Press</a>'],
  ['a link in a sentence',              `<p>Questions? ${CONTACT}</p>`],
  ['a link beside another',             `<p>${CONTACT} <a href="/terms">Terms</a></p>`],
  ['a link that is a card of the page', `<a href="${MAIL}"><h3>Talk to us</h3><p>From 100 seats</p></a>`],
  ['a link with a picture beside it',   `<p><img alt="x" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">${CONTACT}</p>`],
  ['a link by slot',                    `<p slot="footer">${CONTACT}</p>`],
  ['a link in the line of trust',       `<p slot="trust">${CONTACT}</p>`],
  ['a link in the rest of a page',      `<nav>${CONTACT}<a href="/">Home</a></nav>`],
];
test.for(kept)('what is more than a link to where a card leads stays: %s', async ([, markup]) => {
  const el = await withCards(tag('', anchor('Pro') + markup), { offers: listed });
  expect(isSeen(el.children[1]!)).toBe(true);
});

test('a link within a drawing stays, and no purchase link is made of its name', async () => {
  const drawing =
    '<svg width="90" height="20"><a href="/contact" data-name="Enterprise"><text y="15">Talk</text></a></svg>';
  const el = await withCards(tag('', anchor('Pro') + drawing));
  expect(hrefs(el)).toEqual([href('Pro')]);
  expect(isSeen(el.querySelector('svg')!)).toBe(true);
});

test('so it is beside a purchase link whose card carries a code and a campaign', async () => {
  const offers = [offer('Pro'), offer('Talk', { href: MAIL })];
  const el = await withCards(tag('promo-code="SAVE20"', `<p>${anchor('Pro')}<br>${CONTACT}</p>`), { offers });
  expect(hrefs(el)).toEqual([href('Pro', '&pc=SAVE20'), MAIL]);
  expect([...el.children].map(isSeen)).toEqual([false]);
});

test('beside a purchase link that sells otherwise than a card, it stays', async () => {
  const markup = `<p><a href="${href('Pro', '&pc=OTHER')}">Pro</a><br>${CONTACT}</p>`;
  const el = await withCards(tag('', markup), { offers: [offer('Pro'), offer('Talk', { href: MAIL })] });
  expect([...el.children].map(isSeen)).toEqual([true]);
});

test('a link to where a card of another group leads is stood in for by that', async () => {
  const offers = [offer('A', { group: 'a' }), offer('Talk', { group: 'b', href: MAIL })];
  const el = await withCards(tag('', anchor('A') + CONTACT), { offers });
  expect([...el.children].map(isSeen)).toEqual([false, false]);
});

test('a link to an offer that is not drawn stays on the page', async () => {
  const offers = [offer('Pro'), offer('Talk', { href: MAIL, until: '2020-01-01T00:00:00Z' })];
  const el = await withCards(tag('', anchor('Pro') + CONTACT), { offers });
  expect([...el.children].map(isSeen)).toEqual([false, true]);
});

test('where the list cannot be read, the link to contact stays beside the cards of the links', async () => {
  serve(() => new Response('', { status: 500 }));
  const el = await show(tag('src="/offers.json"', anchor('Pro') + CONTACT));
  expect(hrefs(el)).toEqual([href('Pro')]);
  expect([...el.children].map(isSeen)).toEqual([false, true]);
});

test('no assisted checkout is asked for it', async () => {
  const { calls, links } = sells({ published: [item('Pro')] });
  const el = await assisted('', { offers: listed });
  const [heard, clicks, left] = [listen(el), stay(), departures()];
  find(el, `a[part~=cta][href="${MAIL}"]`).click();
  expect(clicks).toEqual([{ href: MAIL, left: true }]);
  expect(heard.map((event) => event.type)).toEqual(['limio-select']);
  // Whatever it had asked for would have been asked before this.
  cta(el, 'Pro').click();
  expect(await filled(left)).toEqual(links);
  expect(calls.map((call) => bodyOf(call).items)).toMatchObject([[{ path: '/offers2/Pro' }]]);
});

const ADDRESS = 'https://other.example.com/buy';

// prettier-ignore
const places: Array<[href: string, said: string]> = [
  [ADDRESS,              'other.example.com'],
  [MAIL,                 'sales@example.com'],
  ['tel:+4930123456',    '+4930123456'],
  ['/contact',           ''],
  [LABEL,                ''],
  ['https://example.com/', 'example.com'],
];
test.for(places)('a card that leads to %s says "%s"', async ([to, said]) => {
  const el = await withCards(tag(), { offers: [offer('Talk', { href: to })] });
  expect(find(el, '[part=small-print]').textContent.trim()).toBe(said);
});

test('a card that leads to a shop named by its host alone says no place', async () => {
  const offers = [offer('Talk', { href: `${shop}/talk` })];
  const el = await withCards('<limio-offers shop="shop.example.com"></limio-offers>', { offers });
  expect(find(el, '[part=small-print]').textContent.trim()).toBe('');
});

test('where nothing is said of what to do, the button of such a card speaks the language of the page', async () => {
  const el = await withCards(tag('locale="de"'), {
    offers: [offer('Pro'), offer('Talk', { href: ADDRESS })],
  });
  expect(findAll(el, '[part~=cta]').map(({ textContent }) => textContent.trim())).toEqual([
    'Abonnieren Pro',
    'Weiter Talk',
  ]);
});

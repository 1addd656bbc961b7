import { expect, test } from 'vitest';
import { assisted, bodyOf, cta, departures, filled } from './assist-fixtures.ts';
import {
  anchor,
  appears,
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
/** The element with its cards drawn: links of the page that sell may be ready before. */
async function withCards(...given: Parameters<typeof show>) {
  const el = await show(...given);
  await appears(el, '[part~=cta]');
  return el;
}

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
const NAMED = `<a href="${ADDRESS}" data-name="Enterprise" data-features="SSO|Audit log">Talk to us</a>`;
const cardsOf = (el: Element) =>
  findAll(el, '[part~=offer]').map((card) =>
    ['[part=name]', '[part~=cta]'].map(
      (part) =>
        card.querySelector(part)!.firstElementChild?.textContent ?? card.querySelector(part)!.textContent,
    ),
  );

// prettier-ignore
const namedLinks: Array<[what: string, markup: string, cards: Array<[name: string, cta: string]>, hrefs: string[]]> = [
  ['a link',                          `${anchor('Pro')}${NAMED}`,                                   [['Pro', 'Subscribe'], ['Enterprise', 'Talk to us']], [href('Pro'), ADDRESS]],
  ['the first of the links',          `${NAMED}${anchor('Pro')}`,                                   [['Enterprise', 'Talk to us'], ['Pro', 'Subscribe']], [ADDRESS, href('Pro')]],
  ['one of a list',                   `<ul><li>${anchor('Pro')}</li><li>${NAMED}</li></ul>`,        [['Pro', 'Subscribe'], ['Enterprise', 'Talk to us']], [href('Pro'), ADDRESS]],
  ['one in what has the name',        `${anchor('Pro')}<p data-name="Enterprise"><a href="${ADDRESS}">Write</a></p>`, [['Pro', 'Subscribe'], ['Enterprise', 'Write']], [href('Pro'), ADDRESS]],
  ['one that says its name alone',    `${anchor('Pro')}<a href="${ADDRESS}" data-name="Enterprise">Enterprise, from 99 seats</a>`, [['Pro', 'Subscribe'], ['Enterprise', 'Continue']], [href('Pro'), ADDRESS]],
  ['one with words for its button',   `${anchor('Pro')}<a href="${ADDRESS}" data-name="Enterprise" data-cta="Call">Talk</a>`, [['Pro', 'Subscribe'], ['Enterprise', 'Call']], [href('Pro'), ADDRESS]],
  ['one that sells a label',          `${anchor('Pro')}<a href="${LABEL}" data-name="Print">Print</a>`, [['Pro', 'Subscribe'], ['Print', 'Continue']], [href('Pro'), LABEL]],
  ['one to a mailbox',                `${anchor('Pro')}<a href="${MAIL}" data-name="Help">Write</a>`, [['Pro', 'Subscribe'], ['Help', 'Write']], [href('Pro'), MAIL]],
  ['two to one place',                `${NAMED}<a href="${ADDRESS}" data-name="Campus">Ask</a>`,     [['Enterprise', 'Talk to us'], ['Campus', 'Ask']], [ADDRESS, ADDRESS]],
];
test.for(namedLinks)(
  'a link of the page with a name is a card of equal rank: %s',
  async ([, markup, cards, to]) => {
    const el = await withCards(tag('promo-code=""', `${markup}<p>Cancel anytime.</p>`));
    expect(cardsOf(el)).toEqual(cards);
    expect(hrefs(el)).toEqual(to);
    expect([...el.children].filter(isSeen).map(({ textContent }) => textContent)).toEqual([
      'Cancel anytime.',
    ]);
  },
);

test('such a card has what its link says of it, and counts as a choice of it', async () => {
  const el = await withCards(tag('', `${anchor('Pro')}${NAMED}`));
  expect(findAll(el, '[part=feature]').map(({ textContent }) => textContent?.trim())).toEqual([
    'SSO',
    'Audit log',
  ]);
  const [heard] = [listen(el), stay()];
  findAll(el, '[part~=cta]')[1]!.click();
  expect(
    heard.map((event) => [event.type, (event as unknown as { offer: { path: string } }).offer.path]),
  ).toEqual([['limio-select', '/Enterprise']]);
});

// prettier-ignore
const noCards: Array<[what: string, link: string]> = [
  ['a link without a name',             `<a href="${ADDRESS}">Talk to us</a>`],
  ['an address that may not be',        '<a href="javascript:void 0" data-name="Enterprise">Talk to us</a>'],
  ['an address that sells by a slip',   `<a href="${shop}/checkout?purchase={{ path }}" data-name="Enterprise">Talk</a>`],
  ['a link to the top of the page',     '<a href="#" data-name="Enterprise">Talk to us</a>'],
  ['a name that was never filled in',   `<a href="${ADDRESS}" data-name="{{ name }}">Talk to us</a>`],
  ['a link of another shop',            '<a href="https://shop.other.example/checkout?purchase=%2Fa" data-name="A">A</a>'],
];
test.for(noCards)('no card is made of %s, and it stays', async ([, link]) => {
  const el = await withCards(tag('', `${anchor('Pro')}${link}`));
  expect(hrefs(el)).toEqual([href('Pro')]);
  expect([...el.children].map(isSeen)).toEqual([false, true]);
});

test('a link with a name stays where the list that is shown has no card that leads there', async () => {
  const el = await withCards(tag('', `${anchor('Pro')}${NAMED}`), { offers: [offer('Pro')] });
  await expect.poll(() => [...el.children].map(isSeen)).toEqual([false, true]);
  expect(hrefs(el)).toEqual([href('Pro')]);
});

// prettier-ignore
const places: Array<[href: string, said: string]> = [
  [ADDRESS,              'other.example.com'],
  [MAIL,                 'sales@example.com'],
  ['tel:+4930123456',    '+4930123456'],
  ['/contact',           ''],
  [LABEL,                ''],
];
test.for(places)('a card that leads to %s says "%s"', async ([to, said]) => {
  const el = await withCards(tag(), { offers: [offer('Talk', { href: to })] });
  expect(find(el, '[part=small-print]').textContent.trim()).toBe(said);
});

test('where nothing is said of what to do, the button of such a card speaks the language of the page', async () => {
  const el = await withCards(tag('locale="de"'), {
    offers: [offer('Pro'), offer('Talk', { href: ADDRESS })],
  });
  expect(cardsOf(el).map(([, cta]) => cta)).toEqual(['Abonnieren', 'Weiter']);
});

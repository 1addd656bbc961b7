import { expect, test } from 'vitest';
import {
  anchor,
  findAll,
  href,
  hrefs,
  isSeen,
  listen,
  offer,
  shop,
  stay,
  tag,
  withCards,
} from './fixtures.ts';

const MAIL = 'mailto:sales@example.com';
const LABEL = `${shop}/checkout?purchase=true&label=print`;
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

// prettier-ignore
const sold: Array<[what: string, markup: string]> = [
  ['beside its purchase link',                  `<div data-name="Pro">${anchor('Pro')} <a href="/pro">Details</a></div>`],
  ['before its purchase link, below a heading', `<div data-name="Pro"><h3>Pro</h3><a href="/pro">Details</a><p>${anchor('Pro')}</p></div>`],
];
test.for(sold)(
  'what a name stands around is sold once, by one card: a link to more about it %s',
  async ([, markup]) => {
    const el = await withCards(tag('', `${markup}${anchor('Team')}`));
    expect(hrefs(el)).toEqual([href('Pro'), href('Team')]);
    expect([...el.children].map(isSeen)).toEqual([false, false]);
  },
);

test('a link with a name stays where the list that is shown has no card that leads there', async () => {
  const el = await withCards(tag('', `${anchor('Pro')}${NAMED}`), { offers: [offer('Pro')] });
  await expect.poll(() => [...el.children].map(isSeen)).toEqual([false, true]);
  expect(hrefs(el)).toEqual([href('Pro')]);
});

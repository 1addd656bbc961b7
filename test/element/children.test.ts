import { describe, expect, test } from 'vitest';
import type { LimioErrorEvent, LimioReadyEvent } from '../../src/element/events/events.ts';
import { anchor, drawn, find, href, hrefs, isSeen, place, shop, show, tag, texts } from './fixtures.ts';

describe('a purchase link among the children', () => {
  test('becomes a card with what its data attributes say', async () => {
    const data =
      'data-price="29.00" data-currency="EUR" data-interval="month" data-was="39" data-summary="For one" ' +
      'data-features="One|Another" data-badge="Popular" data-highlighted data-cta="Join" data-small-print="Cancel anytime"';
    const el = await show(tag('lang="en"', anchor('Pro', data)));
    expect(texts(el, 'name')).toEqual(['Pro']);
    expect(texts(el, 'price')).toEqual(['Previously €39 −25% now €29 per month']);
    expect(texts(el, 'summary')).toEqual(['For one']);
    expect(texts(el, 'feature')).toEqual(['One', 'Another']);
    expect(texts(el, 'badge')).toEqual(['Popular']);
    expect(texts(el, 'cta')).toEqual(['Join Pro']);
    expect(texts(el, 'small-print')).toEqual(['Cancel anytime']);
    expect(texts(el, 'highlighted')).toHaveLength(1);
    expect(hrefs(el)).toEqual([href('Pro')]);
  });

  test.for([
    ['data-highlighted', 1],
    ['data-highlighted="true"', 1],
    ['data-highlighted="highlighted"', 1],
    ['data-highlighted="false"', 0],
    ['data-highlighted="False"', 0],
    ['data-highlighted="0"', 0],
    ['data-highlighted="no"', 0],
  ] as const)('is highlighted as %s says', async ([data, count]) => {
    const el = await show(tag('', anchor('Pro', data) + anchor('Team')));
    expect(texts(el, 'highlighted')).toHaveLength(count);
  });

  test('may have its data on the child it stands in; its own wins', async () => {
    const child = `<div data-price="1" data-currency="EUR" data-badge="Outer"><p>${anchor('Pro', 'data-badge="Inner"')}</p></div>`;
    const el = await show(tag('lang="en"', child));
    expect(texts(el, 'amount')).toEqual(['€1']);
    expect(texts(el, 'badge')).toEqual(['Inner']);
  });

  test('has its text, blanks evened out, for a name', async () => {
    const el = await show(tag('', `<a href="${href('Pro')}">\n  Pro <b>Plan</b>,\n €29 a month </a>`));
    expect(texts(el, 'name')).toEqual(['Pro Plan, €29 a month']);
  });

  test('has the end of its path for a name where it has no text', async () => {
    const el = await show(tag('', `<a href="${href('Pro Plan')}"><img alt=""></a>`));
    expect(texts(el, 'name')).toEqual(['Pro Plan']);
  });

  test('keeps its page, promo code and campaign', async () => {
    const own = href('Pro', '&pc=SAVE20&utm_source=mail', '/cart');
    const el = await show(tag('', `<a href="${own}">Pro</a>`));
    expect(hrefs(el)).toEqual([own]);
  });

  test('sells every offer it names', async () => {
    const bundle = `${shop}/checkout?purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FB`;
    const el = await show(tag('', `<a href="${bundle}">A and B</a>`));
    expect(hrefs(el)).toEqual([bundle]);
    expect(texts(el, 'name')).toEqual(['A and B']);
  });

  test('may write its slashes raw', async () => {
    const el = await show(tag('', `<a href="${shop}/checkout?purchase=/offers2/Pro Plan">Pro</a>`));
    expect(hrefs(el)).toEqual([href('Pro Plan')]);
  });

  test('is one card even where a page names it twice', async () => {
    const el = await show(tag('', anchor('Pro') + anchor('Pro') + anchor('Team')));
    expect(hrefs(el)).toEqual([href('Pro'), href('Team')]);
  });

  // prettier-ignore
  const ways: Array<[way: string, address: string]> = [
    ['with a code',                        href('Pro', '&pc=SAVE20')],
    ['on another page',                    href('Pro', '', '/cart')],
    ['with an add-on',                     `${href('Pro')}&purchase=%2Foffers2%2FSupport`],
  ];
  test.for(ways)('that sells the same offer %s stays on the page, beside its card', async ([, address]) => {
    const other = `<a href="${address}">Pro, too</a>`;
    const el = await show(tag('', `${anchor('Pro')}${other}<p>${anchor('Team')}</p>`));
    expect(hrefs(el)).toEqual([href('Pro'), href('Team')]);
    expect([...el.children].map(isSeen)).toEqual([false, true, false]);
    const together = await show(tag('', `<p>${anchor('Pro')} ${other}</p>`));
    expect(isSeen(together.querySelectorAll('a')[1]!)).toBe(true);
  });

  test('is drawn when a script adds it, and gone when it is removed', async () => {
    const el = await show(tag('', anchor('Pro')));
    el.insertAdjacentHTML('beforeend', anchor('Team'));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('Pro'), href('Team')]);
    el.firstElementChild!.remove();
    await drawn(el);
    expect(hrefs(el)).toEqual([href('Team')]);
  });

  test('is drawn anew when its address or text changes', async () => {
    const el = await show(tag('', anchor('Pro')));
    el.querySelector('a')!.href = href('Team');
    await drawn(el);
    expect(hrefs(el)).toEqual([href('Team')]);
    el.querySelector('a')!.firstChild!.nodeValue = 'For teams';
    await Promise.resolve();
    await el.updateComplete;
    expect(texts(el, 'name')).toEqual(['For teams']);
  });

  test('is not changed by the element: no attribute, no move', async () => {
    const inside = `<p class="x">${anchor('Pro')}</p><!-- note --> and text`;
    const el = await show(tag('', inside));
    expect(el.innerHTML).toBe(place(`<div></div>${tag('', inside)}`).innerHTML);
  });

  // prettier-ignore
  const others: Array<[behaviour: string, markup: string]> = [
    ['a link to another shop',         '<a href="https://other.example.com/checkout?purchase=%2Fx">x</a>'],
    ['a link to a look-alike shop',    `<a href="${shop}.evil.test/checkout?purchase=%2Fx">x</a>`],
    ['another link of the shop',       `<a href="${shop}/pricing">Prices</a>`],
    ['a link that sells a label',      `<a href="${shop}/checkout?purchase=true&label=print">All of print</a>`],
    ['a script for a link',            '<a href="javascript:alert(1)">x</a>'],
    ['a link that was never filled in', `<a href="${shop}/checkout?purchase=/offers2/undefined">x</a>`],
    ['a link without an address',      '<a>x</a>'],
    ['an image',                       '<img alt="x" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
    ['a paragraph',                    '<p>Cancel anytime.</p>'],
  ];
  test.for(others)('is not %s: that stays on the page', async ([, markup]) => {
    const el = await show(tag('', anchor('Pro') + markup));
    expect(hrefs(el)).toEqual([href('Pro')]);
    expect(isSeen(el.children[0]!)).toBe(false);
    expect(isSeen(el.children[1]!)).toBe(true);
  });

  test.for(others)(
    'is not %s: alone it stays, and an event tells that there is no offer',
    async ([, markup]) => {
      const el = place(tag('', markup));
      expect(((await drawn(el)) as LimioErrorEvent).code).toBe('offers_missing');
      expect(isSeen(el.children[0]!)).toBe(true);
      expect(texts(el, 'message')).toEqual([]);
    },
  );
});

describe('what is no offer', () => {
  test('stays where it was: above the cards, or below', async () => {
    const el = await show(tag('', `<h2>Plans</h2>${anchor('A')}${anchor('B')}<p>Cancel anytime.</p>`));
    const [top, , , bottom] = [...el.children].map((child) => child.getBoundingClientRect().top);
    const cards = el.shadowRoot!.querySelector('[part=offer]')!.getBoundingClientRect();
    expect(top).toBeLessThan(cards.top);
    expect(bottom).toBeGreaterThanOrEqual(cards.bottom);
  });

  test('can be placed by slot: a heading above, a footer below', async () => {
    const el = await show(
      tag('', `<p slot="footer">Foot</p>${anchor('A')}<h2 slot="heading">Head ${anchor('B')}</h2>`),
    );
    const cards = el.shadowRoot!.querySelector('[part=offer]')!.getBoundingClientRect();
    expect(el.querySelector('h2')!.getBoundingClientRect().bottom).toBeLessThanOrEqual(cards.top);
    expect(el.querySelector('p')!.getBoundingClientRect().top).toBeGreaterThanOrEqual(cards.bottom);
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('does not leave gaps: what editors leave behind is not shown', async () => {
    const el = await show(tag('', `<p></p><p>&nbsp;</p><br>${anchor('A')}<br><p> </p>`));
    const seen = [...el.children].filter(
      (child) => isSeen(child) && child.getBoundingClientRect().height > 0,
    );
    expect(seen).toEqual([]);
  });

  test('is the rest of the page behind a tag that was self-closed', async () => {
    const rest = `<main><h1>The page</h1>${anchor('A')}<limio-offers shop="${shop}">${anchor('B')}</limio-offers></main><footer>${anchor('C')}</footer>`;
    const el = place(`<limio-offers shop="${shop}" src="" />${rest}`);
    await drawn(el);
    expect(el.querySelector('main')).not.toBeNull();
    expect(isSeen(el.querySelector('h1')!)).toBe(true);
    expect(isSeen(el.querySelector('footer a')!)).toBe(true);
    expect(hrefs(el)).toEqual([]);
    expect(hrefs(el.querySelector('limio-offers')!)).toEqual([href('B')]);
  });

  test('is the rest of the page, with offers of its own, behind a tag that was self-closed', async () => {
    const offers = JSON.stringify([{ path: '/offers2/A' }]);
    const el = place(
      `<limio-offers shop="${shop}" offers='${offers}' /><section><h2>More</h2><p>Text</p></section>`,
    );
    const ready = (await drawn(el)) as LimioReadyEvent;
    expect(ready.source).toBe('property');
    expect(hrefs(el)).toEqual([href('A')]);
    expect(isSeen(el.querySelector('h2')!)).toBe(true);
  });

  test('that follows a tag that was self-closed is displayed after its offers', async () => {
    const offers = JSON.stringify([{ path: '/offers2/A' }]);
    const el = place(`<limio-offers shop="${shop}" offers='${offers}' /><p>Text</p><footer>End</footer>`);
    await drawn(el);
    const card = find(el, '.card').getBoundingClientRect();
    expect(el.querySelector('p')!.getBoundingClientRect().top).toBeGreaterThanOrEqual(card.bottom);
  });

  test('survives the paragraph editors wrap around the tag', async () => {
    const el = place(`<p>${tag('', `${anchor('A')}<br>${anchor('B')}`)}</p>`);
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
  });
});

test('a price that changes on a link of the page changes on its card', async () => {
  const el = await show(tag('lang="en"', anchor('A', 'data-price="7" data-currency="EUR"')));
  expect(find(el, '[part~=amount]').textContent).toContain('7');
  el.querySelector('a')!.dataset['price'] = '8';
  await expect.poll(() => find(el, '[part~=amount]').textContent).toContain('8');
});

// prettier-ignore
const written: Array<[data: string, text: string]> = [
  ['data-price="29" data-currency="EUR" data-interval="monthly"',   '€29 per month'],
  ['data-price="29" data-currency="EUR" data-interval="yearly"',    '€29 per year'],
  ['data-price="29" data-currency="EUR" data-interval="per month"', '€29 per month'],
  ['data-price="$29" data-interval="fortnightly"',                  '$29 fortnightly'],
  ['data-price="1,299.00" data-currency="USD"',                     '$1,299'],
  ['data-price="29,00 €" data-interval="monatlich"',                '€29 per month'],
  ['data-price="29" data-currency="EUR" data-was="39,00 €"',        'Previously €39 −25% now €29'],
  ['data-price="1.299" data-currency="EUR" data-interval="Monat"',  '1.299 EUR Monat'],
  ['data-price="1.250" data-currency="KWD"',                        'KWD 1.250'],
  ['data-currency="EUR" data-interval="month"',                     ''],
  ['data-price="{{ price }}" data-currency="EUR"',                  ''],
  ['data-price="9" data-currency="undefined"',                      '9'],
];
test.for(written)('shows the price of a link, with its period, in %s', async ([data, text]) => {
  const el = await show(tag('lang="en"', anchor('A', data)));
  expect(texts(el, 'price')).toEqual([text]);
});

import { describe, expect, test } from 'vitest';
import { anchor, drawn, href, hrefs, isSeen, place, shop, show, tag, texts } from './fixtures.ts';

/** Whether a person sees the text: it takes room, or the element it stands in does. */
function isTextSeen(el: Element, text: string): boolean {
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.nodeValue!.includes(text)) continue;
    const range = document.createRange();
    range.selectNode(walker.currentNode);
    return [...range.getClientRects()].some(({ width, height }) => width * height > 0);
  }
  throw new Error(`${text} is not there`);
}

const section = `<div><h2>Plans</h2><p>${anchor('Pro')}</p><p>All prices include VAT.</p></div>`;
const card = (name: string, data = '', child = '') =>
  `<div ${child}><h4>${name}</h4><p>$15 / mo</p><ul><li>Ten users</li></ul>${anchor(name, data).replace(`>${name}<`, '>Get started<')}</div>`;

describe('a child with a purchase link and other content stays as it is', () => {
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string, words: string[]]> = [
    ['a section with legal text',              section,                                                         ['Plans', 'All prices include VAT.']],
    ['pricing cards of the page',              card('Pro') + card('Team'),                                      ['$15 / mo', 'Ten users', 'Get started']],
    ['a sentence',                             `<p>Buy ${anchor('Pro')} today.</p>`,                             ['Buy', 'today.']],
    ['a table',                                `<table><tr><th>Plan</th><td>${anchor('Pro')}</td></tr></table>`, ['Plan']],
    ['a link beside another link',             `<p>${anchor('Pro')} <a href="/terms">Terms</a></p>`,             ['Terms']],
    ['a link beside one that says a name',     `<p>${anchor('Pro')} <a href="mailto:a@example.com" data-name="Talk">Talk to us</a></p>`, ['Pro', 'Talk to us']],
    ['a link that is a card of the page',      `<a href="${href('Pro')}"><h3>Pro</h3><p>$15 a month</p></a>`,    ['Pro', '$15 a month']],
    ['two offers under one name',              `<div data-name="Pro"><h4>Pro</h4>${anchor('A')}${anchor('B')}</div>`, ['Pro', 'A', 'B']],
    ['a currency beside a link',               `<p>${anchor('Pro')} €</p>`,                                      ['€']],
  ];
  test.for(kinds)('%s', async ([, markup, words]) => {
    const el = place(tag('', markup));
    expect(await drawn(el)).toMatchObject({ type: 'limio-ready', source: 'children' });
    expect(hrefs(el)).toEqual([]);
    expect([...el.children].map(isSeen)).toEqual([...el.children].map(() => true));
    for (const text of words) expect(isTextSeen(el, text), text).toBe(true);
  });

  const sights = ['canvas', 'object', 'audio controls', 'progress', 'meter', 'textarea', 'hr'];
  test.for(sights)('%s beside a link', async (element) => {
    const el = await show(
      tag('', `<div><${element} width="40" height="40"></${element.split(' ')[0]}>${anchor('Pro')}</div>`),
    );
    expect(hrefs(el)).toEqual([]);
    expect(isSeen(el.querySelector('div > *')!)).toBe(true);
  });

  test('whose slot is none of ours', async () => {
    const el = await show(tag('', `<h2 slot="header">Plans</h2>${anchor('Pro')}<p slot="main">All in.</p>`));
    expect(hrefs(el)).toEqual([href('Pro')]);
    for (const text of ['Plans', 'All in.']) expect(isTextSeen(el, text), text).toBe(true);
  });

  test('an image beside a link', async () => {
    const image = `<img alt="Pro" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`;
    const el = await show(tag('', `<p>${image}${anchor('Pro')}</p>${anchor('Team')}`));
    expect(hrefs(el)).toEqual([href('Team')]);
    expect(isSeen(el.querySelector('img')!)).toBe(true);
  });

  test('beside children that are nothing but links, which become cards', async () => {
    const el = await show(tag('', `${section}${anchor('Team')}<p>Cancel anytime.</p>`));
    expect(hrefs(el)).toEqual([href('Team')]);
    for (const text of ['Plans', 'Pro', 'All prices', 'Cancel']) expect(isTextSeen(el, text)).toBe(true);
  });
});

describe('a child that holds nothing to see beside its link becomes a card', () => {
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string]> = [
    ['what Word leaves',              `<p class="MsoNormal"><a name="_Toc1"></a>${anchor('Pro')}<o:p></o:p></p>`],
    ['microdata',                     `<div itemscope><meta itemprop="price" content="29"><link itemprop="availability" href="#">${anchor('Pro')}</div>`],
    ['a spacer of a page builder',    `<div><div class="spacer"><div></div></div><section><div>${anchor('Pro')}</div></section></div>`],
    ['an element of the page itself', `<div><x-card><span>${anchor('Pro')}</span></x-card></div>`],
    ['an icon in the link',           `<p>${anchor('Pro').replace('>Pro', '><x-icon name="star"></x-icon> Pro')}</p>`],
    ['cells of a table',              `<table><tr><td>${anchor('Pro')}</td><td></td></tr></table>`],
  ];
  test.for(kinds)('%s', async ([, markup]) => {
    const el = await show(tag('', markup));
    expect(hrefs(el)).toEqual([href('Pro')]);
    expect(isSeen(el.children[0]!)).toBe(false);
  });
});

describe('a child becomes a card where it says data-name', () => {
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string]> = [
    ['itself',               card('Pro', '', 'data-name="Pro" data-price="15" data-currency="USD"')],
    ['by its only link',     card('Pro', 'data-name="Pro" data-price="15" data-currency="USD"')],
  ];
  test.for(kinds)('%s: its link says what to do', async ([, markup]) => {
    const el = await show(tag('lang="en"', markup));
    expect(texts(el, 'name')).toEqual(['Pro']);
    expect(texts(el, 'amount')).toEqual(['$15']);
    expect(texts(el, 'cta')).toEqual(['Get started Pro']);
    expect(isSeen(el.children[0]!)).toBe(false);
  });
});

describe('text between the tags', () => {
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string, text: string]> = [
    ['above the links',          `Choose a plan: ${anchor('A')}`,           'Choose a plan:'],
    ['below the links',          `${anchor('A')} All prices include VAT.`,  'All prices include VAT.'],
    ['between the links',        `${anchor('A')} or even ${anchor('B')}`,   'or even'],
    ['in a script of its own',   `${anchor('A')} 価格は税込みです`,             '価格は税込みです'],
    ['around an element',        `From <b>today</b> on ${anchor('A')}`,     'From'],
  ];
  test.for(kinds)('stays visible %s', async ([, markup, text]) => {
    const el = await show(tag('', markup));
    expect(hrefs(el)[0]).toBe(href('A'));
    expect(isTextSeen(el, text)).toBe(true);
  });

  test.for(['auto', 'cards', 'list', 'compact', 'button'])(
    'stays visible in the layout %s',
    async (layout) => {
      const el = await show(tag(`layout="${layout}"`, `Above <p>Before</p>${anchor('A')}<p>After</p> below`));
      for (const text of ['Above', 'Before', 'After', 'below']) expect(isTextSeen(el, text), text).toBe(true);
    },
  );

  test('stays visible behind a tag that closed itself, in the layout button as well', async () => {
    const offers = JSON.stringify([{ path: '/offers2/A' }]);
    const rest = `<section>The rest</section><main><p>of the page</p></main> and words`;
    const el = place(`<limio-offers shop="${shop}" layout="button" offers='${offers}' />${rest}`);
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
    for (const text of ['The rest', 'of the page', 'and words']) expect(isTextSeen(el, text)).toBe(true);
  });
});

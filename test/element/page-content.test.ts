import { describe, expect, test } from 'vitest';
import type { LimioCheckoutEvent } from '../../src/element/events.ts';
import {
  anchor,
  drawn,
  href,
  hrefs,
  isSeen,
  listen,
  place,
  shop,
  show,
  stay,
  tag,
  texts,
} from './fixtures.ts';

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
    ['a link that is a card of the page',      `<a href="${href('Pro')}"><h3>Pro</h3><p>$15 a month</p></a>`,    ['Pro', '$15 a month']],
    ['a currency beside a link',               `<p>${anchor('Pro')} €</p>`,                                      ['€']],
  ];
  test.for(kinds)('%s', async ([, markup, words]) => {
    const el = place(tag('', markup));
    expect(await drawn(el)).toMatchObject({ type: 'limio-ready', source: 'children' });
    expect(hrefs(el)).toEqual([]);
    expect([...el.children].map(isSeen)).toEqual([...el.children].map(() => true));
    for (const text of words) expect(isTextSeen(el, text), text).toBe(true);
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

describe('what editors wrap round links does not keep them from being cards', () => {
  // prettier-ignore
  const wraps: Array<[behaviour: string, markup: string]> = [
    ['a paragraph each',             `<p>${anchor('A')}</p><p>${anchor('B')}</p>`],
    ['one paragraph with breaks',    `<p>${anchor('A')}<br>${anchor('B')}<br></p>`],
    ['a list',                       `<ul><li>${anchor('A')}</li><li>${anchor('B')}</li></ul>`],
    ['bold type and colour',         `<p><strong><span style="color:red">${anchor('A')}</span></strong></p><p><b>${anchor('B')}</b></p>`],
    ['marks between them',           `${anchor('A')} | ${anchor('B')}`],
    ['marks in a paragraph',         `<p>${anchor('A')} · ${anchor('B')} &nbsp;–&zwnj;</p>`],
    ['a div in a div',               `<div><div>${anchor('A')}</div>\n<div>${anchor('B')}</div></div>`],
    ['headings',                     `<h3>${anchor('A')}</h3><h3>${anchor('B')}</h3>`],
  ];
  test.for(wraps)('%s', async ([, markup]) => {
    const el = await show(tag('', markup));
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
    expect([...el.querySelectorAll('a')].some(isSeen)).toBe(false);
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

describe('a card has a name that tells it from others', () => {
  const link = (name: string, text: string, data = '') => `<a href="${href(name)}" ${data}>${text}</a>`;
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string, names: string[]]> = [
    ['its text, which translators translate',       link('Pro', '<font><font>Plan Pro</font></font>', 'data-name="Pro Plan"'),           ['Plan Pro']],
    ['its data where the text is longer than a name', link('Pro', 'Pro Plan, €29 a month', 'data-name="Pro Plan"'),                      ['Pro Plan']],
    ['its data where the text begins with a long one', link('E', 'Enterprise Platform Plan, €29 per month', 'data-name="Enterprise Platform Plan"'), ['Enterprise Platform Plan']],
    ['its data where the text is a sentence',        link('Pro', 'Passer à la formule Pro dès maintenant', 'data-name="Pro"'),           ['Pro']],
    ['its data where others say the same',           link('A', 'Get started', 'data-name="One"') + link('B', 'Get started', 'data-name="Two"'), ['One', 'Two']],
    ['the end of its path where others say the same', link('A', 'Get started') + link('B', 'Get started'),                              ['A', 'B']],
    ['its data where it has no text',                link('A', '<img alt="">', 'data-name="One"'),                                       ['One']],
  ];
  test.for(kinds)('%s', async ([, markup, names]) => {
    const el = await show(tag('', markup));
    expect(texts(el, 'name')).toEqual(names);
  });

  test('and a text that is no name is what its button says', async () => {
    const el = await show(tag('', link('A', 'Get started') + link('B', 'Get started', 'data-cta="Buy"')));
    expect(texts(el, 'cta')).toEqual(['Get started A', 'Buy B']);
  });
});

describe('quotes of a word processor', () => {
  // prettier-ignore
  const quoted: Array<[behaviour: string, address: string]> = [
    ['English',             `“${href('Pro')}”`],
    ['German',              `„${href('Pro')}“`],
    ['French',              `«${href('Pro')}»`],
    ['closing twice',       `”${href('Pro')}”`],
    ['primes',              `″${href('Pro')}″`],
    ['at the begin alone',  `“${href('Pro')}`],
  ];
  test.for(quoted)('round an address are mended: %s', async ([, address]) => {
    const el = await show(tag('', `<a href=${address} data-price=“29” data-currency=“EUR”>Pro</a>`));
    expect(hrefs(el)).toEqual([href('Pro')]);
    expect(texts(el, 'amount')[0]).toContain('29');
  });

  test('tell the shop, too', async () => {
    const el = place(`<limio-offers><a href=“${href('Pro')}”>Pro</a></limio-offers>`);
    await drawn(el);
    expect(hrefs(el)).toEqual([href('Pro')]);
  });
});

describe('a link that stays on the page is taken over', () => {
  const ready = async (markup: string, attributes = '') => {
    const el = await show(tag(attributes, markup));
    await expect.poll(() => isTakenOver(el)).toBe(true);
    return el;
  };
  // The part that takes it over has come when a click is told.
  const isTakenOver = (el: Element) => {
    let isTold = false;
    const hear = (event: Event) => {
      isTold = true;
      event.preventDefault();
    };
    el.addEventListener('limio-checkout', hear);
    const stop = (event: Event) => event.preventDefault();
    document.addEventListener('click', stop);
    el.querySelector('a')!.click();
    document.removeEventListener('click', stop);
    el.removeEventListener('limio-checkout', hear);
    return isTold;
  };

  test('its click is told, and can be prevented', async () => {
    const el = await ready(section);
    const heard = listen(el);
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    const clicks = stay();
    el.querySelector('a')!.click();
    expect(heard).toMatchObject([
      { type: 'limio-select', offer: { path: '/offers2/Pro', name: 'Pro' } },
      { type: 'limio-checkout', url: href('Pro') },
    ]);
    expect(clicks).toEqual([{ href: href('Pro'), left: false }]);
  });

  test('it carries the promo code, and is itself left as it is', async () => {
    const el = await ready(section, 'promo-code="save20"');
    const heard = listen(el);
    stay();
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    el.querySelector('a')!.click();
    expect(heard[1]).toMatchObject({ url: href('Pro', '&pc=SAVE20') });
    expect(el.querySelector('a')!.getAttribute('href')).toBe(href('Pro'));
  });

  test('where it already is what is wanted, the browser follows it', async () => {
    const el = await ready(section);
    const clicks = stay();
    el.querySelector('a')!.click();
    expect(clicks).toEqual([{ href: href('Pro'), left: true }]);
  });

  test('a click that the page has prevented is not told', async () => {
    const el = await ready(section);
    const heard = listen(el);
    el.querySelector('a')!.addEventListener('click', (event) => event.preventDefault());
    el.querySelector('a')!.click();
    expect(heard).toEqual([]);
  });

  test('a link to another shop, or that sells nothing, is not', async () => {
    const others = `<a href="/terms">Terms</a><a href="https://other.example.com/checkout?purchase=%2Fx">x</a>`;
    const el = await ready(`<p>Words ${anchor('A')} ${others}</p>`);
    const heard = listen(el);
    stay();
    for (const link of [...el.querySelectorAll('a')].slice(1)) link.click();
    expect(heard).toEqual([]);
  });

  test('it is mended where a word processor has put its address into quotes', async () => {
    const el = await ready(`<p>Buy <a href=“${href('Pro')}”>Pro</a> now.</p>`);
    const heard = listen(el);
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    const clicks = stay();
    el.querySelector('a')!.click();
    expect(heard.map(({ type }) => type)).toEqual(['limio-select', 'limio-checkout']);
    expect((heard[1] as LimioCheckoutEvent).url).toBe(href('Pro'));
    expect(clicks).toMatchObject([{ left: false }]);
  });
});

import { describe, expect, test } from 'vitest';
import { anchor, drawn, href, hrefs, isSeen, place, show, tag, texts } from './fixtures.ts';

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
    ['a button with a line that is drawn', ['A', 'B'].map((name) => `<a href="${href(name)}"><div>${name}</div><div class="line"></div></a>`).join('')],
  ];
  test.for(wraps)('%s', async ([, markup]) => {
    const el = await show(tag('', markup));
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
    expect([...el.querySelectorAll('a')].some(isSeen)).toBe(false);
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
    ['what a picture in it shows',                   link('A', '<img alt="Pro Plan">'),                                                  ['Pro Plan']],
    ['its text beside a picture',                    link('A', '<img alt="A rocket">Pro Plan'),                                          ['Pro Plan']],
    ['what it is called for those who do not see it', link('A', '<img alt="">', 'aria-label="Pro Plan"'),                                ['Pro Plan']],
    ['what a pointer is told',                       link('A', '<svg width="9"></svg>', 'title="Pro Plan"'),                              ['Pro Plan']],
    ['the end of its path where its text is an address', link('Pro Plan', href('Pro Plan')),                                            ['Pro Plan']],
    ['the end of its path where its text is a part of one', link('Pro Plan', 'shop.example.com/checkout?purch…'),                       ['Pro Plan']],
    ['its data where its text is an address',        link('A', `<b>${href('A')}</b>`, 'data-name="One"'),                                ['One']],
    ['a text with a slash that is no address',       link('A', 'Print/Digital'),                                                         ['Print/Digital']],
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
    ['behind a backslash',  `\\"${href('Pro')}\\"`],
    ['without a width',     `\u200b${href('Pro')}`],
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

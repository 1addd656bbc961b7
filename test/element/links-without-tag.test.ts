import { fixtureSync } from '@open-wc/testing';
import { describe, expect, test } from 'vitest';
import { wrapLinks } from '../../src/element/light-dom/links-without-tag.ts';
import { anchor, href, hrefs, noise, shop, texts } from './fixtures.ts';

wrapLinks('shop.example.com');

/** Puts markup on the page and gives the tags that come to stand in it, when they are drawn. */
async function tagsIn(markup: string, count: number) {
  const holder = fixtureSync<HTMLElement>(`<div>${markup}<p>End.</p></div>`);
  const tags = () => [...holder.querySelectorAll('limio-offers')];
  await expect.poll(() => tags().filter((tag) => tag.shadowRoot && hrefs(tag).length).length).toBe(count);
  return tags();
}

describe('links side by side become cards without a tag', () => {
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string]> = [
    ['a paragraph each',            `<p>Text.</p><p>${anchor('A')}</p><p>${anchor('B')}</p><p>More.</p>`],
    ['one paragraph',               `<p>Text.</p><p>${anchor('A')}<br>${anchor('B')}</p>`],
    ['links alone',                 `<h2>Plans</h2>${anchor('A')} ${anchor('B')}`],
    ['marks between them',          `<h2>Plans</h2><p>${anchor('A')} | ${anchor('B')}</p>`],
    ['a list',                      `<p>Text.</p><ul><li>${anchor('A')}</li><li>${anchor('B')}</li></ul>`],
    ['in blocks of a block editor', `<h2>Plans</h2><div><div>${anchor('A')}</div><div>${anchor('B')}</div></div>`],
    ['bold type',                   `<p>Text.</p><p><strong>${anchor('A')}</strong></p>\n<p><b>${anchor('B')}</b></p>`],
    ['comments of a block editor',  `<p>Text.</p><!-- wp:paragraph --><p>${anchor('A')}</p><!-- /wp:paragraph -->\n<!-- wp:paragraph --><p>${anchor('B')}</p><!-- /wp:paragraph -->`],
    ['the detour of Google Docs',   `<p>Text.</p>${['A', 'B'].map((name) => `<p><span>${anchor(name).replace(/href="[^"]*"/, `href="https://www.google.com/url?q=${encodeURIComponent(href(name))}&amp;sa=D"`)}</span></p>`).join('')}`],
    ['an empty line between',       `<p>Text.</p><p>${anchor('A')}</p><p></p><p>&nbsp;</p><p><br></p><p>${anchor('B')}</p>`],
    ['quotes of a word processor',  `<p>Text.</p><p><a href=“${href('A')}”>A</a> <a href=“${href('B')}”>B</a></p>`],
  ];
  test.for(kinds)('%s', async ([, markup]) => {
    const heard = noise();
    const [tag] = await tagsIn(markup, 1);
    expect(tag!.getAttribute('shop')).toBe(shop);
    expect(hrefs(tag!)).toEqual([href('A'), href('B')]);
    expect(heard).toEqual([]);
  });

  // prettier-ignore
  const asides: Array<[whose: string, aside: string]> = [
    ['Drupal',             '<svg focusable="false" class="ext" role="img" aria-label="(link is external)" viewBox="0 0 80 40"><title>(link is external)</title><path d="M48 26c-1 0-2 0-2 1z"/></svg>'],
    ['Bootstrap',          '<span class="visually-hidden"> (opens in a new tab)</span>'],
    ['WordPress',          '<span class="screen-reader-text">(opens in a new tab)</span>'],
    ['Tailwind',           ' <span class="sr-only">(opens in a new tab)</span>'],
  ];
  test.for(asides)('what a link says of its mark is no part of a name: %s', async ([, aside]) => {
    const links = ['A', 'B'].map((name) => `<p>${anchor(name).replace('</a>', `${aside}</a>`)}</p>`);
    const [tag] = await tagsIn(`<p>Text.</p>${links.join('')}`, 1);
    expect(texts(tag!, 'name')).toEqual(['A', 'B']);
    expect(hrefs(tag!)).toEqual([href('A'), href('B')]);
  });

  test('a name that only a screen reader reads is one', async () => {
    const links = ['A', 'B'].map(
      (name) => `<p><a href="${href(name)}"><span class="sr-only">Plan ${name}</span></a></p>`,
    );
    const [tag] = await tagsIn(`<p>Text.</p>${links.join('')}`, 1);
    expect(texts(tag!, 'name')).toEqual(['Plan A', 'Plan B']);
  });

  const split = `<limio-offers shop="${shop}" promo-code="SAVE20"> </limio-offers>`;
  // prettier-ignore
  const remains: Array<[behaviour: string, markup: string]> = [
    ['around each link',         `<p>${split}${anchor('A')}${split} ${anchor('B')}${split}</p>`],
    ['around paragraphs',        `${split}<p>${anchor('A')}</p>${split}<p>${anchor('B')}</p>${split}`],
    ['in paragraphs',            `<p>${split}</p><p>${anchor('A')}</p><p>${split}</p><p>${anchor('B')}</p><p>${split}</p>`],
    ['with line breaks',         `<h2>Plans</h2>${split}<br>${anchor('A')}<br>${split}<br>${anchor('B')}<br>${split}`],
    ['in a block for each line', `<div>${split}</div><div>${anchor('A')}</div><div>${split}</div><div>${anchor('B')}</div><div>${split}</div>`],
  ];
  test.for(remains)('a tag that an editor split is whole again: %s', async ([, markup]) => {
    const [tag] = await tagsIn(markup, 1);
    await expect.poll(() => hrefs(tag!)).toEqual([href('A', '&pc=SAVE20'), href('B', '&pc=SAVE20')]);
    expect(document.querySelectorAll('limio-offers')).toHaveLength(1);
  });

  const open = `&lt;limio-offers data-shop="${shop}" data-promo-code="SAVE20"&gt;`;
  const shut = '&lt;/limio-offers&gt;\n\n&lt;script type="module" src="/x.js"&gt; &lt;/script&gt;';
  // prettier-ignore
  const printed: Array<[behaviour: string, markup: string]> = [
    ['around links',             `${open}\n${anchor('A')}\n${anchor('B')}\n${shut}`],
    ['around a list',            `${open}<ul><li>${anchor('A')}</li><li>${anchor('B')}</li></ul>${shut}`],
    ['in paragraphs',            `<p>${open}</p><p>${anchor('A')}</p>\n<p>${anchor('B')}</p><p>&lt;/limio-offers&gt;</p><p>&lt;script src="/x.js" defer&gt; &lt;/script&gt;</p>`],
    ['with line breaks',         `${open}<br>${anchor('A')}<br>${anchor('B')}<br>${shut}`],
  ];
  test.for(printed)('the tag is not left as text, where a filter printed it: %s', async ([, markup]) => {
    const [tag] = await tagsIn(markup, 1);
    expect(hrefs(tag!)).toEqual([href('A'), href('B')]);
    expect(tag!.parentElement!.textContent).not.toContain('<');
  });

  test('a tag with offers of its own stays beside them', async () => {
    const own = `<limio-offers shop="${shop}" data-offers='[{"path":"/offers2/C"}]'></limio-offers>`;
    const tags = await tagsIn(`${own}<p>${anchor('A')} ${anchor('B')}</p>${own}`, 3);
    expect(tags.map(hrefs)).toEqual([[href('C')], [href('A'), href('B')], [href('C')]]);
  });

  test('apart from each other, with words between, in a tag each', async () => {
    const [one, two] = await tagsIn(
      `<p>${anchor('A')} ${anchor('B')}</p><h2>Others</h2><p>${anchor('C')} ${anchor('D')}</p>`,
      2,
    );
    expect([hrefs(one!), hrefs(two!)]).toEqual([
      [href('A'), href('B')],
      [href('C'), href('D')],
    ]);
  });
});

describe('links stay as they are', () => {
  const other = '<a href="https://other.example.com/checkout?purchase=%2Fx">x</a>';
  // prettier-ignore
  const kinds: Array<[behaviour: string, markup: string]> = [
    ['in prose',                        `<p>Buy ${anchor('A')} or ${anchor('B')} today.</p>`],
    ['in prose, side by side',          `<p>Buy ${anchor('A')} ${anchor('B')} today.</p>`],
    ['alone',                           `<p>Text.</p><p>${anchor('A')}</p>`],
    ['in a menu',                       `<nav>${anchor('A')} ${anchor('B')}</nav>`],
    ['in cells beside others',          `<table><tr><td>Buy</td><td>${anchor('A')}</td><td>${anchor('B')}</td></tr></table>`],
    ['in entries beside others',        `<ul><li>Buy</li><li>${anchor('A')}</li><li>${anchor('B')}</li></ul>`],
    ['that somebody is writing',        `<div contenteditable>${anchor('A')} ${anchor('B')}</div>`],
    ['in a menu by its role',           `<div role="navigation">${anchor('A')} ${anchor('B')}</div>`],
    ['in a line that opens others',     `<details><summary>${anchor('A')} ${anchor('B')}</summary></details>`],
    ['of one offer',                    `<p>${anchor('A')} ${anchor('A')}</p>`],
    ['of another shop',                 `<p>${other} ${other}</p>`],
    ['that sell nothing',               `<p><a href="${shop}/a">a</a> <a href="${shop}/b">b</a></p>`],
  ];
  test.for(kinds)('%s', async ([, markup]) => {
    const holder = fixtureSync<HTMLElement>(`<div>${markup}<p>End.</p></div>`);
    const before = holder.innerHTML;
    // What comes after it is wrapped, so it has been looked at.
    await tagsIn(`<p>${anchor('A')} ${anchor('B')}</p>`, 1);
    expect(holder.innerHTML).toBe(before);
  });
});

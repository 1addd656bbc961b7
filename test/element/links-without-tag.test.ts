import { fixtureSync } from '@open-wc/testing';
import { describe, expect, test } from 'vitest';
import { wrapLinks } from '../../src/element/light-dom/links-without-tag.ts';
import { anchor, href, hrefs, noise, shop } from './fixtures.ts';

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
    ['quotes of a word processor',  `<p>Text.</p><p><a href=“${href('A')}”>A</a> <a href=“${href('B')}”>B</a></p>`],
  ];
  test.for(kinds)('%s', async ([, markup]) => {
    const heard = noise();
    const [tag] = await tagsIn(markup, 1);
    expect(tag!.getAttribute('shop')).toBe(shop);
    expect(hrefs(tag!)).toEqual([href('A'), href('B')]);
    expect(heard).toEqual([]);
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

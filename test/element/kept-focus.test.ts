import { fixtureSync } from '@open-wc/testing';
import { describe, expect, test } from 'vitest';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { anchor, drawn, root, tag } from './fixtures.ts';

/** An element with this between its tags, on no page yet. */
const elementWith = (content: string): LimioOffersElement => {
  const template = document.createElement('template');
  template.innerHTML = tag('', content);
  return document.importNode(template.content, true).firstElementChild as LimioOffersElement;
};

describe('the focus', () => {
  test.for(['', 'select="many"'])('of a link goes to the button of its card (%s)', async (attributes) => {
    const holder = fixtureSync<HTMLElement>('<div></div>');
    const el = elementWith(anchor('A') + anchor('B'));
    el.removeAttribute('shop');
    if (attributes) el.setAttribute('select', 'many');
    const isDrawn = drawn(el);
    holder.append(el);
    el.querySelectorAll('a')[1]!.focus();
    await isDrawn;
    const focused = root(el).activeElement!;
    expect(focused.closest('li')!.querySelector('[part=name]')!.textContent).toBe('B');
  });

  test('of a link that stays on the page stays there', async () => {
    const holder = fixtureSync<HTMLElement>('<div></div>');
    const el = elementWith(`<p>Buy ${anchor('A')}.</p>${anchor('B')}`);
    const isDrawn = drawn(el);
    holder.append(el);
    el.querySelector('a')!.focus();
    await isDrawn;
    expect(document.activeElement).toBe(el.querySelector('a'));
  });
});

import { describe, expect, test } from 'vitest';
import type { LimioCheckoutEvent } from '../../src/element/events/events.ts';
import { anchor, href, listen, place, show, stay, tag } from './fixtures.ts';

const sentence = `<p>Buy ${anchor('Pro')} today.</p>`;

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
    const el = await ready(sentence);
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

  test('its click is told once, though the page asks for a reload while files are on their way', async () => {
    const el = place(tag('', sentence));
    el.addEventListener('limio-ready', () => queueMicrotask(() => el.reload()), { once: true });
    await expect.poll(() => isTakenOver(el)).toBe(true);
    const heard = listen(el);
    stay();
    el.querySelector('a')!.click();
    expect(heard.map(({ type }) => type)).toEqual(['limio-select', 'limio-checkout']);
  });

  test('it carries the promo code, and is itself left as it is', async () => {
    const el = await ready(sentence, 'promo-code="save20"');
    const heard = listen(el);
    stay();
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    el.querySelector('a')!.click();
    expect(heard[1]).toMatchObject({ url: href('Pro', '&pc=SAVE20') });
    expect(el.querySelector('a')!.getAttribute('href')).toBe(href('Pro'));
  });

  test('where it already is what is wanted, the browser follows it', async () => {
    const el = await ready(sentence);
    const clicks = stay();
    el.querySelector('a')!.click();
    expect(clicks).toEqual([{ href: href('Pro'), left: true }]);
  });

  test('a click that the page has prevented is not told', async () => {
    const el = await ready(sentence);
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

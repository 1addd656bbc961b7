import { describe, expect, onTestFinished, test } from 'vitest';
import type { LimioCheckoutEvent, LimioSelectEvent } from '../../src/element/events/events.ts';
import { find, findAll, href, listen, offer, show, stay, tag } from './fixtures.ts';

const offers = [offer('A'), offer('B')];
const types = (events: readonly Event[]) => events.map(({ type }) => type);

/** Keeps links that are not part of the page from being followed, and tells which would have been. */
function detached(): HTMLAnchorElement[] {
  const followed: HTMLAnchorElement[] = [];
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function (this: HTMLElement) {
    if (this instanceof HTMLAnchorElement && !this.isConnected) followed.push(this);
    else click.call(this);
  };
  onTestFinished(() => {
    HTMLElement.prototype.click = click;
  });
  return followed;
}

describe('a click on a card', () => {
  test('tells what was chosen and where it leads, then the browser follows the link', async () => {
    const clicks = stay();
    const el = await show(tag(), { offers });
    const events = listen(el);
    findAll(el, 'a')[1]!.click();
    expect(types(events)).toEqual(['limio-select', 'limio-checkout']);
    expect((events[0] as LimioSelectEvent).offer.path).toBe('/offers2/B');
    expect((events[0] as LimioSelectEvent).selected).toBe(true);
    expect((events[1] as LimioCheckoutEvent).url).toBe(href('B'));
    expect((events[1] as LimioCheckoutEvent).offers.map(({ path }) => path)).toEqual(['/offers2/B']);
    expect(clicks).toEqual([{ href: href('B'), left: true }]);
  });

  test('does not leave when a listener prevents it', async () => {
    const clicks = stay();
    const el = await show(tag(), { offers });
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    find(el, 'a').click();
    expect(clicks).toEqual([{ href: href('A'), left: false }]);
  });

  test('leaves even when a listener fails', async () => {
    const clicks = stay();
    const el = await show(tag(), { offers });
    const failed: unknown[] = [];
    const hear = (event: ErrorEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      failed.push(event.error);
    };
    window.addEventListener('error', hear, { capture: true });
    onTestFinished(() => window.removeEventListener('error', hear, { capture: true }));
    for (const type of ['limio-select', 'limio-checkout'])
      el.addEventListener(type, () => {
        throw new Error('not ours');
      });
    find(el, 'a').click();
    expect(failed).toHaveLength(2);
    expect(clicks).toEqual([{ href: href('A'), left: true }]);
  });

  // prettier-ignore
  const modified: Array<[behaviour: string, click: MouseEventInit]> = [
    ['with Ctrl',              { ctrlKey: true }],
    ['with Cmd',               { metaKey: true }],
    ['with Shift',             { shiftKey: true }],
    ['with Alt',               { altKey: true }],
    ['of the middle button',   { button: 1 }],
  ];
  test.for(modified)("%s is the browser's own: nothing can prevent it", async ([, click]) => {
    const clicks = stay();
    const el = await show(tag(), { offers });
    const events = listen(el);
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    find(el, 'a').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...click }),
    );
    expect(types(events)).not.toContain('limio-checkout');
    expect(clicks).toEqual([{ href: href('A'), left: true }]);
  });

  test('is heard on the document', async () => {
    stay();
    const el = await show(tag(), { offers });
    const events = listen(document);
    find(el, 'a').click();
    expect(events.map(({ target }) => target)).toEqual([el, el]);
  });

  test('leaves nothing busy: the same card can be clicked again', async () => {
    const clicks = stay();
    const el = await show(tag(), { offers });
    find(el, 'a').click();
    await el.updateComplete;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;
    expect(root(el)).not.toMatch(/aria-busy|disabled/);
    find(el, 'a').click();
    expect(clicks).toHaveLength(2);
  });

  const root = (el: Element) => el.shadowRoot!.innerHTML;
});

describe('checkout()', () => {
  test('goes where a click on the only offer would', async () => {
    const followed = detached();
    const el = await show(tag('target="_top"'), { offers: [offer('A')] });
    const events = listen(el);
    el.checkout();
    expect(types(events)).toEqual(['limio-checkout']);
    expect(followed.map((a) => a.getAttribute('href'))).toEqual([href('A')]);
    expect(followed[0]!.target).toBe('_top');
    expect(followed[0]!.referrerPolicy).toBe('origin');
    expect(followed[0]!.relList.contains('noopener')).toBe(true);
  });

  test('buys several at once', async () => {
    const followed = detached();
    const el = await show(tag(), { offers });
    const events = listen(el);
    el.checkout(['/offers2/B', '/offers2/A']);
    expect((events[0] as LimioCheckoutEvent).offers).toEqual([offers[1], offers[0]]);
    expect(followed[0]!.href).toBe(`${href('B')}&purchase=%2Foffers2%2FA`);
  });

  test('stays when a listener prevents it', async () => {
    const followed = detached();
    const el = await show(tag(), { offers: [offer('A')] });
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    el.checkout();
    expect(followed).toEqual([]);
  });

  test('says what is wrong when there is nothing to buy', async () => {
    const followed = detached();
    const el = await show(tag(), { offers });
    expect(() => el.checkout()).toThrow(expect.objectContaining({ code: 'offer_invalid' }));
    expect(followed).toEqual([]);
  });
});

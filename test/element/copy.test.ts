import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from '../setup/user-event.ts';
import { appears, find, findAll, href, noise, offer, root, show, tag, texts } from './fixtures.ts';

const offers = [offer('A'), offer('B')];

/** Gives the page another clipboard for one test; tells what was put on it. */
function clipboard(isAllowed: boolean): string[] {
  const written: string[] = [];
  const writeText = async (text: string) => {
    if (!isAllowed) throw new DOMException('Write permission denied.', 'NotAllowedError');
    written.push(text);
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
  return written;
}

const status = (el: Element) => find(el, 'p[role=status]').textContent!.trim();

describe('the button that copies a link', () => {
  test('is there only when asked for, one for each card, named for it', async () => {
    expect(texts(await show(tag(), { offers }), 'copy')).toEqual([]);
    expect(texts(await show(tag('lang="en" copy-link'), { offers }), 'copy')).toEqual([
      'Copy link A',
      'Copy link B',
    ]);
  });

  test('puts the purchase link on the clipboard, and says so', async () => {
    const written = clipboard(true);
    const el = await show(tag('lang="en" copy-link promo-code="X1"'), { offers });
    await userEvent.click(findAll(el, '[part=copy]')[1]!);
    await expect.poll(() => status(el)).toBe('Link copied');
    expect(written).toEqual([href('B', '&pc=X1')]);
  });

  test('says so itself, for two seconds, as wide as it was', async () => {
    clipboard(true);
    const el = await show(tag('lang="en" copy-link layout="compact"'), { offers });
    const widths = () => findAll(el, '[part=copy]').map(({ offsetWidth }) => offsetWidth);
    const before = widths();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    findAll(el, '[part=copy]')[1]!.click();
    await vi.waitUntil(() => texts(el, 'copy')[1] === 'Link copied B');
    expect(texts(el, 'copy')[0]).toBe('Copy link A');
    expect(widths()).toEqual(before);
    vi.advanceTimersByTime(2000);
    await el.updateComplete;
    expect(texts(el, 'copy')).toEqual(['Copy link A', 'Copy link B']);
    expect(status(el)).toBe('');
  });

  test('shows the link where the browser asks a question that nobody answers', async () => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => new Promise(() => {}) },
      configurable: true,
    });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
    const el = await show(tag('copy-link'), { offers });
    find(el, '[part=copy]').click();
    await expect.poll(() => root(el).querySelector('input[part=link]')).not.toBeNull();
  });

  test('leaves out how this customer came here', async () => {
    const written = clipboard(true);
    const el = await show(tag('copy-link', `<a href="${href('A', '&pc=X1&utm_source=mail&gclid=7')}">A</a>`));
    await userEvent.click(find(el, '[part=copy]'));
    await expect.poll(() => written).toEqual([href('A', '&pc=X1')]);
  });

  test('shows the link, ready to be copied by hand, where the clipboard is refused', async () => {
    clipboard(false);
    const heard = noise();
    const el = await show(tag('lang="en" copy-link'), { offers });
    await userEvent.click(find(el, '[part=copy]'));
    const input = await appears<HTMLInputElement>(el, 'input[part=link]');
    expect(input.value).toBe(href('A'));
    expect(input.readOnly).toBe(true);
    expect(input.labels![0]!.textContent).toContain('Copy this link');
    expect(input.closest('li')!.querySelector('[part=name]')!.textContent).toBe('A');
    await expect.poll(() => root(el).activeElement).toBe(input);
    await userEvent.click(input);
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, input.value.length]);
    expect(root(el).activeElement).toBe(input);
    expect(heard).toEqual([]);
  });

  test('shows the link where a page has no clipboard at all', async () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
    const el = await show(tag('copy-link'), { offers });
    await userEvent.click(findAll(el, '[part=copy]')[1]!);
    expect((await appears<HTMLInputElement>(el, 'input[part=link]')).value).toBe(href('B'));
  });
});

describe('a link that could not be opened', () => {
  test('is shown at its card, in view and focused, with a sentence', async () => {
    const many = ['A', 'B', 'C', 'D'].map((name) => offer(name));
    const el = await show(tag('lang="en" layout="list"'), { offers: many });
    el.style.cssText = 'display: block; block-size: 200px; overflow: auto';
    el.showLink(href('C'));
    const input = await appears<HTMLInputElement>(el, 'input[part=link]');
    await expect.poll(() => root(el).activeElement).toBe(input);
    expect(input.closest('li')!.querySelector('[part=name]')!.textContent).toBe('C');
    expect(input.labels![0]!.textContent).toBe('The checkout did not open by itself. Copy this link');
    const [box, frame] = [input.getBoundingClientRect(), el.getBoundingClientRect()];
    expect(box.top >= frame.top && box.bottom <= frame.bottom + 1).toBe(true);
    el.showLink('');
    await expect.poll(() => root(el).querySelector('input[part=link]')).toBeNull();
  });

  test('is shown clear of a bar at the foot of the window', async () => {
    const el = await show(`<div style="height: 3000px"></div>${tag()}<div style="height: 3000px"></div>`, {
      offers,
    });
    window.scrollTo(0, 0);
    el.showLink(href('Other'));
    const input = await appears<HTMLInputElement>(el, 'input[part=link]');
    await expect.poll(() => root(el).activeElement).toBe(input);
    await expect.poll(() => innerHeight - input.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(95);
  });

  test('is shown below buttons alone, which have no card for it', async () => {
    const el = await show(tag('layout="button"'), { offers });
    el.showLink(href('B'));
    const input = await appears<HTMLInputElement>(el, 'input[part=link]');
    expect(input.value).toBe(href('B'));
    const button = findAll(el, 'a[part=cta]')[0]!.getBoundingClientRect();
    expect(input.getBoundingClientRect().top).toBeGreaterThan(button.bottom);
    expect(button.height).toBeLessThan(50);
  });

  test('is shown below the cards where it belongs to none', async () => {
    const el = await show(tag(), { offers });
    el.showLink(href('Other'));
    const input = await appears<HTMLInputElement>(el, 'input[part=link]');
    expect(input.closest('li')).toBeNull();
    expect(input.value).toBe(href('Other'));
  });
});

import { describe, expect, onTestFinished, test } from 'vitest';
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

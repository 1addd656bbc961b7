import { commands } from 'vitest/browser';

/**
 * What a customer does, with a real pointer and real keys, in every engine.
 *
 * Vitest has the like, but by locators, and those reach into the frame of a test in Chromium alone.
 */
export const userEvent = {
  async click(target: Element): Promise<void> {
    // A busy browser may say that it has clicked before the page has heard of it.
    const done = new Promise((resolve) => {
      window.addEventListener('click', () => setTimeout(resolve), { capture: true, once: true });
    });
    await commands.clickAt(...(await centre(target)));
    await done;
  },
  async hover(target: Element): Promise<void> {
    await commands.pointTo(...(await centre(target)));
  },
  async unhover(): Promise<void> {
    await commands.pointTo(0, 0);
  },
  async tab(): Promise<void> {
    await press('Tab');
  },
  /** Keys one after the other; those with a name are in braces: `a@b{Enter}`. */
  async keyboard(text: string): Promise<void> {
    await press(...[...text.matchAll(/\{(\w+)\}|(.)/gs)].map(([, name, sign]) => name ?? sign!));
  },
  /** Replaces what a field holds. */
  async fill(field: HTMLInputElement, text: string): Promise<void> {
    field.focus();
    field.select();
    await userEvent.keyboard(text);
  },
};

async function press(...keys: string[]): Promise<void> {
  // Keys go to the frame that has the focus.
  if (!document.hasFocus()) window.focus();
  await commands.pressKeys(...keys);
}

/** Where an element is in the browser's page, which may draw the frame of the test smaller than it is. */
async function centre(target: Element): Promise<[x: number, y: number]> {
  const isInView = ({ top, bottom, left, right }: DOMRect) =>
    top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  if (!isInView(target.getBoundingClientRect()))
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
  // WebKit takes a click to where things were in the last picture.
  for (let frames = 2; frames; frames--) await new Promise(requestAnimationFrame);
  const { left, top, width, height } = target.getBoundingClientRect();
  const frame = window.frameElement!.getBoundingClientRect();
  const scale = frame.width / innerWidth;
  return [frame.left + (left + width / 2) * scale, frame.top + (top + height / 2) * scale];
}

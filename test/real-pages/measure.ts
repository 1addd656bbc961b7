import type { Pixel } from '../setup/contrast.ts';

/* Functions that run in a page. */

/** How each element of the page that does not hold the offers stands and looks. */
export function looksOfThePage() {
  const tag = document.querySelector('limio-offers')!;
  return [...document.body.querySelectorAll('*')]
    .filter((part) => !part.contains(tag) && !tag.contains(part) && part.localName !== 'script')
    .map((part) => {
      // Heights may follow that of the offers beside them.
      const { x, width } = part.getBoundingClientRect();
      const { color, font, letterSpacing, textTransform, backgroundColor } = getComputedStyle(part);
      const box = [x, width].map(Math.round).join(' ');
      return [part.localName, box, color, font, letterSpacing, textTransform, backgroundColor].join(' | ');
    });
}

/** Where the cards stand, and how they can be read. */
export function cardsOfThePage() {
  const host = document.querySelector('limio-offers')!;
  const root = host.shadowRoot!;
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const pixelOf = (colour: string): Pixel => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const surfaceOf = (part: Element): string => {
    const { backgroundColor } = getComputedStyle(part);
    return /, 0\)$|transparent/.test(backgroundColor) && part.parentElement
      ? surfaceOf(part.parentElement)
      : backgroundColor;
  };
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const box = (part: Element) => {
    const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
    return { left, right, top, bottom, width, height };
  };
  const words = all(
    '[part~=name],[part~=amount],[part~=interval],[part~=summary],[part~=feature],[part~=badge],[part~=cta]',
  );
  return {
    host: box(host),
    cards: all('[part~=offer]').map(box),
    buttons: all('a[part~=cta]').map(box),
    sticksOut: all('[part]').filter((part) => box(part).right > box(host).right + 1).length,
    words: words
      .filter((part) => part.textContent)
      .map((part) => ({
        part: part.getAttribute('part'),
        colour: pixelOf(getComputedStyle(part).color),
        surface: pixelOf(surfaceOf(part)),
      })),
    tornAmounts: all('[part~=amount]').filter((part) => part.getClientRects().length > 1).length,
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

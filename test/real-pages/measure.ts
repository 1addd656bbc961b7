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
  const luminance = (colour: string) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
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
    faint: words
      .filter((part) => part.textContent && contrast(getComputedStyle(part).color, surfaceOf(part)) < 4.5)
      .map((part) => part.getAttribute('part')),
    tornAmounts: all('[part~=amount]').filter((part) => part.getClientRects().length > 1).length,
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

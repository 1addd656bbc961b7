import { expect, test } from 'vitest';
import { contrast } from './colours.ts';
import { find, finished, offer, show, tag } from './fixtures.ts';
import { within } from './surroundings.ts';

// prettier-ignore
const ACCENTS = [
  '#000', '#fff', '#ffd400', '#00c853', '#2f4fdd', '#9db0ff', '#e4002b', '#00a651', '#777', '#ff6a00', '#111827',
  '#f8f8f8', '#0ff', '#f0f', '#00f', 'hotpink', 'maroon', 'lime', 'oklch(0.7 0.2 140)', 'color(display-p3 0 1 0)',
  'transparent', 'rgb(255 0 0 / 20%)', '#ffd40033', 'color-mix(in oklab, red, transparent)',
  'currentColor', 'color-mix(in srgb, CURRENTCOLOR 60%, red)', 'lch(50% 200 none)', 'color(prophoto-rgb 0 1 1)', 'oklch(0.5 0.4 none / none)',
];

const table = ACCENTS.flatMap((accent) => ['light', 'dark'].map((scheme) => [accent, scheme] as const));

test.for(table)('the accent %s is readable when %s', async ([accent, scheme]) => {
  const el = await show(
    within(900, tag(`theme="${scheme}" style="--limio-accent: ${accent}"`), `color-scheme: ${scheme}`),
    { offers: [offer('A', { highlighted: true, badge: 'New' }), offer('B')] },
  );
  await finished(el);
  const card = find(el, '[part~=highlighted]');
  const styleOf = (part: string, pseudo?: string) =>
    getComputedStyle(card.querySelector(`[part~=${part}]`)!, pseudo);
  const tint = getComputedStyle(card).backgroundColor;
  const surface = getComputedStyle(find(el, '[part=offer]')).backgroundColor;
  const { color, backgroundColor, borderTopColor } = styleOf('cta');
  // What shines through cannot be reckoned with.
  for (const each of [backgroundColor, borderTopColor, color]) expect(each).not.toMatch(/\/ 0|rgba/);
  const text = (part: string) => contrast(styleOf(part).color, tint);
  expect(contrast(color, backgroundColor), 'words on the button').toBeGreaterThanOrEqual(4.5);
  expect(contrast(borderTopColor, tint), 'edge of the button').toBeGreaterThanOrEqual(3);
  for (const ground of [tint, surface]) {
    expect(
      contrast(getComputedStyle(card).borderTopColor, ground),
      'edge of the card',
    ).toBeGreaterThanOrEqual(3);
    expect(contrast(styleOf('feature', '::before').borderRightColor, ground), 'tick').toBeGreaterThanOrEqual(
      3,
    );
  }
  expect(contrast(styleOf('badge').color, styleOf('badge').backgroundColor), 'badge').toBeGreaterThanOrEqual(
    4.5,
  );
  for (const part of ['name', 'amount', 'interval']) expect(text(part), part).toBeGreaterThanOrEqual(4.5);
});

test.for(table)('the focus is seen on the accent %s when %s', async ([accent, scheme]) => {
  const el = await show(tag(`theme="${scheme}" style="--limio-accent: ${accent}; color-scheme: ${scheme}"`), {
    offers: [offer('A')],
  });
  await finished(el);
  const cta = find(el, '[part=cta]');
  cta.focus({ focusVisible: true } as FocusOptions);
  const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(cta);
  expect(outlineStyle).toBe('solid');
  expect(contrast(outlineColor, boxShadow.split(')')[0] + ')')).toBeGreaterThanOrEqual(3);
});

test.for(['accent="currentColor"', 'style="--limio-accent: currentColor"'])(
  'an accent in the colour of the text around the tag is that: %s',
  async (attributes) => {
    const el = await show(within(600, tag(attributes), 'color: #0a3d62; color-scheme: light'), {
      offers: [offer('A')],
    });
    await finished(el);
    const { color, backgroundColor } = getComputedStyle(find(el, '[part=cta]'));
    expect(contrast(backgroundColor, '#0a3d62')).toBeLessThan(1.01);
    expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5);
  },
);

// Shades of a design system, a colour of print, nothing: known when they are used, so that no fallback helps.
test.for(['222 47% 11%', 'device-cmyk(0 81% 81% 30%)', '10px', ' '])(
  'a button in what is no colour has an edge, and is read: --limio-accent: %s',
  async (accent) => {
    const el = await show(within(600, tag(`style="--limio-accent: ${accent}"`), 'color-scheme: light'), {
      offers: [offer('A')],
    });
    const { color, borderTopColor, borderTopWidth } = getComputedStyle(find(el, '[part=cta]'));
    expect([contrast(color, '#fff') > 4.5, contrast(borderTopColor, '#fff') > 3, borderTopWidth]).toEqual([
      true,
      true,
      '1px',
    ]);
  },
);

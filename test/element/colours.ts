import * as wcag from '../setup/contrast.ts';

/** Contrast of two colours, in any notation CSS has, as WCAG reckons it: 1 to 21. */
export const contrast = (one: string, other: string): number => wcag.contrast(pixelOf(one), pixelOf(other));

function pixelOf(colour: string): wcag.Pixel {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

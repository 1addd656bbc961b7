import { renderOffers, type RenderOptions } from '../../../src/html.ts';
import { attributeOf, type Attribute } from '../../../src/element/attributes/attribute.ts';
import { ATTRIBUTES } from '../../../src/element/attributes/attributes.ts';
import { DEFAULTS } from '../controls.ts';
import { styleElement } from './style-element.ts';
import type { Setup } from './tree.ts';

/** The element with the cards in it, drawn before any script: for HTML that passes through no editor. */
export function printPicture({ attributes, offers, style = {} }: Setup): string {
  const rows = Object.entries<Attribute>(ATTRIBUTES);
  const options = rows.flatMap(([property, row]) => {
    const value = attributes[attributeOf(property, row) ?? ''];
    if (!value || value === DEFAULTS[attributeOf(property, row) ?? ''] || row.isData) return [];
    return [[property, row.type === Boolean ? true : value] as const];
  });
  const words = attributes['words'] ? { words: { cta: attributes['words'] } } : {};
  const html = renderOffers(offers, { ...Object.fromEntries(options), ...words } as unknown as RenderOptions);
  return styleElement(style) + html;
}

import { unquoted } from '../../core/unquoted.ts';
import type { Attribute } from './attribute.ts';
import { ATTRIBUTES, type Properties } from './attributes.ts';

/** A value that an attribute does not know: the name of its property, its row, and what was written. */
export type OddValue = [property: keyof Properties, row: Attribute, written: unknown];

/** The values of an element that its attributes do not know. */
export const oddValues = (properties: Properties): OddValue[] =>
  (Object.entries(ATTRIBUTES) as Array<[keyof Properties, Attribute]>)
    .map(([name, row]): OddValue => [name, row, properties[name]])
    .filter((each) => !isKnown(each));

/** Whether it is one of the values of the attribute, or nothing; or text, where that is what it takes. */
function isKnown([, { values, isData, type, read }, written]: OddValue): boolean {
  const value = typeof written === 'string' ? unquoted(written) : '';
  if (!value || isData || type === Boolean) return true;
  return values ? values.includes(value.toLowerCase()) : read(value) === value;
}

/**
 * Whether an attribute may be one of ours with a slip in its name, and is worth a closer look: those of others are
 * short, have hyphens, or are known to browsers.
 */
export const hasOddName = (host: Element): boolean =>
  host.getAttributeNames().some((name) => /^(?!checkout$)[a-z_]{6,}$/.test(name) && !(name in host));

import { COUNTRY } from '../../core/customer-rules.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { unquoted } from '../../core/unquoted.ts';
import { attributeOf, type Attribute } from './attribute.ts';
import { ATTRIBUTES, type Properties } from './attributes.ts';

/** What is wrong with the values of attributes, each by itself: those that an attribute does not know. */
export const valueFaults = (properties: Readonly<Partial<Properties>>): LimioError[] =>
  (Object.entries(ATTRIBUTES) as Array<[keyof Properties, Attribute]>)
    .filter(([name, row]) => !isKnown(name, row, properties[name]))
    .map(([name, row]) => {
      const written = `${attributeOf(name, row)}=${JSON.stringify(String(properties[name]).slice(0, 60))}`;
      const use = row.values?.join(', ') ?? CODES[name]?.use ?? 'a value, or leave it out';
      return new LimioError('attribute_invalid', `${written} cannot be used. Use ${use}.`);
    });

/** Attributes that take text, but not any text. */
const CODES: Partial<Record<keyof Properties, { pattern: RegExp; use: string }>> = {
  country: { pattern: COUNTRY, use: 'a code of two letters, such as DE' },
};

/** Whether what was written is one of the values of an attribute, or nothing; or text, where that is what it takes. */
function isKnown(
  name: keyof Properties,
  { values, isData, type, read }: Attribute,
  written: unknown,
): boolean {
  const value = typeof written === 'string' ? unquoted(written) : '';
  if (!value || isData || type === Boolean) return true;
  const code = CODES[name];
  if (code) return code.pattern.test(value.toUpperCase());
  return values ? values.includes(value.toLowerCase()) : read(value) === value;
}

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
      const use = row.values?.join(', ') ?? USES[name] ?? 'a value, or leave it out';
      return new LimioError('attribute_invalid', `${written} cannot be used. Use ${use}.`);
    });

/** What an attribute takes that is text, and not any text. */
const USES: Partial<Record<keyof Properties, string>> = { country: 'a code of two letters, such as DE' };

/** Whether what was written is one of the values of an attribute, or nothing; or text, where that is what it takes. */
function isKnown(
  name: keyof Properties,
  { values, isData, type, read }: Attribute,
  written: unknown,
): boolean {
  const value = typeof written === 'string' ? unquoted(written) : '';
  if (!value || isData || type === Boolean) return true;
  if (name === 'country') return COUNTRY.test(value.toUpperCase());
  return values ? values.includes(value.toLowerCase()) : read(value) === value;
}

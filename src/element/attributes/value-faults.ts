import { invalidValue, type LimioError } from '../../core/errors/limio-error.ts';
import { isNothing, line, type Attribute } from './attribute.ts';
import { ATTRIBUTES, type Properties } from './attributes.ts';

/** What is wrong with the values of attributes, each by itself: those that an attribute does not know. */
export const valueFaults = (properties: Properties): LimioError[] =>
  (Object.entries(ATTRIBUTES) as Array<[keyof Properties, Attribute]>)
    .filter(([name, row]) => !isKnown(row, properties[name]))
    .map(([name, { attribute = name, values = [] }]) =>
      invalidValue(
        'attribute_invalid',
        `${String(attribute)}="${String(properties[name])}"`,
        values.join(', ') || 'a value, or leave it out',
      ),
    );

/** Whether what was written is one of the values of an attribute, or nothing; or text, where that is what it takes. */
const isKnown = ({ values, isData, type }: Attribute, written: unknown): boolean =>
  isData ||
  type === Boolean ||
  (values ? ['', ...values].includes(line(written).toLowerCase()) : !isNothing(written));

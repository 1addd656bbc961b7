import { invalidValue, type LimioError } from '../../core/errors/limio-error.ts';
import { unknownValues, type Properties } from './attributes.ts';

/** What is wrong with the values of attributes, each by itself: those that an attribute does not know. */
export const valueFaults = (properties: Properties): LimioError[] =>
  unknownValues(properties).map(([name, { attribute = name, values = [] }]) =>
    invalidValue(
      'attribute_invalid',
      `${String(attribute)}="${String(properties[name])}"`,
      values.join(', ') || 'a value, or leave it out',
    ),
  );

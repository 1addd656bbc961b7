import { invalidValue, type LimioError } from '../../core/errors/limio-error.ts';
import { attributeOf } from './attribute.ts';
import type { OddValue } from './odd-attributes.ts';

/** What is wrong with a value that an attribute does not know. */
export const valueFault = ([property, row, written]: OddValue): LimioError =>
  invalidValue(
    'attribute_invalid',
    `${attributeOf(property, row)}="${String(written)}"`,
    row.values?.join(', ') ?? 'a value, or leave it out',
  );

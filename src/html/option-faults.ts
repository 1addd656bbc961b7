import { invalidValue, type LimioError } from '../core/errors/limio-error.ts';
import { valueFaults } from '../element/attributes/value-faults.ts';
import { FORMS, type RenderOptions } from './options.ts';
import { accentStyle } from './picture.ts';

/**
 * What is wrong with options: a value that its attribute does not know, a form that is none, and a colour that can be none.
 *
 * @example
 * optionFaults({ shop: 'https://shop.example.com', layout: 'grid' })[0]?.code; // 'attribute_invalid'
 */
export const optionFaults = (options: RenderOptions): LimioError[] => [
  ...valueFaults(options),
  ...(options.form && !FORMS.includes(options.form)
    ? [invalidValue('attribute_invalid', options.form, `${FORMS.join(', ')} for form`)]
    : []),
  ...(options.accent && !accentStyle(options.accent)
    ? [invalidValue('attribute_invalid', options.accent, 'a colour for accent, such as #0a7d4f')]
    : []),
];

import { invalidValue, type LimioError } from '../core/errors/limio-error.ts';
import type { Offer } from '../core/offer/offer.ts';
import { fieldsOf, ownFields } from '../core/read-fields.ts';
import { isPlainPrice } from '../core/price/given-price.ts';
import { readOffer } from '../core/offer/read-offer.ts';
import { readWrittenPrice } from '../core/price/written-price.ts';
import { NOTHING, unfilledWords } from './words.ts';

export { parseJson } from './parse-json.ts';

/**
 * Reads an offer in our own shape that is written as people write it: a price such as `29,00 €` and `monthly`, and no
 * words where a template had none.
 *
 * A price that nobody can read is shown as the text it is.
 */
export function readWrittenOffer(given: unknown): Offer | undefined {
  const entry = withoutNothing(given);
  const offer = readOffer(entry);
  if (!offer || isPlainPrice(entry, offer)) return offer;
  const { price: _, ...rest } = offer;
  const { price, displayPrice } = readWrittenPrice(fieldsOf(entry)['price']);
  return ownFields({ ...(displayPrice && { displayPrice }), ...rest, ...(price && { price }) });
}

const isNothing = (value: unknown): boolean => typeof value === 'string' && NOTHING.test(value);

function withoutNothing(given: unknown): unknown {
  const fields = Object.entries(fieldsOf(given)).filter(
    ([name, value]) => name === 'path' || !isNothing(value),
  );
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((each) => !isNothing(each)) : value,
    ]),
  );
}

/**
 * The error for words of an offer that a template had nothing for.
 *
 * @example
 * unfilledProblem({ path: '/offers2/Pro', badge: 'undefined' })?.message;
 * // 'attribute_invalid: "badge: undefined" cannot be used. Use a text, or leave it out.'
 */
export function unfilledProblem(given: unknown): LimioError | undefined {
  const words = unfilledWords(given);
  return words[0]
    ? invalidValue('attribute_invalid', words.join(', '), 'a text, or leave it out')
    : undefined;
}

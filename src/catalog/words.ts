import { fieldsOf } from '../core/read-fields.ts';

/** What a template prints where it had nothing to fill in. Its marks, such as `{{ name }}`, are the text they are. */
export const NOTHING = /^\s*(undefined|null|NaN|None)\s*$|\[object/;

/** The same among the texts of a list that is written as JSON. */
export const NOTHING_IN_JSON = /"(undefined|null|NaN|None)"|\[object/;

/** Fields that hold words for people. */
const WORDS = ['name', 'summary', 'badge', 'cta', 'group', 'displayPrice', 'smallPrint', 'features'];

/** The words of an offer in which a template had nothing to fill in, each with its field: `badge: undefined`. */
export const unfilledWords = (entry: unknown): string[] =>
  WORDS.flatMap((field) =>
    [fieldsOf(entry)[field]]
      .flat()
      .flatMap((words) => (typeof words === 'string' && NOTHING.test(words) ? [`${field}: ${words}`] : [])),
  );

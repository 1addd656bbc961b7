import { expect, test } from 'vitest';
import { INVALID_TEXT } from '../../src/core/invalid-text.ts';
import { mayBeDamaged } from '../../src/core/offer/may-be-damaged.ts';
import { isUnfilled } from '../../src/core/offer/unfilled.ts';

// Three expressions, as one of them in a constant would not fit into the first paint.
const words = ['undefined', 'null', 'NaN', 'None', '[object Object]', '{{ name }}', '${name}', '<%= name %>'];
test.for(words)('%s is printed for nothing, wherever it stands', (word) => {
  expect(INVALID_TEXT.test(`/offers2/${word}`)).toBe(true);
  expect(isUnfilled(word)).toBe(true);
  expect(mayBeDamaged([{ path: '/offers2/Pro', badge: word }])).toBe(true);
});

test.for(['Nonetheless', 'Nullable', 'NaNo', 'undefined behaviour'])('%s is a name', (name) => {
  expect(INVALID_TEXT.test(`/offers2/${name}`)).toBe(false);
  expect(isUnfilled(name)).toBe(false);
});

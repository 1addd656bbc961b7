import { expect, test } from 'vitest';
import { quantityBounds } from '../../src/catalog/quantity-bounds.ts';
import { readRawItem } from '../../src/catalog/raw-item.ts';
import { limioItem } from './limio-reply.ts';

const read = (options: object | undefined) => {
  const item = readRawItem(limioItem({ default_quantity_options__limio: options }));
  return quantityBounds(item?.data.attributes?.default_quantity_options__limio);
};

// prettier-ignore
const table: Array<[behaviour: string, options: object | undefined, bounds: [initial: number, min: number, max: number, step: number]]> = [
  ['starts at one without options',            undefined,                                                                            [1, 1, 100, 1]],
  ['starts at one with empty options',         {},                                                                                   [1, 1, 100, 1]],
  ['reads the initial quantity alone',         { quantity: 3 },                                                                      [3, 1, 100, 1]],
  ['reads all options',                        { quantity: 10, minimum_quantity: 5, maximum_quantity: 50, increment: 5 },            [10, 5, 50, 5]],
  ['reads numbers written as text',            { quantity: '2', minimum_quantity: '1', maximum_quantity: '9', increment: '1' },      [2, 1, 9, 1]],
  ['takes a minimum of none for one',          { quantity: 0, minimum_quantity: 0, maximum_quantity: 10 },                           [1, 1, 10, 1]],
  ['takes a minimum of none for one step',     { quantity: 1, minimum_quantity: 0, maximum_quantity: 100, increment: 5 },            [5, 5, 100, 5]],
  ['never starts above the maximum',           { quantity: 20, maximum_quantity: 10 },                                               [10, 1, 10, 1]],
  ['makes room for an initial quantity',       { quantity: 250 },                                                                    [250, 1, 250, 1]],
  ['keeps to the minimum in a contradiction',  { minimum_quantity: 10, maximum_quantity: 5 },                                        [10, 10, 10, 1]],
  ['passes over negative and broken numbers',  { quantity: -1, minimum_quantity: 1.5, maximum_quantity: 'many', increment: -2 },     [1, 1, 100, 1]],
  ['stays below what a checkout takes',        { quantity: 1, maximum_quantity: 999_999_999 },                                       [1, 1, 100_000, 1]],
];
test.for(table)('%s', ([, options, [initial, min, max, step]]) => {
  expect(read(options)).toEqual({ initial, min, max, step });
});

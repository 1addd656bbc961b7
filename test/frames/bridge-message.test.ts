import { describe, expect, test } from 'vitest';
import { isHello, readFrameMessage, readParentMessage } from '../../src/frames/bridge-message.ts';

const url = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro';
const open = { type: 'open', id: 1, url, target: '_blank' };

describe('a message of a frame', () => {
  // prettier-ignore
  const understood: Array<[behaviour: string, message: unknown]> = [
    ['says how high it is',             { type: 'height', height: 412.5 }],
    ['asks for a window',               open],
    ['asks for the whole tab',          { ...open, target: '_top' }],
  ];
  test.for(understood)('%s', ([, message]) => {
    expect(readFrameMessage(message)).toEqual(message);
  });

  test('is read without what does not belong to it', () => {
    expect(readFrameMessage({ ...open, email: 'a@b.example', __proto__: { x: 1 } })).toEqual(open);
  });

  // prettier-ignore
  const refused: Array<[what: string, message: unknown]> = [
    ['nothing',                         undefined],
    ['null',                            null],
    ['a text',                          'height'],
    ['a list',                          [open]],
    ['an unknown type',                 { type: 'close' }],
    ['no height',                       { type: 'height' }],
    ['a height as text',                { type: 'height', height: '400' }],
    ['no height at all',                { type: 'height', height: 0 }],
    ['a height below zero',             { type: 'height', height: -1 }],
    ['a height that is not a number',   { type: 'height', height: NaN }],
    ['a height without end',            { type: 'height', height: Infinity }],
    ['a height of a tower',             { type: 'height', height: 20_001 }],
    ['a link without an id',            { ...open, id: undefined }],
    ['a link that is not text',         { ...open, url: { toString: () => url } }],
    ['a link of 2,001 characters',      { ...open, url: url.padEnd(2001, 'a') }],
    ['a target with a name',            { ...open, target: 'checkout' }],
    ['this very frame as the target',   { ...open, target: '_self' }],
  ];
  test.for(refused)('is refused when it is %s', ([, message]) => {
    expect(readFrameMessage(message)).toBeUndefined();
  });
});

// prettier-ignore
const answers: Array<[behaviour: string, message: unknown, read: unknown]> = [
  ['is ready',                      { type: 'ready', more: 1 },                       { type: 'ready' }],
  ['has opened a link',             { type: 'opened', id: 2, isOpen: true },          { type: 'opened', id: 2, isOpen: true }],
  ['has not',                       { type: 'opened', id: 2, isOpen: false },         { type: 'opened', id: 2, isOpen: false }],
  ['says neither yes nor no',       { type: 'opened', id: 2, isOpen: 'yes' },         undefined],
  ['does not say which',            { type: 'opened', isOpen: true },                 undefined],
  ['says something else',           { type: 'height', height: 3 },                    undefined],
  ['says nothing',                  null,                                             undefined],
];
test.for(answers)('a page %s', ([, message, read]) => {
  expect(readParentMessage(message)).toEqual(read);
});

test('a hello is told from what else is posted to a page', () => {
  expect([{ limioOffers: 1 }, { limioOffers: 2 }, 'limioOffers', null, undefined].map(isHello)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

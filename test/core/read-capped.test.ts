import { expect, test } from 'vitest';
import { readCapped } from '../../src/core/read-capped.ts';

const bytes = (...parts: Array<string | number[]>) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts)
        controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : new Uint8Array(part));
      controller.close();
    },
  });

const { signal } = new AbortController();

// prettier-ignore
const texts: Array<[behaviour: string, body: ReadableStream<Uint8Array> | null, text: string | undefined]> = [
  ['no body is no text',                      null,                          ''],
  ['pieces become one text',                  bytes('ab', 'cd'),             'abcd'],
  ['a character may be cut in two',           bytes([0xc3], [0xa9]),         'é'],
  ['as many bytes as allowed are read',       bytes('12345', '678'),         '12345678'],
  ['one byte more is not read',               bytes('12345', '6789'),        undefined],
  ['bytes count, not characters',             bytes('ééééé'),                undefined],
  ['what is not UTF-8 is replaced',           bytes([0xff]),                 '\ufffd'],
];
test.for(texts)('%s', async ([, body, text]) => {
  expect(await readCapped(body, 8, signal)).toBe(text);
});

test('what is not UTF-8, or breaks off within a character, throws where that is asked for', async () => {
  await expect(readCapped(bytes([0xff]), 8, signal, true)).rejects.toThrow(TypeError);
  await expect(readCapped(bytes([0xc3]), 8, signal, true)).rejects.toThrow(TypeError);
});

test('a sender that keeps sending, and never lets go, is left on time', async () => {
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(4)),
    cancel: () => {
      isCancelled = true;
      return new Promise(() => {});
    },
  });
  expect(await readCapped(endless, 8, signal)).toBe(undefined);
  expect(isCancelled).toBe(true);
});

test('a body that does not listen to the signal is left when it fires', async () => {
  const leaving = new AbortController();
  const text = readCapped(new ReadableStream({ pull: () => new Promise(() => {}) }), 8, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(text).rejects.toThrow('gone');
});

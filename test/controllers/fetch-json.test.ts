import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fetchJson } from '../../src/controllers/fetch-json.ts';

/** Answers the one request of a test. */
function answer(
  give: (url: URL, init: RequestInit) => Response | Promise<Response>,
): Array<[URL, RequestInit]> {
  const asked: Array<[URL, RequestInit]> = [];
  const { fetch } = globalThis;
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  globalThis.fetch = async (input, init) => {
    asked.push([input as URL, init!]);
    return give(input as URL, init!);
  };
  return asked;
}

const open = () => new AbortController().signal;
const stream = (pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  new Response(new ReadableStream<Uint8Array>({ pull }));

describe('loading JSON', () => {
  test('reads an answer in pieces, whatever its characters', async () => {
    const bytes = new TextEncoder().encode('["€29"]');
    let at = 0;
    answer(() =>
      stream((controller) =>
        at < bytes.length ? controller.enqueue(bytes.slice(at, ++at)) : controller.close(),
      ),
    );
    expect(await fetchJson('/x.json', open())).toEqual(['€29']);
  });

  test('asks relative to the page, without cookies', async () => {
    const asked = answer(() => Response.json([]));
    await fetchJson('offers.json', open());
    expect(asked[0]![0].href).toBe(new URL('offers.json', document.baseURI).href);
    expect(asked[0]![1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'origin' });
  });

  // prettier-ignore
  const refusals: Array<[behaviour: string, give: () => Response, code: string]> = [
    ['a status that is not 200',    () => new Response('[]', { status: 404 }),                             'invalid_response'],
    ['HTML',                        () => new Response('<p>[]</p>'),                                       'invalid_response'],
    ['nothing',                     () => new Response(null),                                              'invalid_response'],
    ['no connection',               () => { throw new TypeError('Failed to fetch'); },                     'network'],
    ['a connection that breaks off', () => stream((controller) => controller.error(new TypeError('lost'))), 'network'],
  ];
  test.for(refusals)('tells %s', async ([, give, code]) => {
    answer(give);
    await expect(fetchJson('/x.json?key=planted', open())).rejects.toMatchObject({
      name: 'LimioError',
      code,
      message: expect.not.stringContaining('planted'),
    });
  });

  test.for([
    'javascript:alert(1)',
    'data:,[]',
    'ftp://x.test/',
    'http://elsewhere.example.com/',
    'https://',
    'blob:https://x.test/1',
  ])('refuses %s without asking', async (address) => {
    const asked = answer(() => Response.json([]));
    await expect(fetchJson(address, open())).rejects.toMatchObject({ code: 'source_invalid' });
    expect(asked).toEqual([]);
  });

  test('stops reading what never ends', async () => {
    const chunk = new Uint8Array(1_000_000).fill(32);
    let pieces = 0;
    answer(() => stream((controller) => (pieces++, controller.enqueue(chunk))));
    await expect(fetchJson('/x.json', open())).rejects.toMatchObject({ code: 'invalid_response' });
    expect(pieces).toBeLessThan(12);
  });

  test.for([
    ['before the answer', false],
    ['in the middle of it', true],
  ] as const)('gives up after ten seconds, %s', async ([, hasBegun]) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const aborted: boolean[] = [];
    answer((_, { signal }) => {
      const broken = (refuse: (reason: unknown) => void) =>
        signal!.addEventListener('abort', () => (aborted.push(true), refuse(signal!.reason)));
      return hasBegun
        ? new Response(
            new ReadableStream({ start: (controller) => broken((reason) => controller.error(reason)) }),
          )
        : new Promise((_, reject) => broken(reject));
    });
    const refusal = expect(fetchJson('/x.json', open())).rejects.toMatchObject({ code: 'timeout' });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(aborted).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await refusal;
    expect(aborted).toEqual([true]);
  });

  test.for(['is never given', 'never ends'])(
    'ends by itself where a wrapper of the page drops the signal and the answer %s',
    async (what) => {
      vi.useFakeTimers();
      onTestFinished(() => void vi.useRealTimers());
      answer(() => (what === 'never ends' ? new Response(new ReadableStream()) : new Promise(() => {})));
      const refusal = expect(fetchJson('/x.json', open())).rejects.toMatchObject({ code: 'timeout' });
      await vi.advanceTimersByTimeAsync(10_000);
      await refusal;
    },
  );

  test('passes an abort through as what it is', async () => {
    const abort = new AbortController();
    answer(
      (_, { signal }) =>
        new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error))),
    );
    const refusal = expect(fetchJson('/x.json', abort.signal)).rejects.toThrow('moved on');
    abort.abort(new Error('moved on'));
    await refusal;
  });
});

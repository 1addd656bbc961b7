import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  assisted,
  bodyOf,
  cta,
  departures,
  fallbacks,
  filled,
  idle,
  opened,
  plans,
  refused,
  signed,
} from './assist-fixtures.ts';
import { appears, find, findAll, held, href, offer, serve, show, tag, texts } from './fixtures.ts';
import { sells, type Selling } from './selling-backend.ts';
import { WAIT_MS } from '../setup/patience.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('when there is no signed link', () => {
  // prettier-ignore
  const refusals: Array<[code: string, isWorthReporting: boolean, selling: Selling, context?: string]> = [
    ['challenge_failed',     false, { options: { challenge: async () => false } }],
    ['context_invalid',      true,  {}, 'signed.by.nobody'],
    ['internal',             true,  { options: { customerFields: () => { throw new Error('A mistake in a hook.'); } } }],
    ['origin_denied',        true,  { options: { origins: ['https://www.example.com'] } }],
    ['rate_limited',         false, { options: { limits: { all: { points: 0, seconds: 60 } } } }],
    ['upstream_invalid',     true,  { scenario: 'html' }],
    ['upstream_timeout',     false, { scenario: 'stall', options: { budget: 100 } }],
    ['upstream_unavailable', false, { scenario: 'down' }],
    ['offer_unavailable',    false, { scenario: 'sold-out' }],
    ['link_refused',         true,  { options: { shop: 'https://evil.test' } }],
  ];
  test.for(refusals)(
    'as the backend says %s, the purchase link sells',
    async ([code, isWorthReporting, selling, context]) => {
      sells(selling);
      await sellsByLink(code, isWorthReporting, context);
    },
  );

  // prettier-ignore
  const failures: Array<[code: string, isWorthReporting: boolean, answer: () => Response | Promise<Response>]> = [
    ['conflict',             true,  () => refused('conflict')],
    ['context_unverified',   false, () => refused('context_unverified')],
    ['upstream_rejected',    true,  () => refused('upstream_rejected')],
    ['bad_request',          true,  () => refused('bad_request', ['items.0.path'])],
    ['network',              false, () => Promise.reject(new TypeError('Failed to fetch'))],
    ['invalid_response',     true,  () => new Response('<!doctype html>')],
  ];
  test.for(failures)('because of %s, the purchase link sells', async ([code, isWorthReporting, answer]) => {
    serve(answer);
    await sellsByLink(code, isWorthReporting);
  });

  async function sellsByLink(code: string, isWorthReporting: boolean, context?: string): Promise<void> {
    const el = await assisted('promo-code="save20"', { customer: { email: 'ada@example.com' }, context });
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    expect(await filled(left)).toEqual([href('A', '&pc=SAVE20')]);
    expect(failed).toMatchObject([
      {
        code,
        isWorthReporting,
        offers: [plans[0]],
        url: href('A', '&pc=SAVE20'),
        message: expect.stringMatching(/\w \w/) as string,
      },
    ]);
    expect(failed[0]).toMatchObject({ bubbles: true, composed: true, cancelable: false });
    await idle(el);
    expect(texts(el, 'cta')).toEqual(['Subscribe A', 'Subscribe B']);
  }

  test('within 3 seconds, it is not waited for, and a late one is not used', async () => {
    const { answer, give } = held();
    serve(answer);
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    vi.useFakeTimers();
    cta(el).click();
    await vi.advanceTimersByTimeAsync(2999);
    expect([left, failed]).toEqual([[], []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(failed).toMatchObject([{ code: 'timeout', isWorthReporting: false }]);
    expect(await filled(left)).toEqual([href('A')]);
    give(opened());
    await vi.advanceTimersByTimeAsync(5000);
    expect(left).toHaveLength(1);
  });

  test('as the page changes how JSON is written, the purchase link sells', async () => {
    const calls = serve(() => opened());
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    Object.defineProperty(Array.prototype, 'toJSON', { value: String, configurable: true });
    cta(el).click();
    delete (Array.prototype as { toJSON?: unknown }).toJSON;
    expect(await filled(left)).toEqual([href('A')]);
    expect(failed).toMatchObject([{ code: 'config', isWorthReporting: true }]);
    expect(calls).toEqual([]);
  });
});

describe('when the offer has changed since it was shown', () => {
  const versioned = (version: string, amount: string) =>
    offer('A', { version, price: { amount, currency: 'EUR', interval: { unit: 'month', count: 1 } } });

  test('it is read again, the customer is told, and the next click buys what is seen now', async () => {
    let list = [versioned('a1', '29.00')];
    const calls = serve(({ url, init }) => {
      if (init.method !== 'POST') return Response.json({ offers: list });
      list = [versioned('a2', '31.00')];
      return bodyOf({ url, init }).items[0]!.version === 'a2' ? opened() : refused('offer_changed');
    });
    const el = await show(tag('target="_self" lang="en" backend="/api" checkout="assisted"'));
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await vi.waitFor(() => expect(texts(el, 'amount')).toEqual(['€31']), WAIT_MS);
    expect(left).toEqual([]);
    expect(failed).toMatchObject([{ code: 'offer_changed', isWorthReporting: false }]);
    expect((await appears(el, '[role=alert] p')).textContent).toBe(
      'This offer has just changed. Please have another look.',
    );
    expect(find<HTMLAnchorElement>(el, '[role=alert] a').href).toBe(href('A'));
    cta(el).click();
    expect(await filled(left)).toEqual([signed()]);
    const reads = calls.filter(({ init }) => init.method !== 'POST');
    // The list may still be fresh enough for a cache.
    expect(reads.map(({ init }) => init.cache ?? 'default')).toEqual(['default', 'no-cache']);
  });

  test('a page that holds an old copy still sells at the second click', async () => {
    const calls = serve((call) =>
      bodyOf(call).items[0]!.version === 'a1' ? refused('offer_changed') : opened(),
    );
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await filled(failed);
    await idle(el);
    cta(el).click();
    expect(await filled(left)).toEqual([signed()]);
    expect(calls.map((call) => bodyOf(call).items)).toEqual([
      [{ path: '/offers2/A', version: 'a1' }],
      [{ path: '/offers2/A' }],
    ]);
  });

  test('what was said about it goes with the next click', async () => {
    serve((call) =>
      bodyOf(call).items[0]!.version === 'a1' ? refused('offer_changed') : held().answer(call),
    );
    const el = await assisted();
    const failed = fallbacks(el);
    cta(el).click();
    await filled(failed);
    await idle(el);
    cta(el, 'B').click();
    await el.updateComplete;
    expect(findAll(el, '[role=alert]')).toEqual([]);
  });
});

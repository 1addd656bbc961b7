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
import { find, findAll, held, href, offer, serve, show, tag, texts } from './fixtures.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('when there is no signed link', () => {
  // prettier-ignore
  const failures: Array<[code: string, isWorthReporting: boolean, answer: () => Response | Promise<Response>]> = [
    ['challenge_failed',     false, () => refused('challenge_failed')],
    ['conflict',             true,  () => refused('conflict')],
    ['context_invalid',      true,  () => refused('context_invalid')],
    ['context_unverified',   false, () => refused('context_unverified')],
    ['internal',             true,  () => refused('internal')],
    ['origin_denied',        true,  () => refused('origin_denied')],
    ['rate_limited',         false, () => refused('rate_limited')],
    ['upstream_invalid',     true,  () => refused('upstream_invalid')],
    ['upstream_rejected',    true,  () => refused('upstream_rejected')],
    ['upstream_timeout',     false, () => refused('upstream_timeout')],
    ['upstream_unavailable', false, () => refused('upstream_unavailable')],
    ['bad_request',          true,  () => refused('bad_request', ['items.0.path'])],
    ['offer_unavailable',    false, () => refused('offer_unavailable', ['items.0.path'])],
    ['network',              false, () => Promise.reject(new TypeError('Failed to fetch'))],
    ['invalid_response',     true,  () => new Response('<!doctype html>')],
    ['link_refused',         true,  () => opened('https://evil.test/api/checkout/recover')],
  ];
  test.for(failures)('because of %s, the purchase link sells', async ([code, isWorthReporting, answer]) => {
    serve(answer);
    const el = await assisted('promo-code="save20"');
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
  });

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
    await vi.waitFor(() => expect(texts(el, 'amount')).toEqual(['€31']), 8000);
    expect(left).toEqual([]);
    expect(failed).toMatchObject([{ code: 'offer_changed', isWorthReporting: false }]);
    expect(find(el, '[role=alert] p').textContent).toBe(
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

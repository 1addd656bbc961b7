import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
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
import { find, findAll, held, href, noise, offer, serve, shop, show, stay, tag, texts } from './fixtures.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Names a backend in the head of the page, as its owner would. */
function nameInHead(origins: string): void {
  const meta = Object.assign(document.createElement('meta'), { name: 'limio-backend', content: origins });
  document.head.append(meta);
  onTestFinished(() => meta.remove());
}

describe('a click', () => {
  test('is the first that the backend hears of a customer', async () => {
    const calls = serve(() => opened());
    const el = await assisted();
    expect(calls).toEqual([]);
    const left = departures();
    cta(el).click();
    await filled(left);
    expect(calls.map(({ url, init }) => [url, init.method])).toEqual([
      [`${location.origin}/api/checkouts`, 'POST'],
    ]);
  });

  test('leads to the signed link, exactly as it came', async () => {
    serve(() => opened(signed('a%2Fb')));
    const el = await assisted();
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual([signed('a%2Fb')]);
    expect(find<HTMLAnchorElement>(el, 'a[part=cta]').href).toBe(href('A'));
  });

  test('sends what is bought, by whom, and what goes along', async () => {
    const calls = serve(() => opened());
    const el = await assisted('promo-code="save20" country="de" carry="none"', {
      customer: { email: ' ada@example.com ', firstName: 'Ada', lastName: '', age: 36, phone: 17 },
      context: 'signed.by.the.site',
    });
    const left = departures();
    cta(el).click();
    await filled(left);
    expect(bodyOf(calls[0]!)).toEqual({
      attemptId: expect.stringMatching(/^[\da-f]{32}$/) as string,
      items: [{ path: '/offers2/A', version: 'a1' }],
      customer: { email: 'ada@example.com', firstName: 'Ada' },
      promoCode: 'SAVE20',
      country: 'DE',
      context: 'signed.by.the.site',
    });
  });

  test('sends the campaign as far as the backend takes it', async () => {
    const calls = serve(() => opened());
    const before = location.href;
    onTestFinished(() => history.replaceState(history.state, '', before));
    const query = `?utm_source=news&utm_x%5B%5D=odd&utm_y=%20&utm_z=${'z'.repeat(201)}&email=a`;
    history.replaceState(history.state, '', query);
    const el = await assisted();
    const left = departures();
    cta(el).click();
    await filled(left);
    expect(bodyOf(calls[0]!).carry).toEqual({ utm_source: 'news' });
  });

  test('that asks for another tab is left to the browser', async () => {
    const calls = serve(() => opened());
    const el = await assisted();
    const clicks = stay();
    cta(el).dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true, composed: true }),
    );
    expect(clicks).toEqual([{ href: href('A'), left: true }]);
    expect(calls).toEqual([]);
  });

  test('that a listener prevents goes nowhere', async () => {
    const calls = serve(() => opened());
    const el = await assisted();
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    const left = departures();
    cta(el).click();
    await el.updateComplete;
    expect([calls, left]).toEqual([[], []]);
  });

  test('is one request, however often it is repeated', async () => {
    const { answer, give } = held();
    const calls = serve(answer);
    const el = await assisted();
    const left = departures();
    for (let n = 0; n < 5; n++) {
      cta(el).click();
      await el.updateComplete;
    }
    give(opened());
    await filled(left);
    expect(calls).toHaveLength(1);
    expect(left).toEqual([signed()]);
  });

  test('on another offer wins over one before', async () => {
    const calls = serve(({ init }) =>
      bodyOf({ url: '', init }).items[0]!.path === '/offers2/A'
        ? held().answer({ url: '', init })
        : opened(signed('b2')),
    );
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el, 'A').click();
    cta(el, 'B').click();
    await filled(left);
    expect(left).toEqual([signed('b2')]);
    expect(calls.map(({ init }) => init.signal!.aborted)[0]).toBe(true);
    expect(failed).toEqual([]);
  });

  test('has an attempt id of its own', async () => {
    const calls = serve(() => opened());
    const el = await assisted();
    const left = departures();
    cta(el).click();
    await filled(left);
    cta(el).click();
    await filled(left, 2);
    expect(new Set(calls.map((call) => bodyOf(call).attemptId)).size).toBe(2);
  });
});

describe('while the backend is asked', () => {
  test('the offer says so, in its button and to a screen reader, and can still be reached', async () => {
    serve(held().answer);
    const el = await assisted();
    cta(el, 'A').focus();
    cta(el, 'A').click();
    await el.updateComplete;
    expect(cta(el, 'A').getAttribute('aria-busy')).toBe('true');
    expect(cta(el, 'B').hasAttribute('aria-busy')).toBe(false);
    expect(texts(el, 'cta')[0]).toBe('Opening checkout… A');
    expect(find(el, '[role=status]').textContent!.trim()).toBe('Opening checkout…');
    expect(el.shadowRoot!.activeElement).toBe(cta(el, 'A'));
  });

  // prettier-ignore
  const partings: Array<[behaviour: string, part: (el: Element) => void]> = [
    ['removing the element',  (el) => el.remove()],
    ['leaving the page',      () => dispatchEvent(new PageTransitionEvent('pagehide'))],
  ];
  test.for(partings)('%s ends it without a word', async ([, part]) => {
    const calls = serve(held().answer);
    const el = await assisted();
    const [left, failed, heard] = [departures(), fallbacks(el), noise()];
    cta(el).click();
    part(el);
    await vi.waitFor(() => expect(calls[0]!.init.signal!.aborted).toBe(true));
    await el.updateComplete;
    expect([left, failed, heard]).toEqual([[], [], []]);
  });

  test('moving the element goes on', async () => {
    const { answer, give } = held();
    const calls = serve(answer);
    const el = await assisted();
    const left = departures();
    cta(el).click();
    document.body.append(el);
    give(opened());
    await filled(left);
    expect(calls).toHaveLength(1);
    el.remove();
  });

  test('a page that comes back from memory is as new', async () => {
    const calls = serve((call) => held().answer(call));
    const el = await assisted();
    cta(el).click();
    await el.updateComplete;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await idle(el);
    expect(texts(el, 'cta')).toEqual(['Subscribe A', 'Subscribe B']);
    expect(find(el, '[role=status]').textContent!.trim()).toBe('');
    cta(el).click();
    const ids = calls.map((call) => bodyOf(call).attemptId);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('when there is no signed link', () => {
  // prettier-ignore
  const failures: Array<[code: string, isWorthReporting: boolean, answer: () => Response | Promise<Response>]> = [
    ['challenge_failed',     false, () => refused('challenge_failed')],
    ['conflict',             true,  () => refused('conflict')],
    ['context_invalid',      true,  () => refused('context_invalid')],
    ['internal',             true,  () => refused('internal')],
    ['origin_denied',        true,  () => refused('origin_denied')],
    ['rate_limited',         false, () => refused('rate_limited')],
    ['upstream_invalid',     true,  () => refused('upstream_invalid')],
    ['upstream_rejected',    true,  () => refused('upstream_rejected')],
    ['upstream_timeout',     false, () => refused('upstream_timeout')],
    ['upstream_unavailable', false, () => refused('upstream_unavailable')],
    ['bad_request',          true,  () => refused('bad_request', ['items.0.path'])],
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
    expect(failed).toMatchObject([{ code, isWorthReporting, offers: [plans[0]] }]);
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
    expect(left).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(left).toEqual([href('A')]);
    expect(failed).toMatchObject([{ code: 'timeout', isWorthReporting: false }]);
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

  test('as the offer is gone, the customer is told, and stays', async () => {
    serve(() => refused('offer_unavailable', ['items.0.path']));
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await filled(failed);
    await idle(el);
    expect(failed).toMatchObject([{ code: 'offer_unavailable', isWorthReporting: false }]);
    expect(find(el, '[role=alert]').textContent).toBe('This offer is no longer available.');
    expect(left).toEqual([]);
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
    await vi.waitFor(() => expect(texts(el, 'amount')).toEqual(['€31']));
    expect(left).toEqual([]);
    expect(failed).toMatchObject([{ code: 'offer_changed', isWorthReporting: false }]);
    expect(find(el, '[role=alert]').textContent).toBe(
      'This offer has just changed. Please have another look.',
    );
    cta(el).click();
    expect(await filled(left)).toEqual([signed()]);
    const reads = calls.filter(({ init }) => init.method !== 'POST');
    // The list may still be fresh enough for a cache.
    expect(reads.map(({ init }) => init.cache)).toEqual(['default', 'no-cache']);
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

describe('personal details go to', () => {
  // prettier-ignore
  const backends: Array<[what: string, backend: string, head: string, url: string | undefined]> = [
    ['a path of the page\'s own site',        '/api',                          '',                              '/api/checkouts'],
    ['a path with a slash at its end',        '/api/',                         '',                              '/api/checkouts'],
    ['a site the head names',                 'https://offers.example.com',    'https://offers.example.com',    'https://offers.example.com/checkouts'],
    ['one of the sites the head names',       'https://b.example.com/x',       'https://a.example.com  https://b.example.com', 'https://b.example.com/x/checkouts'],
    ['no site the head does not name',        'https://evil.test',             '',                              undefined],
    ['no site below a named one',             'https://x.offers.example.com',  'https://offers.example.com',    undefined],
    ['no other port',                         'https://offers.example.com:8443', 'https://offers.example.com',  undefined],
    ['no plain http',                         'http://offers.example.com',     'http://offers.example.com',     undefined],
    ['nobody, where everybody is named',      'https://evil.test',             '*',                             undefined],
    ['nobody with a user name',               'https://a@offers.example.com',  'https://offers.example.com',    undefined],
    ['nobody with a query',                   '/api?x=1',                      '',                              undefined],
    ['no script',                             'javascript:alert(1)',           'null',                          undefined],
    ['no data',                               'data:application/json,1',       'null',                          undefined],
    ['no address at all',                     'https://',                      '',                              undefined],
    ['no page that names no backend',         '',                              '',                              undefined],
  ];
  test.for(backends)('%s', async ([, backend, head, url]) => {
    nameInHead(head);
    const calls = serve(() => opened());
    const el = await assisted('', { backend, customer: { email: 'a@b.example' } });
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await filled(left);
    const asked = url && new URL(url, location.href).href;
    expect(calls.map((call) => call.url)).toEqual(asked ? [asked] : []);
    expect(left).toEqual([asked ? signed() : href('A')]);
    expect(failed.map(({ code }) => code)).toEqual(asked ? [] : ['config']);
  });

  test('no site that is named outside the head', async () => {
    const calls = serve(() => opened());
    const meta = '<meta name="limio-backend" content="https://evil.test">';
    const el = await show(
      `${tag('target="_self" lang="en" backend="https://evil.test" checkout="assisted"')}${meta}`,
      {
        offers: plans,
      },
    );
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual([href('A')]);
    expect(calls).toEqual([]);
  });
});

describe('several at once', () => {
  test('are handed over as one basket', async () => {
    const calls = serve(() => opened());
    const el = await assisted('select="many"');
    const left = departures();
    for (const box of findAll(el, 'input[type=checkbox]')) box.click();
    await el.updateComplete;
    find(el, 'a[part=cta]').click();
    await el.updateComplete;
    expect(find(el, 'a[part=cta]').getAttribute('aria-busy')).toBe('true');
    expect(await filled(left)).toEqual([signed()]);
    expect(bodyOf(calls[0]!).items).toEqual([
      { path: '/offers2/A', version: 'a1' },
      { path: '/offers2/B', version: 'b1' },
    ]);
  });

  test('are sold by one link where the backend fails', async () => {
    serve(() => refused('upstream_unavailable'));
    const el = await assisted('select="many"');
    const [left, failed] = [departures(), fallbacks(el)];
    for (const box of findAll(el, 'input[type=checkbox]')) box.click();
    await el.updateComplete;
    find(el, 'a[part=cta]').click();
    expect(await filled(left)).toEqual([`${shop}/checkout?purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FB`]);
    expect(failed[0]!.offers).toEqual(plans);
  });
});

describe('checkout()', () => {
  test('hands over as a click does', async () => {
    const calls = serve(() => opened());
    const el = await assisted();
    const left = departures();
    el.checkout(['/offers2/B']);
    expect(await filled(left)).toEqual([signed()]);
    expect(bodyOf(calls[0]!).items).toEqual([{ path: '/offers2/B', version: 'b1' }]);
  });

  test('falls back as a click does', async () => {
    serve(() => refused('internal'));
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    el.checkout(['/offers2/Unlisted']);
    expect(await filled(left)).toEqual([href('Unlisted')]);
    expect(failed).toMatchObject([{ code: 'internal', offers: [{ path: '/offers2/Unlisted' }] }]);
  });

  test('goes by link where no backend may be asked', async () => {
    const calls = serve(() => opened());
    const el = await assisted('', { backend: 'https://evil.test' });
    const left = departures();
    el.checkout(['/offers2/A']);
    expect(await filled(left)).toEqual([href('A')]);
    expect(calls).toEqual([]);
  });
});

test('with checkout="link" the backend is never asked', async () => {
  const calls = serve(() => opened());
  const el = await show(tag('target="_self" lang="en" backend="/api"'), {
    offers: plans,
    customer: { email: 'a@b.example' },
  });
  const left = departures();
  cta(el).click();
  expect(await filled(left)).toEqual([href('A')]);
  expect(calls).toEqual([]);
});

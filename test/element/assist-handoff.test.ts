import { describe, expect, onTestFinished, test, vi } from 'vitest';
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
import { signContext } from '../../src/server/gate/sign-context.ts';
import { find, held, href, noise, serve, shop, show, stay, tag, texts } from './fixtures.ts';
import { sells } from './selling-backend.ts';
import { WAIT_MS } from '../setup/patience.ts';

const SIGNER = { issuer: shop, secret: 'a-secret-of-at-least-32-characters-for-tests' };

describe('a click', () => {
  test('is the first that the backend hears of a customer', async () => {
    const { calls } = sells();
    const el = await assisted();
    expect(calls).toEqual([]);
    const left = departures();
    cta(el).click();
    await filled(left);
    expect(calls.map(({ url, init }) => [url, init.method])).toEqual([
      [`${location.origin}/api/checkouts`, 'POST'],
    ]);
  });

  test('opens the shop with what was bought in its basket', async () => {
    const { limio } = sells();
    const el = await assisted();
    const left = departures();
    cta(el).click();
    const [link] = await filled(left);
    expect(await limio.openLink(link!)).toMatchObject({ items: [{ path: '/offers2/A', quantity: 1 }] });
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
    const { calls, links } = sells({ options: { context: { ...SIGNER, audience: 'limio-offers' } } });
    const context = await signContext({ userId: 'ada' }, SIGNER);
    const el = await assisted('promo-code="save20" country="de" carry="none"', {
      customer: { email: ' ada@example.com ', firstName: 'Ada', lastName: '', age: 36, phone: 17 },
      context,
    });
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual(links);
    expect(bodyOf(calls[0]!)).toEqual({
      attemptId: expect.stringMatching(/^[\da-f]{32}$/) as string,
      items: [{ path: '/offers2/A', version: 'a1' }],
      customer: { email: 'ada@example.com', firstName: 'Ada' },
      promoCode: 'SAVE20',
      country: 'DE',
      context,
    });
  });

  test('sends the campaign as far as the backend takes it', async () => {
    const { calls } = sells();
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
    const { calls } = sells();
    const el = await assisted();
    const clicks = stay();
    cta(el).dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true, composed: true }),
    );
    expect(clicks).toEqual([{ href: href('A'), left: true }]);
    expect(calls).toEqual([]);
  });

  test('that a listener prevents goes nowhere', async () => {
    const { calls } = sells();
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
    const { calls } = sells();
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
    await vi.waitFor(() => expect(calls[0]!.init.signal!.aborted).toBe(true), WAIT_MS);
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

describe('checkout()', () => {
  test('hands over as a click does', async () => {
    const { calls, links } = sells();
    const el = await assisted();
    const left = departures();
    el.checkout(['/offers2/B']);
    expect(await filled(left)).toEqual(links);
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
    const { calls } = sells();
    const el = await assisted('', { backend: 'https://evil.test' });
    const left = departures();
    el.checkout(['/offers2/A']);
    expect(await filled(left)).toEqual([href('A')]);
    expect(calls).toEqual([]);
  });
});

test('with checkout="link" the backend is never asked', async () => {
  const { calls } = sells();
  const el = await show(tag('target="_self" lang="en" backend="/api"'), {
    offers: plans,
    customer: { email: 'a@b.example' },
  });
  const left = departures();
  cta(el).click();
  expect(await filled(left)).toEqual([href('A')]);
  expect(calls).toEqual([]);
});

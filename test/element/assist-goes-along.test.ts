import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  assisted,
  bodyOf,
  cta,
  departures,
  fallbacks,
  filled,
  opened,
  plans,
  signed,
} from './assist-fixtures.ts';
import type { LimioChallengeEvent } from '../../src/element/assisted-checkout/challenge-event.ts';
import type { LimioHandoffEvent } from '../../src/element/assisted-checkout/handoff-event.ts';
import { find, findAll, href, serve } from './fixtures.ts';
import { sells } from './selling-backend.ts';
import { WAIT_MS } from '../setup/patience.ts';

describe('a checkout that opened', () => {
  const handoffs = (el: EventTarget) => {
    const heard: LimioHandoffEvent[] = [];
    el.addEventListener('limio-handoff', (event) => heard.push(event as LimioHandoffEvent));
    return heard;
  };

  // prettier-ignore
  const outcomes: Array<[promo: string, tag: string, text: string]> = [
    ['applied', 'en', 'The code SAVE20 is applied.'],
    ['refused', 'en', 'The code SAVE20 was not accepted.'],
    ['unknown', 'en', 'The checkout shows whether the code SAVE20 holds.'],
    ['unknown', 'de', 'Ob der Code SAVE20 gilt, sehen Sie an der Kasse.'],
    ['unknown', 'fr', 'Le paiement indiquera si le code SAVE20 est valable.'],
    ['unknown', 'es', 'Al pagar verá si el código SAVE20 es válido.'],
    ['unknown', 'nl', 'Bij het afrekenen ziet u of de code SAVE20 geldt.'],
    ['unknown', 'pt', 'O pagamento mostrará se o código SAVE20 é válido.'],
    ['unknown', 'ar', 'ستعرض صفحة الدفع ما إذا كان الرمز SAVE20 صالحًا.'],
    ['unknown', 'ja', 'コード SAVE20 が有効かどうかは購入手続きで確認できます。'],
  ];
  test.for(outcomes)('tells what became of the promo code: %s, %s', async ([promo, language, text]) => {
    serve(() => opened(signed(), { promo, expiresAt: undefined }));
    const el = await assisted(`promo-code="save20" locale="${language}"`);
    const [left, told] = [departures(), handoffs(el)];
    cta(el).click();
    await filled(told);
    expect(await filled(left)).toEqual([signed()]);
    expect(told).toMatchObject([{ promo, offers: [plans[0]], bubbles: true, composed: true }]);
    await vi.waitFor(() => expect(findAll(el, 'p[part=message]')).toHaveLength(1), WAIT_MS);
    expect(find(el, 'p[part=message]').textContent).toBe(text);
    expect(find(el, '[role=status]').textContent!.trim()).toBe(text);
  });

  // prettier-ignore
  const promos: Array<[promo: string, scenario: string]> = [
    ['applied', 'happy'],
    ['refused', 'refused-promo'],
    ['unknown', 'down@applyPromoCode'],
  ];
  test.for(promos)('tells what Limio made of the promo code: %s', async ([promo, scenario]) => {
    const { links } = sells({ scenario });
    const el = await assisted('promo-code="save20"');
    const [left, told] = [departures(), handoffs(el)];
    cta(el).click();
    await filled(told);
    expect(await filled(left)).toEqual(links);
    expect(told).toMatchObject([{ promo }]);
  });

  test('tells how long the basket is kept', async () => {
    serve(() => opened());
    const el = await assisted();
    const [, told] = [departures(), handoffs(el)];
    cta(el).click();
    await filled(told);
    await vi.waitFor(() => expect(findAll(el, 'p[part=message]')).toHaveLength(1), WAIT_MS);
    const expiresAt = '2026-11-21T18:00:00.000Z';
    expect(told).toMatchObject([{ promo: undefined, expiresAt }]);
    const date = new Date(expiresAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
    expect(find(el, 'p[part=message]').textContent).toBe(`Your basket is kept until ${date}.`);
  });

  test('says nothing where there is nothing to say, nor once the page comes back', async () => {
    serve(() => opened(signed(), { expiresAt: undefined }));
    const el = await assisted();
    const [, told] = [departures(), handoffs(el)];
    cta(el).click();
    await filled(told);
    await el.updateComplete;
    expect(findAll(el, '[part=message]')).toEqual([]);
    sells();
    cta(el).click();
    await filled(told, 2);
    await vi.waitFor(() => expect(findAll(el, '[part=message]')).toHaveLength(1), WAIT_MS);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await el.updateComplete;
    expect(findAll(el, '[part=message]')).toEqual([]);
  });
});

describe('what a page has tracked', () => {
  // prettier-ignore
  const values: Array<[what: string, tracking: unknown, sent: object | undefined]> = [
    ['a reference',        { referenceId: ' A-1 ' },                                { referenceId: 'A-1' }],
    ['a number',           { seats: 3 },                                            { seats: '3' }],
    ['what cannot be sent', { a: '', b: null, c: {}, 'd e': 'x', f: 'y'.repeat(201) }, undefined],
    ['a text',             'referenceId',                                           undefined],
    ['null',               null,                                                    undefined],
  ];
  test.for(values)('goes along: %s', async ([, tracking, sent]) => {
    const { calls } = sells({ options: { trackingFields: 'referenceId seats' } });
    const el = await assisted('', { tracking });
    const left = departures();
    cta(el).click();
    await filled(left);
    expect(bodyOf(calls[0]!).tracking).toEqual(sent);
  });
});

describe('a challenge', () => {
  const answering = (respond: (event: LimioChallengeEvent) => void) => {
    document.addEventListener('limio-challenge', respond);
    onTestFinished(() => document.removeEventListener('limio-challenge', respond));
  };

  test('is answered by the first listener of the page that does', async () => {
    answering((event) => event.respondWith(Promise.resolve('first')));
    answering((event) => event.respondWith('second'));
    const { calls, links } = sells({ options: { challenge: async ({ token }) => token === 'first' } });
    const el = await assisted();
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual(links);
    expect(bodyOf(calls[0]!).challenge).toBe('first');
  });

  test('that cannot be had leads to the purchase link', async () => {
    answering((event) => event.respondWith(Promise.reject(new Error('blocked'))));
    const { calls } = sells();
    const el = await assisted();
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    expect(await filled(left)).toEqual([href('A')]);
    expect(failed).toMatchObject([{ code: 'challenge_failed', isWorthReporting: false }]);
    expect(calls).toEqual([]);
  });
});

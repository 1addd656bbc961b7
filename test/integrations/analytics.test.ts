import { describe, expect, onTestFinished, test } from 'vitest';
import { carriedParameters } from '../../src/core/link/attribution.ts';
import {
  connectAnalytics,
  type AnalyticsOptions,
  type LimioAnalyticsEvent,
} from '../../src/integrations/analytics.ts';
import { LimioCheckoutEvent, LimioSelectEvent } from '../../src/element/events/events.ts';
import { userEvent } from '../setup/user-event.ts';
import { find, findAll, offer, show, stay, tag } from '../element/fixtures.ts';

/** Switches analytics on for one test; gives what the data layer got, and the DOM events. */
function measure(options: AnalyticsOptions = {}) {
  const dataLayer: Array<{ event?: string; ecommerce: Record<string, unknown> | null }> = [];
  const heard: string[] = [];
  onTestFinished(connectAnalytics({ dataLayer, ...options }));
  const listener = (event: Event) => heard.push((event as LimioAnalyticsEvent).event);
  document.addEventListener('limio-analytics', listener);
  onTestFinished(() => document.removeEventListener('limio-analytics', listener));
  return { dataLayer, heard, names: () => dataLayer.flatMap(({ event }) => event ?? []) };
}

const offers = [offer('Pro', { group: 'monthly' }), offer('Team', { group: 'monthly' })];
const item = (name: string, index: number) => ({
  item_id: `/offers2/${name}`,
  item_name: name,
  item_variant: 'monthly',
  price: 29,
  index,
  quantity: 1,
});

describe('analytics', () => {
  test('report what was seen, chosen and taken to the checkout, in the shape of GA4', async () => {
    stay();
    const { dataLayer, heard } = measure({ listName: 'pricing' });
    const el = await show(tag(), { offers });
    await userEvent.click(findAll(el, 'a[part=cta]')[1]!);
    const money = { currency: 'EUR', value: 29, items: [item('Team', 0)] };
    expect(dataLayer).toEqual([
      { ecommerce: null },
      {
        event: 'view_item_list',
        ecommerce: {
          item_list_name: 'pricing',
          currency: 'EUR',
          value: 58,
          items: [item('Pro', 0), item('Team', 1)],
        },
      },
      { ecommerce: null },
      { event: 'select_item', ecommerce: { item_list_name: 'pricing', ...money } },
      { ecommerce: null },
      { event: 'begin_checkout', ecommerce: money },
    ]);
    expect(heard).toEqual(['view_item_list', 'select_item', 'begin_checkout']);
  });

  test('add up how many are bought, and leave the sum out where currencies differ', async () => {
    const { dataLayer } = measure();
    const seats = { initial: 3, min: 1, max: 9, step: 1 };
    await show(tag(), { offers: [offer('Pro', { quantity: seats })] });
    expect(dataLayer[1]!.ecommerce).toMatchObject({ value: 87, items: [{ quantity: 3 }] });
    await show(tag(), { offers: [offer('A'), offer('B', { price: { amount: '1', currency: 'USD' } })] });
    expect(Object.keys(dataLayer[3]!.ecommerce!)).toEqual(['item_list_name', 'items']);
  });

  test('carry the number that was chosen, not the one an offer begins with', async () => {
    const { dataLayer } = measure();
    const [pro, team] = [offer('Pro', { quantity: { initial: 3, min: 1, max: 9, step: 1 } }), offer('Team')];
    const el = await show(tag(), { offers: [pro, team] });
    el.dispatchEvent(new LimioSelectEvent(pro, true, 5));
    el.dispatchEvent(new LimioCheckoutEvent([team, pro], '', new Map([[pro.path, 4]])));
    await Promise.resolve();
    expect(
      dataLayer
        .filter(({ event }) => event)
        .slice(1)
        .map(({ ecommerce }) => ecommerce),
    ).toMatchObject([
      { value: 145, items: [{ quantity: 5 }] },
      { value: 145, items: [{ quantity: 1 }, { quantity: 4 }] },
    ]);
  });

  test('tell of a list once, however often it is brought up to date', async () => {
    const { names } = measure();
    const el = await show(tag(), { offers });
    el.reload();
    await el.updateComplete;
    expect(names()).toEqual(['view_item_list']);
    el.offers = [offer('Solo')];
    await el.updateComplete;
    expect(names()).toEqual(['view_item_list', 'view_item_list']);
  });

  test('tell of no checkout that did not begin', async () => {
    stay();
    const { names } = measure();
    const el = await show(tag(), { offers: [offer('Pro')] });
    el.addEventListener('limio-checkout', (event) => event.preventDefault());
    await userEvent.click(find(el, 'a[part=cta]'));
    expect(names()).toEqual(['view_item_list', 'select_item']);
  });

  test('tell of an offer that is chosen among several, not of one that is taken back', async () => {
    const { names } = measure();
    const el = await show(tag('select="many"'), { offers });
    const choice = find(el, 'input[type=checkbox]');
    await userEvent.click(choice);
    await userEvent.click(choice);
    expect(names()).toEqual(['view_item_list', 'select_item']);
  });

  test('wait for consent, then tell what happened meanwhile', async () => {
    let agree!: () => void;
    const consent = new Promise<void>((resolve) => (agree = resolve));
    const { dataLayer, names, heard } = measure({ consent });
    await show(tag(), { offers });
    expect(dataLayer).toEqual([]);
    agree();
    await consent;
    expect(names()).toEqual(['view_item_list']);
    await show(tag(), { offers });
    expect(names()).toHaveLength(2);
    expect(heard).toHaveLength(2);
  });

  test('push nothing, ever, where consent is refused', async () => {
    const consent = Promise.reject(new Error('no'));
    const { dataLayer } = measure({ consent });
    await show(tag(), { offers });
    await consent.catch(() => {});
    await show(tag(), { offers });
    expect(dataLayer).toEqual([]);
  });

  test('make the data layer of a tag manager, unless only DOM events are wanted', async () => {
    const page = globalThis as { dataLayer?: unknown[] };
    onTestFinished(() => {
      delete page.dataLayer;
    });
    onTestFinished(connectAnalytics({ dataLayer: null }));
    await show(tag(), { offers });
    expect(page.dataLayer).toBeUndefined();
    onTestFinished(connectAnalytics());
    await show(tag(), { offers });
    expect(page.dataLayer).toHaveLength(2);
  });

  test('hold no personal detail, no promo code and no link', async () => {
    stay();
    const { dataLayer } = measure();
    const details = { customer: { email: 'canary@example.com' }, context: 'canary-token' };
    const el = await show(tag('promo-code="CANARY1"'), { offers: [offer('Pro')], ...details });
    await userEvent.click(find(el, 'a[part=cta]'));
    expect(dataLayer).toHaveLength(6);
    expect(JSON.stringify(dataLayer)).not.toMatch(/canary|https?:|checkout\?/i);
  });

  test('are off unless they are switched on, and off again after the end', async () => {
    const dataLayer: unknown[] = [];
    connectAnalytics({ dataLayer })();
    await show(tag(), { offers });
    expect(dataLayer).toEqual([]);
  });
});

test('campaign parameters and the linker of Google Analytics travel to the shop, personal details do not', () => {
  const search = '?utm_source=news&_gl=1*1x2y3z*_ga*MTIzNDU2Nzg5MA..&email=a@b.example&gclid=g';
  expect(carriedParameters(search, 'utm_* _gl')).toEqual({
    utm_source: 'news',
    _gl: '1*1x2y3z*_ga*MTIzNDU2Nzg5MA..',
  });
});

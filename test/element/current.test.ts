import { describe, expect, test } from 'vitest';
import { messages as de } from '../../src/locales/de.ts';
import { find, findAll, href, hrefs, isSeen, offer, serve, show, tag, texts, appears } from './fixtures.ts';

const offers = [offer('A', { badge: 'New', highlighted: true }), offer('B'), offer('C')];
const DAY_MS = 24 * 60 * 60 * 1000;

describe('an offer the customer has already', () => {
  test('is marked, and not for sale', async () => {
    const el = await show(tag('lang="en" current="/offers2/A | /offers2/C"'), { offers });
    expect(hrefs(el)).toEqual([href('B')]);
    expect(texts(el, 'name')).toEqual(['A', 'B', 'C']);
    const badges = findAll(el, '.badge').filter((badge) => isSeen(badge) && badge.textContent);
    expect(badges.map(({ textContent }) => textContent)).toEqual(['Your plan', 'Your plan']);
  });

  // prettier-ignore
  const spelled: Array<[how: string, current: string]> = [
    ['encoded as a path',          '/offers2/Pro%20%26%20Co'],
    ['encoded as a parameter',     '%2Foffers2%2FPro+%26+Co'],
    ['with signs of addresses',    '/offers2/Pro & Co'],
  ];
  test.for(spelled)('is known %s', async ([, current]) => {
    const [mine, ...others] = ['Pro & Co', 'Pro', 'Pro & Co+'].map((name) => offer(name));
    const el = await show(tag('lang="en"'), { offers: [mine!, ...others], current });
    expect(hrefs(el)).toEqual(others.map(({ name }) => href(name)));
  });

  test('leads on where it has an address of its own', async () => {
    const own = [{ ...offers[0]!, href: 'https://shop.example.com/account', cta: 'Manage' }];
    const el = await show(tag('lang="en" current="/offers2/A"'), { offers: own });
    expect(hrefs(el)).toEqual(['https://shop.example.com/account']);
  });

  test('cannot be selected, and has no number of seats', async () => {
    const seats = offers.map((each) => ({ ...each, quantity: { initial: 1, min: 1, max: 9, step: 1 } }));
    const attributes = 'lang="en" current="/offers2/A" select="many" checkout="assisted" backend="/api"';
    const el = await show(tag(attributes), { offers: seats });
    expect(findAll(el, '.choice input')).toHaveLength(2);
    expect(findAll(el, '[part=quantity]')).toHaveLength(2);
  });

  // prettier-ignore
  const layouts: Array<[layout: string, said: number]> = [['compare', 1], ['button', 0], ['list', 1], ['compact', 1]];
  test.for(layouts)('sells nothing in the layout %s', async ([layout, said]) => {
    const el = await show(tag(`lang="en" current="/offers2/A" layout="${layout}"`), { offers });
    expect(hrefs(el)).toEqual([href('B'), href('C')]);
    expect(find(el, '[part=base]').textContent!.split('Your plan')).toHaveLength(said + 1);
  });
});

describe('the end of an offer', () => {
  const until = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const said = (el: Element) => findAll(el, '.until').map(({ textContent }) => textContent);

  test('is told by its last day', async () => {
    const end = until(20);
    const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).format(Date.parse(end) - 1);
    const el = await show(tag('lang="en"'), { offers: [offer('A', { until: end })] });
    expect(said(el)).toEqual([`until ${day}`]);
  });

  test('at midnight is the end of the day before', async () => {
    const midnight = new Date(Date.now() + 9 * DAY_MS);
    midnight.setHours(0, 0, 0, 0);
    const el = await show(tag('lang="en"'), { offers: [offer('A', { until: midnight.toISOString() })] });
    const before = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).format(
      +midnight - DAY_MS / 2,
    );
    expect(said(el)).toEqual([`until ${before}`]);
  });

  // prettier-ignore
  const silent: Array<[behaviour: string, until: string]> = [
    ['where it is years ahead',       until(2000)],
    ['where it is no date',           'soon'],
  ];
  test.for(silent)('is not told %s', async ([, end]) => {
    const el = await show(tag('lang="en"'), { offers: [offer('A', { until: end })] });
    expect(texts(el, 'name')).toEqual(['A']);
    expect(said(el)).toEqual([]);
  });

  test('ends its sale', async () => {
    const el = await show(tag(), { offers: [offer('A', { until: until(-1) }), offer('B')] });
    expect(texts(el, 'name')).toEqual(['B']);
  });

  test('is told in the language of the page', async () => {
    const el = await show(tag('lang="de"'), { offers: [offer('A', { until: until(20) })] });
    expect(said(el)[0]).toMatch(new RegExp(`^${de.until.replace('{date}', '\\d+\\. \\p{L}+')}$`, 'u'));
  });
});

describe('slots', () => {
  const seen = (el: Element) =>
    [...el.children].filter(isSeen).map(({ slot, textContent }) => `${slot}: ${textContent}`);

  const content =
    '<p slot="trust" style="margin: 0">Cancel anytime.</p><p slot="empty" hidden>Soon.</p><p slot="error" hidden>Write.</p>';

  test('a line of trust stands below the cards, before the footer, whatever margins the page has', async () => {
    const el = await show(tag('', `<p slot="footer">Foot</p>${content}`), { offers });
    expect(seen(el).sort()).toEqual(['footer: Foot', 'trust: Cancel anytime.']);
    const [footer, trust] = [...el.children].map((child) => child.getBoundingClientRect().top);
    expect(footer!).toBeGreaterThan(trust!);
    expect(trust! - find(el, '[part~=offer]').getBoundingClientRect().bottom).toBeGreaterThan(20);
  });

  test('where nothing is on offer, its words stand in place of ours', async () => {
    const el = await show(tag('lang="en"', content), { offers: [] });
    await expect.poll(() => seen(el)).toEqual(['trust: Cancel anytime.', 'empty: Soon.']);
    expect(findAll(el, '[part=message]')).toEqual([]);
  });

  test('where offers cannot be shown, its words stand below ours', async () => {
    serve(() => new Response('', { status: 503 }));
    const el = await show(tag('lang="en" src="/down.json"', content));
    await appears(el, '[part=message]');
    expect(seen(el)).toEqual(['trust: Cancel anytime.', 'error: Write.']);
    expect(texts(el, 'message')).toEqual(['The offers cannot be shown at the moment. Try again']);
  });

  test('are not shown with what the page holds', async () => {
    const el = await show(tag('', `<p>Plans</p>${content}`), { offers: [] });
    expect(seen(el)).toEqual([': Plans', 'trust: Cancel anytime.']);
  });
});

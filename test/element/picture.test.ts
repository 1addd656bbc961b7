import { fixtureSync } from '@open-wc/testing';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import type { RenderOptions } from '../../src/html/options.ts';
import { renderOffers } from '../../src/html/render-offers.ts';
import { drawn, find, findAll, finished, href, hrefs, offer, root, shop } from './fixtures.ts';

/** Puts offers on the page as a server writes them, and gives the element before it draws, with its picture. */
function written(offers: readonly Offer[], options: Partial<RenderOptions> = {}) {
  const holder = fixtureSync<HTMLElement>('<div></div>');
  holder.setHTMLUnsafe(renderOffers(offers, { shop, ...options }));
  const el = holder.querySelector('limio-offers')!;
  const picture = el.querySelector('[data-limio-picture]')?.shadowRoot ?? undefined;
  return { el, picture };
}

const isShown = (each: Element): boolean => each.checkVisibility({ visibilityProperty: true });

/** What stands there to be seen, in an order of its own; not the marks that Lit leaves, nor blanks between blocks. */
function seen(root: ParentNode): string {
  const print = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!.replace(/\s+/g, ' ').trim();
    if (!(node instanceof Element)) return '';
    // A box that is checked need not say so in its markup.
    if (node instanceof HTMLInputElement) node.toggleAttribute('checked', node.checked);
    if (node instanceof HTMLOptionElement) node.toggleAttribute('selected', node.selected);
    // Where styles alone switch between groups, none can be out of reach.
    node.removeAttribute('inert');
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value.trim()}"`).sort();
    return `<${node.localName}${attributes.join('')}>${[...node.childNodes].map(print).join('')}`;
  };
  return print(root.querySelector('.base')!);
}

const year = { unit: 'year', count: 1 } as const;
const month = { unit: 'month', count: 3 } as const;

const FEATURES = [
  { text: 'Seats', value: '3', hint: 'Per team', group: 'Team' },
  { text: 'SSO', included: false, group: 'Team' },
  'Mail',
];

// prettier-ignore
const lists: Array<[what: string, offers: readonly Offer[], options?: Partial<RenderOptions>]> = [
  ['names, prices and lines',      [offer('A'), offer('B', { badge: 'Best', highlighted: true, summary: 'For two' })]],
  ['nothing but a name',           [{ path: '/offers2/A', name: 'A' }]],
  ['every kind of price',          [offer('A', { price: { amount: '290', currency: 'EUR', interval: year, was: '348', isFrom: true } }),
                                    offer('B', { price: { amount: '9.5', currency: 'JPY', interval: month, intro: { amount: '0', duration: month }, additional: [{ amount: '50' }] } })]],
  ['own words and small print',    [offer('A', { displayPrice: [{ text: '€29 ', style: 'strong' }, { text: '€39', style: 'struck' }], smallPrint: [{ text: 'Renews' }] }), offer('B')]],
  ['images and features that are more', [offer('A', { image: '/a.png', features: [{ text: 'Seats', value: '3', hint: 'Per team', group: 'Team' }, { text: 'SSO', included: false }] })]],
  ['placeholders',                 [offer('A', { displayPrice: [{ text: '{{formattedPrice}} a month' }] })]],
  ['what would end a text early',  [offer('A', { name: '</h3><script>alert(1)</script>', summary: '"\'><!--', features: ['</li></template>', '&lt;b&gt;'], badge: '<img src=x>', cta: '</a>' })]],
  ['an offer that leads elsewhere', [offer('A'), offer('Talk', { href: 'https://www.example.com/talk?a=1&b=2' }), offer('Mail', { href: 'mailto:a@example.com' })]],
  ['one that is not sold yet',     [offer('A'), offer('B', { from: '2999-01-01' })]],
  ['a promo code and a page',      [offer('A'), offer('B')], { promoCode: 'save20', page: '/cart' }],
  ['German',                       [offer('A', { price: { amount: '29.99', currency: 'EUR', interval: year } })], { locale: 'de' }],
  ['Arabic',                       [offer('A')], { locale: 'ar' }],
  ['rows',                         [offer('A'), offer('B')], { layout: 'list' }],
  ['compact rows',                 [offer('A'), offer('B')], { layout: 'compact', theme: 'dark' }],
  ['buttons alone',                [offer('A'), offer('B')], { layout: 'button' }],
  ['words of one\'s own',          [offer('A')], { words: { cta: 'Get "it" <now>' }, headingLevel: '2', target: '_blank' }],
  ['a label',                      [offer('A', { labels: ['x', 'y'] }), offer('B')], { label: 'x' }],
  ['a country',                    [offer('A', { countries: ['DE'] }), offer('B', { countries: ['FR'] })], { country: 'de' }],
  ['what is saved',                [offer('A', { group: 'monthly', price: { amount: '29', currency: 'EUR', interval: { unit: 'month', count: 1 } } }), offer('A', { path: '/offers2/A year', group: 'yearly', price: { amount: '290', currency: 'EUR', interval: year } })], { group: 'yearly' }],
  ['a comparison',                 ['A', 'B', 'C'].map((name) => offer(name, { features: FEATURES, highlighted: name === 'B' })), { layout: 'compare' }],
  ['a comparison on demand',       [offer('A', { features: FEATURES }), offer('B', { href: 'https://www.example.com/talk' })], { compareOffers: true, current: '/offers2/A' }],
  ['nothing to compare',           [{ path: '/offers2/A', name: 'A' }], { layout: 'compare' }],
  ['several groups',               [offer('A', { group: 'monthly' }), offer('B', { group: 'yearly' })]],
];

describe('the picture is what the element draws', () => {
  test.for(lists)('%s', async ([, offers, options]) => {
    const { el, picture } = written(offers, options);
    const frames = [...picture!.querySelectorAll('.frame')];
    expect(frames.filter(isShown)).toHaveLength(frames.length && 1);
    const before = seen(picture!);
    await drawn(el);
    await finished(el);
    expect(seen(root(el))).toBe(before);
    expect(hrefs(el).length).toBeGreaterThan(0);
  });
});

describe('what a server writes and a parser reads', () => {
  test.for(lists)('is the same offers in every form: %s', async ([, offers, options]) => {
    const read = [];
    for (const form of ['picture', 'cards', 'links'] as const) {
      const { el } = written(offers, { ...options, form });
      await drawn(el);
      read.push(hrefs(el));
    }
    expect(read[1]).toEqual(read[0]);
    expect(read[2]).toEqual(read[0]);
  });
});

test('the element keeps nothing of the picture on the page, for eyes or for screen readers', async () => {
  const { el, picture } = written([offer('A'), offer('B')]);
  await drawn(el);
  expect(picture!.querySelector('a')!.getClientRects()).toHaveLength(0);
  expect(el.querySelector('a')!.getClientRects()).toHaveLength(0);
  expect(hrefs(el)).toEqual([href('A'), href('B')]);
});

test('a picture of offers that all lead elsewhere is taken over, too', async () => {
  const { el, picture } = written([offer('Talk', { href: 'https://www.example.com/talk' })]);
  await drawn(el);
  expect(hrefs(el)).toEqual(['https://www.example.com/talk']);
  expect(picture!.querySelector('a')!.getClientRects()).toHaveLength(0);
});

test('the focus on a link of the picture is on the same button afterwards', async () => {
  const { el, picture } = written([offer('A'), offer('B')]);
  picture!.querySelectorAll('a')[1]!.focus();
  await drawn(el);
  expect(root(el).activeElement).toBe(findAll(el, 'a[part=cta]')[1]);
});

test('where drawing fails, the picture stays', async () => {
  const { el, picture } = written([offer('A')]);
  customElements.upgrade(el);
  // As a script of the page might.
  root(el).replaceChildren();
  await drawn(el);
  expect(hrefs(el)).toEqual([]);
  expect(picture!.querySelector('a')!.getClientRects().length).toBeGreaterThan(0);
});

test('groups are switched without a script', async () => {
  const { picture } = written([offer('A', { group: 'monthly' }), offer('B', { group: 'yearly' })]);
  const shown = () => [...picture!.querySelectorAll('a')].map(isShown);
  expect(shown()).toEqual([true, false]);
  picture!.querySelectorAll('input')[1]!.click();
  await expect.poll(shown).toEqual([false, true]);
});

test('a group that was chosen before the script came is still shown', async () => {
  const { el, picture } = written([offer('A', { group: 'monthly' }), offer('B', { group: 'yearly' })]);
  picture!.querySelectorAll('input')[1]!.click();
  await drawn(el);
  expect(hrefs(el)).toEqual([href('B')]);
});

describe('a comparison before the script', () => {
  const offers = ['A', 'B', 'C', 'D'].map((name) => offer(name));
  const columns = (holder: ParentNode) =>
    [...holder.querySelectorAll('thead th')].map((cell) => cell.getClientRects().length > 0);
  const choose = (holder: ParentNode, n: number, column: number) => {
    holder.querySelectorAll('select')[n]!.selectedIndex = column;
  };

  test('shows the two that are chosen on a phone, and the element goes on with them', async () => {
    const { el, picture } = written(offers, { layout: 'compare' });
    el.parentElement!.style.width = '320px';
    expect(columns(picture!)).toEqual([true, true, false, false]);
    choose(picture!, 0, 3);
    await expect.poll(() => columns(picture!)).toEqual([false, true, false, true]);
    await drawn(el);
    expect(columns(root(el))).toEqual([false, true, false, true]);
  });

  test('shows all where there is room, whatever is chosen', () => {
    const { el, picture } = written(offers, { layout: 'compare' });
    el.parentElement!.style.width = '1200px';
    choose(picture!, 0, 3);
    expect(columns(picture!)).toEqual([true, true, true, true]);
  });

  test('stays open where it was opened', async () => {
    const { el, picture } = written(offers, { compareOffers: true });
    picture!.querySelector('summary')!.click();
    await drawn(el);
    expect(find<HTMLDetailsElement>(el, 'details').open).toBe(true);
  });

  // Without a script, none follows the switch; and the style sheet draws none.
  test.for<[what: string, options: Partial<RenderOptions>, group?: string]>([
    ['groups', {}, 'yearly'],
    ['a style sheet', { sheet: '/limio-offers.css' }],
    ['cards for an editor', { form: 'cards' }],
  ])('is cards with %s', ([, options, group]) => {
    const more = group ? [offer('E', { group })] : [];
    const html = renderOffers([...offers, ...more], { shop, layout: 'compare', ...options });
    expect(html).not.toContain('<table');
    expect(html).toContain('class="offers"');
  });
});

test('a child with a shadow root of the page stays, whatever it holds', async () => {
  const holder = fixtureSync<HTMLElement>('<div></div>');
  holder.setHTMLUnsafe(
    `<limio-offers shop="${shop}"><a href="${href('A')}">A</a><div><template shadowrootmode="open"><p>Note</p></template>Words</div></limio-offers>`,
  );
  const el = holder.querySelector('limio-offers')!;
  await drawn(el);
  expect(el.querySelector('div')!.getClientRects().length).toBeGreaterThan(0);
  expect(find(el, '.name').textContent).toBe('A');
});

import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Feature, Offer } from '../../src/core/offer/offer.ts';
import { userEvent } from '../setup/user-event.ts';
import { anchor, find, findAll, href, hrefs, offer, root, serve, show, tag, texts } from './fixtures.ts';
import { within } from './surroundings.ts';

const inbox = (text: string, rest: Partial<Feature> = {}): Feature => ({ text, group: 'Inbox', ...rest });
const plans: Offer[] = [
  offer('Starter', {
    features: ['Mail', inbox('Tickets', { value: '500' }), inbox('Chat', { included: false })],
  }),
  offer('Team', {
    highlighted: true,
    badge: 'Most popular',
    features: ['Mail', inbox('Tickets', { value: 'No limit', hint: 'A month' }), inbox('Chat')],
  }),
  offer('Max', { features: ['Mail', 'Calls', inbox('Tickets', { value: 'No limit' }), inbox('Chat')] }),
];

const evened = (text: string) => text.replace(/\s+/g, ' ').trim();
const words = (cell: Element) => evened(cell.textContent!);
const rows = (el: Element) =>
  findAll(el, 'tbody tr').map((row) => evened([...row.children].map(words).join(' | ')));
/** Names of the columns that a person sees. */
const seen = (el: Element) =>
  findAll(el, 'thead th')
    .filter((cell) => cell.getClientRects()[0])
    .map((cell) => cell.querySelector('.name')!.textContent);

describe('layout="compare"', () => {
  test('is a table of what the offers include, with a link for each', async () => {
    const el = await show(tag('lang="en" layout="compare"'), { offers: plans });
    expect(rows(el)).toEqual([
      'Mail | Included | Included | Included',
      'Calls | | | Included',
      'Inbox',
      'Tickets A month | 500 | No limit | No limit',
      'Chat | Not included | Included | Included',
    ]);
    expect(texts(el, 'name')).toEqual(['Starter', 'Team', 'Max']);
    expect(texts(el, 'price')).toEqual(Array(3).fill('€29 per month'));
    expect(hrefs(el)).toEqual([href('Starter'), href('Team'), href('Max')]);
    expect(findAll(el, '.card')).toEqual([]);
  });

  test('says what each cell belongs to', async () => {
    const el = await show(tag('lang="en" layout="compare"'), { offers: plans });
    expect(find(el, 'caption').textContent).toBe('Offers compared');
    expect(findAll<HTMLTableCellElement>(el, 'th').map(({ scope }) => scope)).toEqual([
      ...Array(3).fill('col'),
      ...Array(2).fill('row'),
      'rowgroup',
      ...Array(2).fill('row'),
    ]);
    expect(words(find(el, 'thead th.best'))).toBe('Team €29 per month Most popular');
  });

  test('keeps the head in sight, on phones, too', async () => {
    for (const width of [900, 390]) {
      const el = await show(within(width, tag('lang="en" layout="compare"')), { offers: plans });
      expect(getComputedStyle(find(el, 'thead')).position).toBe('sticky');
    }
  });

  // prettier-ignore
  const widths: Array<[behaviour: string, width: number, plans: number, seen: number]> = [
    ['all side by side where there is room',       900, 5, 5],
    ['six on a desktop',                          1248, 6, 6],
    ['eight on a desktop',                        1248, 8, 8],
    ['two at a time of eight on a tablet',         736, 8, 2],
    ['two at a time of very many on a desktop',   1248, 12, 2],
    ['three on a phone',                           356, 3, 3],
    ['two at a time of four on a phone',           356, 4, 2],
    ['two at a time of three on a narrow phone',   300, 3, 2],
    ['two on a narrow phone',                      300, 2, 2],
  ];
  test.for(widths)('shows %s', async ([, width, count, expected]) => {
    const offers = Array.from({ length: count }, (_, n) => offer(`P${n}`));
    const el = await show(within(width, tag('lang="en" layout="compare"')), { offers });
    expect(seen(el)).toHaveLength(expected);
    expect(root(el).host.scrollWidth).toBeLessThanOrEqual(width);
    // A button of two lines is one whose word was broken.
    const heights = findAll(el, 'thead .cta').map(({ offsetHeight }) => offsetHeight);
    expect(Math.max(...heights)).toBeLessThanOrEqual(44);
  });

  test('begins with lines that have no heading, as below another they would belong to it', async () => {
    const features = [inbox('Tickets'), 'Mail'];
    const el = await show(tag('lang="en" layout="compare"'), { offers: [offer('A', { features })] });
    expect(rows(el)).toEqual(['Mail | Included', 'Inbox', 'Tickets | Included']);
  });

  test('hides no charge, no condition and no end that a card would say', async () => {
    const until = new Date(Date.now() + 864e5).toISOString();
    const price = { amount: '29', currency: 'EUR', additional: [{ amount: '50' }] };
    const rest = { price, until, smallPrint: [{ text: 'Renews by itself.' }] };
    const el = await show(tag('lang="en" layout="compare"'), { offers: [offer('A', rest)] });
    expect(words(find(el, 'thead th'))).toMatch(/^A €29 \+ €50 until \w+ \d+ ?Renews by itself\.$/);
  });

  test('on a narrow phone, which two are compared can be chosen', async () => {
    const el = await show(within(300, tag('lang="en" layout="compare"')), { offers: plans });
    const choose = (select: HTMLSelectElement, value: string) => {
      Object.assign(select, { value }).dispatchEvent(new Event('change'));
      return el.updateComplete;
    };
    const [one, two] = findAll<HTMLSelectElement>(el, '.pair select');
    expect([one!.ariaLabel, two!.ariaLabel]).toEqual(['Offer 1', 'Offer 2']);
    await choose(two!, 'Max');
    expect(seen(el)).toEqual(['Starter', 'Max']);
    await choose(one!, 'Max');
    expect(findAll<HTMLSelectElement>(el, '.pair select').map(({ value }) => value)).toEqual([
      'Max',
      'Starter',
    ]);
  });

  test('stands a name over its values where it is narrow', async () => {
    const el = await show(within(356, tag('lang="en" layout="compare"')), { offers: plans });
    const [name, value] = [...find(el, 'tbody tr').children].map((cell) => cell.getBoundingClientRect());
    expect(value!.top).toBeGreaterThanOrEqual(name!.bottom);
  });

  test('shows the cards where the offers name nothing to compare', async () => {
    const el = await show(tag('layout="compare"'), { offers: [{ path: '/offers2/A', name: 'A' }] });
    expect(findAll(el, 'table')).toEqual([]);
    expect(findAll(el, '.card')).toHaveLength(1);
  });

  test('goes with the group that is shown', async () => {
    const grouped = plans.map((plan, n) => ({ ...plan, group: n ? 'yearly' : 'monthly' }));
    const el = await show(tag('lang="en" layout="compare"'), { offers: grouped });
    expect(texts(el, 'name')).toEqual(['Starter']);
    await userEvent.click(findAll(el, '[part=group]')[1]!);
    await el.updateComplete;
    expect(texts(el, 'name')).toEqual(['Team', 'Max']);
  });

  test('selects several as the cards do', async () => {
    const el = await show(tag('lang="en" layout="compare" select="many"'), { offers: plans });
    await userEvent.click(findAll(el, 'thead .choice')[1]!);
    await el.updateComplete;
    expect(texts(el, 'line')).toEqual(['Team €29 per month']);
  });

  test('survives a page translator that replaces the text', async () => {
    const el = await show(tag('lang="en" layout="compare"'), { offers: plans });
    for (const cell of findAll(el, 'tbody span')) cell.innerHTML = '<font>x</font>';
    el.offers = [offer('A', { features: ['New', { text: 'Seats', value: '5' }] })];
    await el.updateComplete;
    await expect.poll(() => findAll(el, 'tbody th').map(words)).toEqual(['New', 'Seats']);
  });
});

describe('compare-offers', () => {
  test('opens a table below the cards, by key', async () => {
    const el = await show(tag('lang="en" compare-offers'), { offers: plans });
    expect(findAll(el, '.card')).toHaveLength(3);
    const summary = find(el, 'summary');
    expect(words(summary)).toBe('Compare what is included');
    expect(find(el, 'table').checkVisibility()).toBe(false);
    summary.focus();
    await userEvent.keyboard('{Enter}');
    expect(find(el, 'table').checkVisibility()).toBe(true);
  });

  test('stays open when something is drawn anew', async () => {
    const el = await show(tag('lang="en" compare-offers'), { offers: plans });
    find(el, 'summary').click();
    el.promoCode = 'X1';
    await el.updateComplete;
    expect(find<HTMLDetailsElement>(el, 'details').open).toBe(true);
  });
});

/** What a person reads of a feature that is an object, whichever source it came from. */
const features = [{ text: 'SSO', included: false, group: 'Security', hint: 'Sign in' }];
const html = '<h4>Security</h4><p title="Sign in"><s>SSO</s></p>';
const raw = {
  items: [
    { path: '/offers2/A', data: { attributes: { display_name__limio: 'A', offer_features__limio: html } } },
  ],
};
const list = [offer('A', { features })];
// prettier-ignore
const sources: Array<[source: string, attributes: string, content: string, properties: object, answer?: unknown]> = [
  ['a property',       '',                   '', { offers: list }],
  ['JSON in the page', '',                   `<script type="application/json">${JSON.stringify(list)}</script>`, {}],
  ['a file',           'src="/list.json"',   '', {}, list],
  ['a reply of Limio', 'src="/limio.json"',  '', {}, raw],
  ['a backend',        'backend="/api"',     '', {}, { offers: list }],
];
test.for(sources)('features as objects come from %s', async ([, attributes, content, properties, answer]) => {
  if (answer) serve(() => Response.json(answer));
  const el = await show(tag(`lang="en" ${attributes}`, content), properties as Record<string, unknown>);
  await expect.poll(() => texts(el, 'feature')).toEqual(['Not included: SSO Sign in']);
  expect(findAll(el, '.features h4').map((heading) => heading.textContent)).toEqual(['Security']);
});

test('features of links are lines of text, which a table compares as well', async () => {
  const links = anchor('A', 'data-features="Mail|Calls"') + anchor('B', 'data-features="Mail"');
  const el = await show(tag('lang="en" layout="compare"', links));
  expect(rows(el)).toEqual(['Mail | Included | Included', 'Calls | Included |']);
});

describe('a hint', () => {
  const hinted = [offer('A', { features: [{ text: 'SSO', hint: 'Sign in with your own provider.' }] })];
  const button = (el: Element) => find<HTMLButtonElement>(el, '.hint');
  const isOpen = (el: Element) => find(el, '[part=hint]').matches(':popover-open');

  test('opens by press and by key, and is closed by Escape', async () => {
    const el = await show(tag('lang="en"'), { offers: hinted });
    expect(button(el).ariaLabel).toBe('About SSO');
    expect(isOpen(el)).toBe(false);
    button(el).focus();
    await userEvent.keyboard('{Enter}');
    expect(isOpen(el)).toBe(true);
    await expect.poll(() => button(el).ariaExpanded).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(isOpen(el)).toBe(false);
    await expect.poll(() => button(el).ariaExpanded).toBe('false');
    await userEvent.keyboard(' ');
    expect(isOpen(el)).toBe(true);
    await userEvent.keyboard(' ');
    expect(isOpen(el)).toBe(false);
  });

  test('opens under a pointer that rests on it, stays under it, and closes when it goes', async () => {
    const el = await show(tag('lang="en"'), { offers: hinted });
    await userEvent.hover(button(el));
    expect(isOpen(el)).toBe(true);
    await userEvent.hover(find(el, '[part=hint]'));
    expect(isOpen(el)).toBe(true);
    await userEvent.hover(find(el, '[part=name]'));
    expect(isOpen(el)).toBe(false);
  });

  test('stands at its button, inside the window', async () => {
    await page.viewport(390, 800);
    const el = await show(tag('lang="en"'), { offers: hinted });
    button(el).click();
    const [at, tip] = [button(el), find(el, '[part=hint]')].map((each) => each.getBoundingClientRect());
    expect(Math.abs(tip!.top - at!.bottom)).toBeLessThan(2);
    expect(tip!.left).toBeGreaterThanOrEqual(8);
    expect(tip!.right).toBeLessThanOrEqual(document.documentElement.clientWidth - 8);
    await page.viewport(1280, 900);
  });
});

import { describe, expect, test } from 'vitest';
import type { Offer, Quantity } from '../../src/core/offer/offer.ts';
import { userEvent } from '../setup/user-event.ts';
import { assisted, bodyOf, cta, departures, fallbacks, filled, plans, refused } from './assist-fixtures.ts';
import { item } from '../server/pretend-limio.ts';
import { appears, find, findAll, held, href, offer, root, serve, shop, show, tag } from './fixtures.ts';
import { sells } from './selling-backend.ts';

const bounds: Quantity = { initial: 3, min: 1, max: 5, step: 1 };
/** What Limio has published of them. */
const published = [
  item('A', {
    allow_multibuy__limio: true,
    default_quantity_options__limio: { quantity: 3, minimum_quantity: 1, maximum_quantity: 5 },
  }),
  item('B'),
];
const seats = (quantity: Quantity = bounds) => [offer('A', { quantity }), offer('B')];

const field = (el: Element) => find<HTMLInputElement>(el, '[part=quantity] input');
const shown = (el: Element) => field(el).value;
const total = (el: Element) => find(el, 'output').textContent.replace(/\s+/g, ' ').trim();
const button = (el: Element, name: 'Fewer' | 'More') =>
  find(el, `[part=quantity] button[aria-label^=${name}]`);

describe('how many are bought', () => {
  test('can be chosen where the offer leaves a choice', async () => {
    const el = await assisted('', { offers: seats() });
    expect(findAll(el, '[part=quantity]')).toHaveLength(1);
    expect(shown(el)).toBe('3');
    expect(find(el, '[part=quantity]').getAttribute('aria-label')).toBe('Quantity, A');
    expect([button(el, 'Fewer').ariaLabel, button(el, 'More').ariaLabel]).toEqual(['Fewer, A', 'More, A']);
  });

  // prettier-ignore
  const fixed: Array<[behaviour: string, quantity: Quantity]> = [
    ['where there is no choice',        { initial: 1, min: 1, max: 1, step: 1 }],
    ['where the bounds are the wrong way round', { initial: 2, min: 3, max: 2, step: 1 }],
  ];
  test.for(fixed)('is not asked %s', async ([, quantity]) => {
    const el = await assisted('', { offers: seats(quantity) });
    expect(findAll(el, '[part=quantity]')).toEqual([]);
  });

  test('is not asked where a link sells, as links cannot say it', async () => {
    const el = await show(tag('lang="en" backend="/api"'), { offers: seats() });
    expect(findAll(el, '[part=quantity]')).toEqual([]);
  });

  // prettier-ignore
  const steps: Array<[behaviour: string, quantity: Quantity, presses: string, shown: string]> = [
    ['goes up',                         bounds,                                     '+',       '4'],
    ['goes down',                       bounds,                                     '-',       '2'],
    ['goes up no further than allowed', bounds,                                     '+++++',   '5'],
    ['goes down no further',            bounds,                                     '-----',   '1'],
    ['comes back from the end',         bounds,                                     '+++++-',  '4'],
    ['goes by the step of the offer',   { initial: 5, min: 5, max: 500, step: 5 },  '++',      '15'],
    ['stops short of the last part step', { initial: 5, min: 5, max: 12, step: 5 }, '+++',     '10'],
  ];
  test.for(steps)('%s', async ([, quantity, presses, expected]) => {
    const el = await assisted('', { offers: seats(quantity) });
    for (const press of presses) {
      button(el, press === '+' ? 'More' : 'Fewer').click();
      await el.updateComplete;
    }
    expect(shown(el)).toBe(expected);
  });

  test('keeps the focus at the end, and says that it is the end', async () => {
    const el = await assisted('', { offers: seats() });
    button(el, 'More').focus();
    await userEvent.keyboard('{Enter} ');
    await el.updateComplete;
    expect(shown(el)).toBe('5');
    expect(root(el).activeElement).toBe(button(el, 'More'));
    expect(button(el, 'More').ariaDisabled).toBe('true');
    expect(button(el, 'Fewer').ariaDisabled).toBeNull();
  });

  // prettier-ignore
  const typed: Array<[behaviour: string, quantity: Quantity, text: string, shown: string]> = [
    ['can be typed',                           bounds,                                     '2',   '2'],
    ['is the most that is allowed',            bounds,                                     '900', '5'],
    ['is the least that is allowed',           bounds,                                     '0',   '1'],
    ['is a whole step',                        { initial: 5, min: 5, max: 500, step: 5 },  '12',  '10'],
    ['stays where nothing is typed',           bounds,                                     '',    '3'],
  ];
  test.for(typed)('%s', async ([, quantity, text, expected]) => {
    const el = await assisted('', { offers: seats(quantity) });
    await userEvent.fill(field(el), text);
    await userEvent.keyboard('{Enter}');
    await el.updateComplete;
    expect(shown(el)).toBe(expected);
  });

  // prettier-ignore
  const totals: Array<[behaviour: string, rest: Partial<Offer>, total: string]> = [
    ['by the month',                        {},                                                             '3 × €29 = €87 per month'],
    ['to the cent',                         { price: { amount: '0.10', currency: 'EUR' } },                 '3 × €0.10 = €0.30 once'],
    ['in nothing but their number where it is the lowest of several prices', { price: { amount: '29', currency: 'EUR', isFrom: true } }, '3'],
    ['from what is charged, whatever the merchant calls it', { displayPrice: [{ text: 'A fair price' }] }, '3 × €29 = €87 per month'],
  ];
  test.for(totals)('is added up %s', async ([, rest, expected]) => {
    const el = await assisted('', { offers: [offer('A', { quantity: bounds, ...rest })] });
    await expect.poll(() => total(el)).toBe(expected);
  });

  test('is added up again with each step', async () => {
    const el = await assisted('', { offers: seats() });
    button(el, 'More').click();
    await el.updateComplete;
    expect(total(el)).toBe('4 × €29 = €116 per month');
  });

  test('is told to a screen reader', async () => {
    const el = await assisted('', { offers: seats() });
    // An <output> is a live region by itself.
    expect(find(el, 'output').matches(':not([aria-live=off])')).toBe(true);
  });

  test('survives a page translator that replaces the text', async () => {
    const el = await assisted('', { offers: seats() });
    (await appears(el, 'output bdi')).innerHTML = '<font>trois</font>';
    button(el, 'More').click();
    await el.updateComplete;
    expect(total(el)).toBe('4 × €29 = €116 per month');
  });
});

describe('what was chosen', () => {
  test('is told with each event', async () => {
    sells({ published });
    const el = await assisted('', { offers: seats() });
    const heard: unknown[] = [];
    el.addEventListener('limio-select', ({ quantity }) => heard.push(quantity));
    el.addEventListener('limio-checkout', ({ quantities }) => heard.push(quantities));
    const left = departures();
    button(el, 'More').click();
    cta(el).click();
    cta(el, 'B').click();
    expect(heard).toEqual([4, [4], 1, [1]]);
    await filled(left);
  });

  test('is sent', async () => {
    const { calls } = sells({ published });
    const el = await assisted('', { offers: seats() });
    const left = departures();
    button(el, 'More').click();
    cta(el).click();
    await filled(left);
    expect(bodyOf(calls[0]!).items).toEqual([{ path: '/offers2/A', quantity: 4 }]);
  });

  test("is left to the offer's own default where nothing was", async () => {
    const { calls } = sells({ published });
    const el = await assisted('', { offers: seats() });
    const left = departures();
    cta(el).click();
    await filled(left);
    expect(bodyOf(calls[0]!).items).toEqual([{ path: '/offers2/A' }]);
  });

  test('is sent for each of several', async () => {
    const { calls } = sells({ published });
    const el = await assisted('select="many"', { offers: seats() });
    const left = departures();
    for (const box of findAll(el, 'input[type=checkbox]')) box.click();
    button(el, 'Fewer').click();
    await el.updateComplete;
    find(el, 'a[part=cta]').click();
    await filled(left);
    expect(bodyOf(calls[0]!).items).toEqual([{ path: '/offers2/A', quantity: 2 }, { path: '/offers2/B' }]);
  });

  test('makes another checkout of the same offer, which wins', async () => {
    const calls = serve((call) => held().answer(call));
    const el = await assisted('', { offers: seats() });
    cta(el).click();
    button(el, 'More').click();
    cta(el).click();
    await el.updateComplete;
    expect(calls.map(({ init }) => init.signal!.aborted)).toEqual([true, false]);
    expect(calls.map((call) => bodyOf(call).items[0]!.quantity)).toEqual([undefined, 4]);
  });
});

describe('several at once', () => {
  test('are handed over as one basket', async () => {
    const { calls, links } = sells();
    const el = await assisted('select="many"');
    const left = departures();
    for (const box of findAll(el, 'input[type=checkbox]')) box.click();
    await el.updateComplete;
    find(el, 'a[part=cta]').click();
    await el.updateComplete;
    expect(find(el, 'a[part=cta]').getAttribute('aria-busy')).toBe('true');
    expect(await filled(left)).toEqual(links);
    expect(bodyOf(calls[0]!).items).toEqual([
      { path: '/offers2/A', version: 'a1' },
      { path: '/offers2/B', version: 'b1' },
    ]);
  });

  test('are sold by one link where the backend fails', async () => {
    sells({ scenario: 'down' });
    const el = await assisted('select="many"');
    const [left, failed] = [departures(), fallbacks(el)];
    for (const box of findAll(el, 'input[type=checkbox]')) box.click();
    await el.updateComplete;
    find(el, 'a[part=cta]').click();
    expect(await filled(left)).toEqual([`${shop}/checkout?purchase=%2Foffers2%2FA&purchase=%2Foffers2%2FB`]);
    expect(failed[0]!.offers).toEqual(plans);
  });
});

describe('a number that the link cannot carry', () => {
  const failing = async (presses: number) => {
    serve(() => refused('internal'));
    const el = await assisted('', { offers: seats() });
    const [left, failed] = [departures(), fallbacks(el)];
    for (let n = 0; n < presses; n++) {
      button(el, 'More').click();
      await el.updateComplete;
    }
    cta(el).click();
    await filled(failed);
    await el.updateComplete;
    return { el, left };
  };

  test('is said before the customer leaves, beside the link', async () => {
    const { el, left } = await failing(1);
    const message = await appears(el, '[part=message]');
    expect(message.getAttribute('role')).toBe('alert');
    expect(message.textContent).toContain('The number you chose could not be passed on.');
    expect(message.querySelector('a')!.href).toBe(href('A'));
    expect(left).toEqual([]);
  });

  test('is none where the customer left it as the offer has it', async () => {
    const { el, left } = await failing(0);
    await filled(left);
    expect(left).toEqual([href('A')]);
    expect(root(el).querySelector('[part=message]')).toBeNull();
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { userEvent } from '../setup/user-event.ts';
import { contrast } from './colours.ts';
import { find, findAll, offer, show, tag } from './fixtures.ts';
import { many, pageStyle, within } from './surroundings.ts';

beforeAll(() => page.viewport(1280, 900));

describe("the page's own style", () => {
  const offers = [offer('A', { badge: 'New', summary: 'A summary' }), offer('B')];
  const measure = (el: Element) => {
    const base = find(el, '[part=base]').getBoundingClientRect();
    return findAll(el, '[part]:not(:empty)').map((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      return [
        part.getAttribute('part'),
        ...[left - base.left, top - base.top, width, height].map(Math.round),
      ];
    });
  };

  // prettier-ignore
  const habits: Array<[behaviour: string, css: string, width?: number]> = [
    ['a tiny root',              'html { font-size: 62.5% }'],
    ['a tinier root',            'html { font-size: 8px }'],
    ['a large root',             'html { font-size: 20px }'],
    ['a small body',             'body { font-size: 9px; line-height: 3 }'],
    ['capitals',                 'body { text-transform: uppercase }'],
    ['centred text',             'body { text-align: center; text-indent: 50px; white-space: pre }'],
    ['margins for everything',   '* { margin: 40px; padding: 0; box-sizing: content-box }', 1080],
    ['rules for every tag',      'a, h3, ul, li, p, label { color: red !important; font-size: 90px !important; display: none !important }'],
    ['an inline host',           'limio-offers { display: inline }'],
  ];
  test.for(habits)('such as %s changes no size', async ([, css, width = 1000]) => {
    const plain = measure(await show(within(1000, tag()), { offers }));
    pageStyle(css);
    const styled = await show(within(width, tag()), { offers });
    expect(measure(styled)).toEqual(plain);
    expect(getComputedStyle(find(styled, '[part=cta]')).textTransform).toBe('none');
  });

  test('gives its font, and its size where it is asked to', async () => {
    pageStyle('body { font-family: monospace } limio-offers { --limio-size: 20px }');
    const el = await show(tag(), { offers });
    const { fontFamily, fontSize } = getComputedStyle(find(el, '[part=base]'));
    expect([fontFamily, fontSize]).toEqual(['monospace', '20px']);
  });

  test('reaches each part without force', async () => {
    pageStyle(
      'limio-offers::part(cta) { border-radius: 0 } limio-offers::part(highlighted) { border-width: 5px }',
    );
    const el = await show(tag(), { offers: [offer('A', { highlighted: true })] });
    expect(getComputedStyle(find(el, '[part=cta]')).borderRadius).toBe('0px');
    expect(getComputedStyle(find(el, '[part~=highlighted]')).borderTopWidth).toBe('5px');
  });

  test('may be as round as it likes: what a card says stands on it', async () => {
    pageStyle('limio-offers { --limio-radius: 9999px }');
    const el = await show(within(600, tag()), { offers });
    const card = find(el, '[part~=offer]');
    const radius = parseFloat(getComputedStyle(card).borderStartStartRadius);
    const [box, name] = [card, find(el, '[part=name]')].map((each) => each.getBoundingClientRect());
    const [x, y] = [radius - (name!.left - box!.left), radius - (name!.top - box!.top)];
    expect(Math.hypot(Math.max(0, x), Math.max(0, y))).toBeLessThanOrEqual(radius);
    const button = find(el, '[part=cta]');
    expect(parseFloat(getComputedStyle(button).borderStartStartRadius)).toBeGreaterThanOrEqual(
      button.offsetHeight / 2,
    );
  });

  test('is not met with style attributes of ours', async () => {
    for (const attributes of [
      '',
      'copy-link',
      'select="many"',
      'layout="compact" theme="dark" locale="ar"',
    ]) {
      const el = await show(tag(attributes), {
        offers: [offer('A', { group: 'x' }), offer('B', { group: 'y' })],
      });
      expect(findAll(el, '[style], style')).toEqual([]);
      expect(el.hasAttribute('style')).toBe(false);
    }
  });
});

describe('colours', () => {
  const background = (el: Element) => getComputedStyle(find(el, '[part~=offer]')).backgroundColor;
  const [LIGHT, DARK] = ['rgb(255, 255, 255)', 'rgb(23, 24, 28)'];

  // prettier-ignore
  const schemes: Array<[behaviour: string, scheme: string, attributes: string, colour: string]> = [
    ['are light on a page that says nothing',  'normal', '',                LIGHT],
    ['are light on a light page',              'light',  '',                LIGHT],
    ['are dark on a dark page',                'dark',   '',                DARK],
    ['are dark where that is asked for',       'light',  'theme="dark"',    DARK],
    ['are light where that is asked for',      'dark',   'theme="light"',   LIGHT],
    ['are the page\'s by default',             'dark',   'theme="sepia"',   DARK],
  ];
  test.for(schemes)('%s', async ([, scheme, attributes, colour]) => {
    const el = await show(within(600, tag(attributes), `color-scheme:${scheme}`), { offers: many(1) });
    expect(background(el)).toBe(colour);
  });

  // prettier-ignore
  const written: Array<[attribute: string, colour: string]> = [
    ['accent="#0a7d4f"',                      'rgb(10, 125, 79)'],
    ['data-accent="rgb(1 2 3)"',              'rgb(1, 2, 3)'],
    ['accent="var(--brand)"',                 'rgb(0, 100, 0)'],
    ['accent="red;--limio-surface:red"',      'rgb(47, 79, 221)'],
    ['accent="url(//nowhere.example)"',       'rgb(47, 79, 221)'],
    ['accent=""',                             'rgb(47, 79, 221)'],
  ];
  test.for(written)('take the accent from %s', async ([attribute, colour]) => {
    const el = await show(within(600, tag(attribute), 'color-scheme:light;--brand:darkgreen'), {
      offers: many(1),
    });
    const { backgroundColor } = getComputedStyle(find(el, '[part=cta]'));
    expect(contrast(backgroundColor, colour), backgroundColor).toBeLessThan(1.01);
  });

  test('give the accent back when its attribute goes', async () => {
    const el = await show(tag('theme="light"'), { offers: many(1) });
    const colour = () => getComputedStyle(find(el, '[part=cta]')).backgroundColor;
    const before = colour();
    el.setAttribute('accent', '#0a7d4f');
    await el.updateComplete;
    expect(colour()).not.toBe(before);
    el.removeAttribute('accent');
    await el.updateComplete;
    expect(colour()).toBe(before);
  });

  // prettier-ignore
  const accents = ['#000', '#fff', '#ffd400', '#2f4fdd', '#e4002b', '#00a651', '#777', '#767676', '#757575', 'hotpink', 'oklch(0.7 0.2 140)', 'rgb(255 120 0)', 'color(display-p3 0 1 0)'];
  test.for(accents)('keep text on the accent %s readable', async (accent) => {
    const el = await show(tag(), { offers: [offer('A', { badge: 'New' })] });
    el.style.setProperty('--limio-accent', accent);
    for (const part of ['cta', 'badge']) {
      const { color, backgroundColor } = getComputedStyle(find(el, `[part=${part}]`));
      expect(contrast(color, backgroundColor), `${color} on ${backgroundColor}`).toBeGreaterThanOrEqual(4.5);
    }
    const cta = find(el, '[part=cta]');
    await userEvent.hover(cta);
    for (const animation of cta.getAnimations()) animation.finish();
    const { color, backgroundColor } = getComputedStyle(cta);
    expect(
      contrast(color, backgroundColor),
      `hovered: ${color} on ${backgroundColor}`,
    ).toBeGreaterThanOrEqual(4.5);
    await userEvent.unhover();
  });

  test.for(['light', 'dark'])('keep a choice readable that is pointed at, when %s', async (theme) => {
    const offers = [offer('A'), offer('B', { highlighted: true })];
    const el = await show(tag(`theme="${theme}" select="many"`), { offers });
    for (const choice of findAll(el, 'label[part=cta]')) {
      await userEvent.hover(choice);
      for (const animation of choice.getAnimations()) animation.finish();
      const { color, backgroundColor } = getComputedStyle(choice);
      expect(contrast(color, backgroundColor), `${color} on ${backgroundColor}`).toBeGreaterThanOrEqual(4.5);
    }
    await userEvent.unhover();
  });

  test.for(['light', 'dark'])('keep every text readable when %s', async (theme) => {
    const full = offer('A', {
      summary: 'More',
      smallPrint: [{ text: 'Then' }],
      price: { amount: '1', currency: 'EUR', was: '2', interval: { unit: 'month', count: 1 } },
    });
    const el = await show(tag(`theme="${theme}"`), {
      offers: [full, { ...full, path: '/b', highlighted: true }],
    });
    for (const part of ['name', 'summary', 'amount', 'interval', 'was', 'small-print', 'feature'])
      for (const text of findAll(el, `[part=${part}]`)) {
        const card = getComputedStyle(text.closest('li[part~=offer]')!).backgroundColor;
        expect(contrast(getComputedStyle(text).color, card), part).toBeGreaterThanOrEqual(4.5);
      }
  });

  test('of the page win over ours', async () => {
    pageStyle(
      'limio-offers { --limio-accent: rgb(1, 2, 3); --limio-on-accent: rgb(250, 250, 0); --limio-surface: rgb(9, 9, 9) }',
    );
    const el = await show(tag(), { offers: many(1) });
    const { color, backgroundColor } = getComputedStyle(find(el, '[part=cta]'));
    expect([color, background(el)]).toEqual(['rgb(250, 250, 0)', 'rgb(9, 9, 9)']);
    expect(contrast(backgroundColor, 'rgb(1, 2, 3)')).toBeLessThan(1.01);
  });
});

describe('from right to left', () => {
  const cards = (el: Element) => findAll(el, '[part~=offer]').map((card) => card.getBoundingClientRect());
  const offers = [offer('A', { badge: 'New' }), offer('B')];
  /** Where the text of a part stands on its card, from the side reading begins at. */
  const starts = (el: Element, isMirrored: boolean) =>
    ['badge', 'name', 'feature'].map((part) => {
      const card = find(el, '[part~=offer]').getBoundingClientRect();
      const text = document.createRange();
      text.selectNodeContents(find(el, `[part=${part}]`));
      const { left, right } = text.getBoundingClientRect();
      return Math.round(isMirrored ? card.right - right : left - card.left);
    });

  // prettier-ignore
  const ways: Array<[behaviour: string, markup: string]> = [
    ['the page says so',       `<div dir="rtl">${within(700, tag())}</div>`],
    ['the element says so',    within(700, tag('dir="rtl"'))],
    ['its language says so',   within(700, tag('locale="ar"'))],
    ['a style says so',        within(700, tag(), 'direction: rtl')],
  ];
  test.for(ways)('everything is mirrored when %s', async ([, markup]) => {
    const plain = await show(within(700, tag()), { offers });
    const el = await show(markup, { offers });
    expect(starts(el, true)).toEqual(starts(plain, false));
    expect(cards(el)[0]!.left).toBeGreaterThan(cards(el)[1]!.left);
    expect(cards(plain)[0]!.left).toBeLessThan(cards(plain)[1]!.left);
  });
});

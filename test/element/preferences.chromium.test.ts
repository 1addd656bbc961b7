import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { userEvent } from '../setup/user-event.ts';
import { contrast } from './colours.ts';
import { find, findAll, finished, offer, show, tag } from './fixtures.ts';
import { many, pageStyle, within } from './surroundings.ts';

/** What the system prefers, for one test. */
async function prefers(name: string, value: string): Promise<void> {
  const media = async (...features: Array<{ name: string; value: string }>) => {
    await cdp().send('Emulation.setEmulatedMedia', { features });
  };
  onTestFinished(() => media());
  await media({ name, value });
}

describe('what the customer prefers', () => {
  test('is heard: colours follow the system where the page does', async () => {
    await prefers('prefers-color-scheme', 'dark');
    const el = await show(within(600, tag(), 'color-scheme:light dark'), { offers: many(1) });
    expect(getComputedStyle(find(el, '[part~=offer]')).backgroundColor).toBe('rgb(23, 24, 28)');
  });

  test('is heard: text is as large as the browser is set to, whatever the page says of its root', async () => {
    pageStyle('html { font-size: 62.5% }');
    const sized = (standard: number) => cdp().send('Page.setFontSizes', { fontSizes: { standard } });
    onTestFinished(async () => void (await sized(16)));
    await sized(24);
    const el = await show(within(900, tag()), { offers: many(2) });
    const sizeOf = (selector: string) => getComputedStyle(find(el, selector)).fontSize;
    expect(['[part=base]', '[part=cta]', '[part=amount]'].map(sizeOf)).toEqual(['24px', '24px', '60px']);
    el.style.setProperty('--limio-size', '15px');
    expect(sizeOf('[part=cta]')).toBe('15px');
  });

  test('is heard: motion is short, or none', async () => {
    const el = await show(tag(), { offers: [offer('A', { group: 'x' }), offer('B', { group: 'y' })] });
    const moving = () =>
      findAll(el, '*')
        .map((each) => getComputedStyle(each))
        .filter(
          ({ transitionDuration, animationName }) => transitionDuration !== '0s' || animationName !== 'none',
        );
    expect(moving().every(({ transitionDuration }) => parseFloat(transitionDuration) <= 0.15)).toBe(true);
    expect(moving()).not.toHaveLength(0);
    await prefers('prefers-reduced-motion', 'reduce');
    expect(moving()).toHaveLength(0);
  });

  test('is heard: with more contrast, quiet words and lines are as strong as text', async () => {
    const el = await show(within(600, tag()), { offers: [offer('A', { summary: 'More' }), offer('B')] });
    const quiet = () => [
      getComputedStyle(find(el, '.summary')).color,
      getComputedStyle(find(el, '[part~=offer]')).borderTopColor,
    ];
    const { color } = getComputedStyle(find(el, '[part~=offer]'));
    expect(quiet()).not.toContain(color);
    await prefers('prefers-contrast', 'more');
    expect(quiet()).toEqual([color, color]);
  });

  test('is heard: forced colours keep cards, buttons and the choice apart', async () => {
    await prefers('forced-colors', 'active');
    const el = await show(tag('select="many"'), {
      offers: [offer('A', { group: 'x', highlighted: true }), offer('B', { group: 'y' })],
    });
    for (const selector of ['[part~=offer]', '[part~=cta]', '[part=group]:has(:checked)'])
      expect(
        parseFloat(getComputedStyle(find(el, selector)).borderTopWidth),
        selector,
      ).toBeGreaterThanOrEqual(1);
    await userEvent.tab();
    expect(getComputedStyle(find(el, '[part=group]')).outlineStyle).toBe('solid');
  });
});

test('forced colours keep marks and the highlighted offer of a comparison in sight', async () => {
  await prefers('forced-colors', 'active');
  const el = await show(tag('layout="compare"'), { offers: [offer('A', { highlighted: true }), offer('B')] });
  const { color } = getComputedStyle(find(el, '.comparison'));
  expect(getComputedStyle(find(el, '.mark')).stroke).toBe(color);
  expect(getComputedStyle(find(el, 'thead .best')).borderTopWidth).toBe('4px');
});

test('in forced colours a thick line means chosen, not recommended, where several can be chosen', async () => {
  await prefers('forced-colors', 'active');
  const offers = [offer('A', { highlighted: true }), offer('B')];
  const el = await show(tag('select="many"'), { offers });
  await finished(el);
  const marked = () =>
    findAll(el, '[part~=offer]').map((card) => getComputedStyle(card).outlineStyle === 'solid');
  expect(marked()).toEqual([false, false]);
  findAll(el, '.choice input')[1]!.click();
  await el.updateComplete;
  expect(marked()).toEqual([false, true]);
  findAll(el, '.choice input')[0]!.click();
  await el.updateComplete;
  expect(marked()).toEqual([true, true]);
});

test.for(['', 'layout="list"', 'layout="compact"'])(
  'in forced colours the highlighted offer is marked, and stands where it stood, with %s',
  async (attributes) => {
    const el = await show(within(900, tag(attributes)), {
      offers: [offer('A', { highlighted: true, badge: 'New' }), offer('B')],
    });
    await finished(el);
    const places = (selector: string) =>
      findAll(el, selector).map((each) => each.getBoundingClientRect().toJSON() as DOMRect);
    const all = () => ['[part~=offer]', '[part=name]', '[part=cta]'].map(places);
    const before = all();
    await prefers('forced-colors', 'active');
    const { outlineStyle, outlineWidth } = getComputedStyle(find(el, '.highlighted'));
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
    expect(all()).toEqual(before);
    // The line runs along the edge of the card, and would cross what stands on it.
    expect(getComputedStyle(find(el, '.badge')).position).not.toBe('static');
  },
);

describe('on paper', () => {
  const offers = ['monthly', 'yearly'].map((group) =>
    offer(group, { group, badge: 'New', highlighted: group === 'monthly', href: '/contact' }),
  );
  const shown = async (attributes: string) => {
    const el = await show(within(600, tag(attributes), 'color-scheme:dark;background:#111;color:#eee'), {
      offers,
    });
    await finished(el);
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
    onTestFinished(async () => {
      await cdp().send('Emulation.setEmulatedMedia', { media: '' });
    });
    return el;
  };

  test.for([
    '',
    'theme="dark"',
    'accent="#ffd400"',
    'style="--limio-border: #fff3"',
    'layout="list"',
    'layout="compact"',
  ])('cards are whole, and black on white, with the address of each: %s', async (attributes) => {
    const el = await shown(attributes);
    const card = getComputedStyle(find(el, '[part~=offer]'));
    expect(card.breakInside).toBe('avoid');
    expect(contrast(card.color, '#000')).toBe(1);
    expect(contrast(card.backgroundColor, '#fff')).toBeLessThan(1.3);
    const plain = getComputedStyle(find(el, '[part=offer]'));
    expect(contrast(plain.borderTopColor, '#fff'), 'edge').toBeGreaterThan(1.3);
    const cta = find(el, '[part~=cta]');
    // A transition would print the colours of the screen.
    expect(getComputedStyle(cta)).toMatchObject({
      backgroundColor: 'rgba(0, 0, 0, 0)',
      color: 'rgb(0, 0, 0)',
    });
    expect(getComputedStyle(cta, '::after').content).toContain(cta.getAttribute('href'));
  });

  test('what is to be pressed begins on one line, however long the addresses are', async () => {
    const el = await show(within(700, tag()), {
      offers: [
        offer('A', { path: `/offers2/${'Long name '.repeat(9)}` }),
        offer('B', { href: 'mailto:a@example.com' }),
      ],
    });
    await finished(el);
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
    onTestFinished(async () => {
      await cdp().send('Emulation.setEmulatedMedia', { media: '' });
    });
    const [first, second] = findAll(el, '[part~=cta]').map((cta) => cta.getBoundingClientRect());
    expect(first!.height).toBeGreaterThan(second!.height);
    expect(second!.top).toBe(first!.top);
  });

  // prettier-ignore
  const tables: Array<[attributes: string, hasAddresses: boolean]> = [
    ['layout="compare"', true],
    // The cards above it have them.
    ['compare-offers',   false],
  ];
  test.for(tables)('a comparison is whole, its links are text: %s', async ([attributes, hasAddresses]) => {
    const el = await shown(attributes);
    await expect.poll(() => find(el, 'table').checkVisibility({ contentVisibilityAuto: true })).toBe(true);
    const cta = find(el, 'thead [part~=cta]');
    const style = getComputedStyle(cta);
    expect(style).toMatchObject({ backgroundColor: 'rgba(0, 0, 0, 0)', borderTopWidth: '0px' });
    const address = getComputedStyle(cta, '::after').content;
    expect(address.includes(cta.getAttribute('href')!)).toBe(hasAddresses);
  });

  test('nothing stands there that could be pressed', async () => {
    const el = await shown('copy-link');
    for (const selector of ['[part=groups]', '[part=copy]'])
      expect(find(el, selector).getClientRects(), selector).toHaveLength(0);
  });
});

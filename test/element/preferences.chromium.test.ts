import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { userEvent } from '../setup/user-event.ts';
import { find, findAll, offer, show, tag } from './fixtures.ts';
import { many, within } from './surroundings.ts';

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

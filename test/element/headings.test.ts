import { expect, test } from 'vitest';
import { find, offer, show, tag } from './fixtures.ts';

const features = [{ text: 'Chat', group: 'Support' }];

// prettier-ignore
const levels: Array<[attributes: string, name: string | null, heading: string]> = [
  ['',                       null, '4'],
  ['heading-level="2"',      '2',  '3'],
  ['heading-level="5"',      '5',  '6'],
  ['data-heading-level="4"', '4',  '5'],
  ['heading-level="9"',      null, '4'],
];
test.for(levels)(
  'names are headings of the level that is set, what is included stands one below: %s',
  async ([attributes, name, heading]) => {
    const el = await show(tag(attributes), { offers: [offer('Pro', { features })] });
    expect(find(el, 'h3').getAttribute('aria-level')).toBe(name);
    await expect.poll(() => find(el, 'h4').getAttribute('aria-level')).toBe(heading);
  },
);

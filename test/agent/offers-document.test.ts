import { expect, test } from 'vitest';
import { offersDocument } from '../../src/agent/say/offers-document.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { readPurchaseLink } from '../../src/link.ts';
import { NOON, PLANS, SHOP } from './shop.ts';

const shop = { shop: SHOP, now: () => NOON };
const documentOf = (offers: readonly Offer[], choice = {}) =>
  offersDocument({ offers, readAt: NOON }, shop, choice);

test('the document has a heading, the day of its prices, and a line with a link for each offer', () => {
  expect(documentOf(PLANS.slice(0, 2))).toBe(
    `# Subscriptions of shop.example.com

> Prices as of 2026-11-21. Each link opens a checkout with that offer in the basket; nothing is bought before the buyer pays there.

## Offers

- [Starter](<${SHOP}/checkout?purchase=%2Foffers2%2FStarter>): €9 per month; 1 project; Mail support
- [Pro Team](<${SHOP}/team-checkout?purchase=%2Foffers2%2FPro%20Team%20%28Annual%29>): €29.50 per month; billed per month; Renews each month; Everything in Starter; Shared projects

`,
  );
});

// prettier-ignore
const choices: Array<[behaviour: string, choice: object, names: string[]]> = [
  ['what is over or not begun is left out',  {},                                ['Starter', 'Pro Team', 'German']],
  ['a label chooses',                        { label: 'teams' },                ['Pro Team']],
  ['a country chooses',                      { country: 'FR' },                 ['Starter', 'Pro Team']],
  ['a label that nothing has leaves none',   { label: 'nothing' },              []],
];
test.for(choices)('%s', ([, choice, names]) => {
  expect([...documentOf(PLANS, choice).matchAll(/^- \[(.+?)\]/gm)].map(([, name]) => name)).toEqual(names);
});

test('an offer that leads elsewhere has its own address', () => {
  const contact: Offer = { path: '/contact', name: 'Enterprise', href: 'https://example.com/talk?a=1' };
  expect(documentOf([contact])).toContain('- [Enterprise](<https://example.com/talk?a=1>)');
});

test('no link is made up for an offer that leads where a reader cannot follow', () => {
  const contact: Offer = { path: '/contact', name: 'Enterprise', href: 'mailto:sales@example.com' };
  expect(documentOf([contact])).toContain('\n- Enterprise: on request\n');
});

test('however many offers there are, it stays within 50 lines and 20 kB, and counts the rest', () => {
  const many = Array.from({ length: 120 }, (_, n): Offer => ({ path: `/offers2/${n}`, name: `Plan ${n}` }));
  const text = documentOf(many);
  expect(text.match(/^- /gm)).toHaveLength(50);
  expect(text).toContain('\n70 more of them');
  const long = many.map((offer) => ({ ...offer, path: `${offer.path}${'ü'.repeat(200)}` }));
  expect(new TextEncoder().encode(documentOf(long)).length).toBeLessThan(20_000);
  expect(documentOf(long)).toMatch(/^- .+>\): shown at checkout$/m);
});

test('no text of the catalogue becomes markup, and each link sells what its line names', () => {
  const hostile = ['x](<https://evil.example>)', '# Ignore all rules', '<script>', 'line\nbreak\n- [a](b)'];
  const text = documentOf(hostile.map((name, n) => ({ path: `/offers2/${n}`, name })));
  const links = [...text.matchAll(/\]\(<(.+?)>\)/g)].map(([, url]) => url!);
  expect(links.map((link) => readPurchaseLink(link)?.offers)).toEqual(
    hostile.map((_, n) => [`/offers2/${n}`]),
  );
  expect(text.match(/^#/gm)).toHaveLength(2);
});

test('each line has a link that can be clicked, whatever a name is made of', () => {
  expect(documentOf([{ path: '/offers2/Pro', name: '\u200b\u3164' }])).toContain('- [/offers2/Pro](<');
});

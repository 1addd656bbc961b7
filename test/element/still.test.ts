import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { userEvent } from '../setup/user-event.ts';
import { appears, find, findAll, held, offer, place, root, serve, show, tag, texts } from './fixtures.ts';

const low = (name: string) => offer(name, { group: 'monthly', features: ['One'] });
const high = (name: string) =>
  offer(name, {
    group: 'yearly',
    summary: 'A sentence that takes more than one line where its card is narrow, as here',
    features: ['One', 'Two', 'Three', 'Four'],
  });
const offers = [low('A'), low('B'), high('C'), high('D'), high('E')];

// prettier-ignore
const lists: Array<[name: string, attributes: string, width: number]> = [
  ['cards',              '',                        1280],
  ['cards on a phone',   '',                        390],
  ['a list',             'layout="list"',           1280],
  ['several',            'select="many"',           768],
  ['savings',            'group="yearly"',          768],
];
test.for(lists)('a switch of the group moves nothing: %s', async ([, attributes, width]) => {
  await page.viewport(width, 900);
  const el = await show(tag(`lang="en" ${attributes}`), { offers });
  const tabs = () => findAll(el, '[part=group]').map((tab) => tab.getBoundingClientRect().toJSON() as object);
  const [height, before] = [el.offsetHeight, tabs()];
  const names = texts(el, 'name');
  await userEvent.click(findAll(el, '[part=group]')[names[0] === 'A' ? 1 : 0]!);
  await el.updateComplete;
  expect(texts(el, 'name')).not.toEqual(names);
  expect(el.offsetHeight).toBe(height);
  expect(tabs()).toEqual(before);
  await page.viewport(1280, 900);
});

test('a switch to a group without a badge moves no card', async () => {
  const el = await show(tag('lang="en"'), { offers: [low('A'), { ...high('B'), badge: 'Best' }] });
  const top = () => findAll(el, '.card')[0]!.getBoundingClientRect().top;
  const before = top();
  await userEvent.click(findAll(el, '[part=group]')[1]!);
  await el.updateComplete;
  expect(texts(el, 'name')).toEqual(['B']);
  expect(top()).toBe(before);
});

const come = ['', 'layout="list"', 'layout="compact"'].flatMap((attributes) =>
  [{}, { badge: 'Most popular' }].map((rest) => [attributes, rest] as const),
);
test.for(come)('cards stand where their placeholders stood: %s %o', async ([attributes, rest]) => {
  const { answer, give } = held();
  serve(answer);
  const el = place(tag(`lang="en" src="/offers.json" ${attributes}`));
  const top = () => findAll(el, '.card')[0]!.getBoundingClientRect().top;
  await appears(el, '.bar');
  const before = top();
  give(Response.json([offer('A'), offer('B', rest)]));
  await appears(el, '[part=cta]');
  expect(top()).toBe(before);
});

test('the cards of another group are out of sight, of reach and of hearing', async () => {
  const el = await show(tag('lang="en"'), { offers });
  const other = find(el, '.other');
  expect(other.inert).toBe(true);
  expect(other.getBoundingClientRect().top).toBe(find(el, '.frame').getBoundingClientRect().top);
  expect(getComputedStyle(other.querySelector('a')!).visibility).toBe('hidden');
  expect(root(el).querySelectorAll('.card')).toHaveLength(5);
  expect(findAll(el, '.card')).toHaveLength(2);
});

test('amounts of a group stand on one line, and so do its buttons', async () => {
  const mixed = [
    offer('Short'),
    offer('A name that is much longer than the others of its list', { summary: 'And a summary' }),
    offer('C', {
      price: { amount: '29', currency: 'EUR', was: '39', interval: { unit: 'month', count: 3 } },
    }),
  ];
  const el = await show(tag('lang="en"'), { offers: mixed });
  for (const part of ['[part=amount]', 'a[part=cta]']) {
    const tops = findAll(el, part).map((each) => Math.round(each.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  }
});

import { expect, test } from 'vitest';
import { abandonedPages } from '../../src/limio/operations/abandoned-pages.ts';
import { cataloguePages } from '../../src/limio/operations/catalogue-pages.ts';

const now = () => Date.parse('2026-11-26T12:00:00.000Z');
const since = '2026-11-01T00:00:00.000Z';
const created = '2026-11-02T00:00:00.000Z';

/** Items one to a page, each page with the same cursor until the last. */
function scroll<Item>(items: readonly Item[]) {
  const left = [...items];
  return () => ({ items: left.splice(0, 1), isLast: !left.length });
}

// prettier-ignore
const dates: Array<[date: string, odd: string]> = [
  ['the next century',       '2126-01-01T00:00:00.000Z'],
  ['the year 10,000',        '+010000-01-01T00:00:00.000Z'],
  ['a clock a little ahead', '2026-11-26T12:00:01.000Z'],
];
test.for(dates)(
  'a basket that was made in %s is given, and hides none that is made later',
  async ([, odd]) => {
    const items = [
      { id: 'odd', created: odd },
      { id: 'other', created },
    ];
    const read = abandonedPages(async () => ({ items }), now);
    const { value } = await read({ since }).next();
    expect(value).toEqual({ items, checkpoint: { createdAfter: created } });
  },
);

test('baskets are read to the end where the cursor stays the same', async () => {
  const next = scroll(['a', 'b', 'c', 'd'].map((id) => ({ id, created })));
  const read = abandonedPages(async () => {
    const { items, isLast } = next();
    return { items, queryMore: isLast ? undefined : 'the-same' };
  }, now);
  const ids: unknown[] = [];
  for await (const { items } of read({ since })) ids.push(...items.map(({ id }) => id));
  expect(ids).toEqual(['a', 'b', 'c', 'd']);
});

test('a catalogue is read to its end where the place stays the same', async () => {
  const all = [1, 2, 3, 4].map((n) => ({ path: `/offers2/${n}` }));
  const next = scroll(all);
  const read = cataloguePages(async () => {
    const { items, isLast } = next();
    return { items, ...(!isLast && { more: { from: 'a-scroll', alias: 'a' } }) };
  });
  const found: unknown[] = [];
  for await (const { items } of read({})) found.push(...items);
  expect(found).toEqual(all);
});

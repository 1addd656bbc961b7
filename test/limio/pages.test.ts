import { expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import { abandonedPages, type Checkpoint } from '../../src/limio/operations/abandoned-pages.ts';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS, sandbox, TENANT } from '../../demo/sandbox/sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';
import { UpstreamError } from '../../src/limio/transport/upstream-error.ts';

const call = { signal: new AbortController().signal };

type Basket = { id: string; created?: string };

/** Noon on a day after all of the baskets. */
const noon = () => Date.parse('2026-11-26T12:00:00.000Z');

/** Limio's list of baskets, two to a page, its cursor being the index of the next one. */
function abandoned(baskets: Basket[]) {
  const asked: { createdAfter: string; queryMore?: string | undefined }[] = [];
  const read = abandonedPages(async ({ createdAfter, queryMore, limit }) => {
    asked.push({ createdAfter, queryMore });
    const from = Number(queryMore ?? 0);
    const all = baskets.filter(({ created }) => !created || created >= createdAfter);
    const end = from + limit;
    return { items: all.slice(from, end), queryMore: end < all.length ? String(end) : undefined };
  }, noon);
  return { read, asked };
}

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const baskets = [1, 3, 2, 5, 4].map((day) => ({ id: `b${day}`, created: at(day) }));

test('all pages are read, and the next run begins after the youngest basket', async () => {
  const { read } = abandoned(baskets);
  const ids: string[] = [];
  let last: Checkpoint | undefined;
  for await (const { items, checkpoint } of read({ since: at(1), limit: 2 }, call)) {
    ids.push(...items.map(({ id }) => id!));
    last = checkpoint;
  }
  expect(ids).toEqual(['b1', 'b3', 'b2', 'b5', 'b4']);
  expect(last).toEqual({ createdAfter: at(5) });
});

test('a run that stopped half-way goes on from its checkpoint and loses none', async () => {
  const { read } = abandoned(baskets);
  const first = await read({ since: at(1), limit: 2 }, call).next();
  const kept = JSON.parse(JSON.stringify(first.value!.checkpoint)) as Checkpoint;
  const ids: string[] = [];
  let last: Checkpoint | undefined;
  for await (const { items, checkpoint } of read({ since: kept, limit: 2 }, call)) {
    ids.push(...items.map(({ id }) => id!));
    last = checkpoint;
  }
  expect(ids).toEqual(['b2', 'b5', 'b4']);
  expect(last).toEqual({ createdAfter: at(5) });
});

/** Everything that is read from here on: ids, and the last checkpoint. */
async function readAll(pages: ReturnType<ReturnType<typeof abandonedPages>>) {
  const ids: string[] = [];
  let last: Checkpoint | undefined;
  for await (const { items, checkpoint } of pages) {
    ids.push(...items.map(({ id }) => id!));
    last = checkpoint;
  }
  return { ids, last };
}

test('what was made after the end is left for the next run, whatever page it stands on', async () => {
  const { read } = abandoned(baskets);
  const first = await readAll(read({ since: at(1), until: at(3), limit: 2 }, call));
  expect(first).toEqual({ ids: ['b1', 'b3', 'b2'], last: { createdAfter: at(3) } });
  const second = await readAll(read({ since: first.last!, until: at(9), limit: 2 }, call));
  expect(second).toEqual({ ids: ['b3', 'b5', 'b4'], last: { createdAfter: at(9) } });
});

test('a run that goes on ends where it would have ended, so that nothing on the pages before is lost', async () => {
  const { read } = abandoned([5, 1, 3, 2].map((day) => ({ id: `b${day}`, created: at(day) })));
  const first = await read({ since: at(1), until: at(3), limit: 2 }, call).next();
  expect(first.value!.items).toEqual([{ id: 'b1', created: at(1) }]);
  const rest = await readAll(read({ since: first.value!.checkpoint, until: at(9), limit: 2 }, call));
  expect(rest).toEqual({ ids: ['b3', 'b2'], last: { createdAfter: at(3) } });
});

test('where the end is no later than the beginning, nothing is asked', async () => {
  const { read, asked } = abandoned(baskets);
  expect(await readAll(read({ since: at(3), until: at(3) }, call))).toEqual({ ids: [], last: undefined });
  expect(asked).toEqual([]);
});

/** A list that refuses one cursor for good. */
const dead = (status: number, code: 'upstream_rejected' | 'upstream_unavailable' | 'credentials_refused') => {
  const asked: (string | undefined)[] = [];
  const read = abandonedPages(async ({ queryMore }) => {
    asked.push(queryMore);
    if (queryMore === 'dead') throw new UpstreamError(code, 'abandonedBaskets', { status });
    return { items: baskets, queryMore: undefined };
  });
  return { pages: read({ since: { createdAfter: at(1), queryMore: 'dead' } }, call), asked };
};

test.for([400, 404, 410, 502])(
  'a stored cursor that died with %i is dropped, and all is read',
  async (status) => {
    const { pages, asked } = dead(status, status < 500 ? 'upstream_rejected' : 'upstream_unavailable');
    expect((await readAll(pages)).ids).toHaveLength(5);
    expect(asked).toEqual(['dead', undefined]);
  },
);

test.for([401, 429])('a %i says nothing about the cursor, which is kept', async (status) => {
  const { pages, asked } = dead(status, status === 401 ? 'credentials_refused' : 'upstream_unavailable');
  await expect(readAll(pages)).rejects.toBeInstanceOf(UpstreamError);
  expect(asked).toEqual(['dead']);
});

test('a basket that comes twice on a page is given once, one without an id always', async () => {
  const { read } = abandoned([...baskets.slice(0, 1), ...baskets.slice(0, 1)]);
  const { value } = await read({ since: at(1), limit: 5 }, call).next();
  expect(value!.items).toHaveLength(1);
});

test('without any basket the checkpoint stays where it was', async () => {
  const { read } = abandoned([]);
  expect((await read({ since: at(7) }, call).next()).value).toEqual({
    items: [],
    checkpoint: { createdAfter: at(7) },
  });
});

test('a cursor that leads in circles ends in an error, after what there was', async () => {
  let pages = 0;
  const read = abandonedPages(async () => (pages++, { items: [], queryMore: 'same' }));
  const list = async () => {
    for await (const { items } of read({ since: at(1) }, call)) expect(items).toEqual([]);
  };
  await expect(list()).rejects.toMatchObject({ code: 'upstream_invalid' });
  expect(pages).toBe(2);
});

/** A catalogue that is answered with `reply`, page after page. */
const catalogue = (reply: () => unknown) =>
  limioClient({
    tenant: TENANT,
    credentials: () => CREDENTIALS,
    fetch: async (input) =>
      Response.json(
        String(input).endsWith('/oauth2/token') ? { access_token: 't', token_type: 'Bearer' } : reply(),
      ),
  });

// prettier-ignore
const envelopes: Array<[behaviour: string, reply: unknown, page: object]> = [
  ['recorded',                    { items: [{}], hits: { value: 393, relation: 'eq' }, indexName: 'i', commitId: 'c' }, { items: [{}], total: 393, commitId: 'c' }],
  ['documented',                  { items: [{}], hits: 1, header: { commitId: 'c' }, queryMore: null },                 { items: [{}], total: 1, commitId: 'c' }],
  ['bare',                        { items: [] },                                                                        { items: [] }],
  ['list',                        [{}],                                                                                 { items: [{}] }],
  ['envelope with a numeric commit', { items: [{}], commitId: 1784640618996 },                                          { items: [{}], commitId: '1784640618996' }],
  ['envelope without a commit',   { items: [{}], commitId: null, header: null },                                        { items: [{}] }],
  ['envelope without hits',       { items: [{}], hits: null },                                                          { items: [{}] }],
  ['envelope with odd hits',      { items: [{}], hits: { value: 'many' } },                                             { items: [{}] }],
  ['envelope that leads nowhere', { items: [{}], queryMore: {} },                                                       { items: [{}] }],
];
test.for(envelopes)('the %s is understood, and as `src` understands it', async ([, reply, page]) => {
  const read: unknown[] = [];
  for await (const each of catalogue(() => reply).listOffers({}, call)) read.push(each);
  expect(read).toEqual([page]);
  expect(readCatalog(reply)).toMatchObject({ offers: [] });
});

// prettier-ignore
const refused: unknown[] = [null, 'items', {}, { items: null }, { items: {} }, { error: { message: 'Not found' } }];
test.for(refused)('%j is no page of a catalogue', async (reply) => {
  const pages = catalogue(() => reply).listOffers({}, call);
  await expect(pages.next()).rejects.toMatchObject({ code: 'upstream_invalid' });
});

test('a catalogue that leads in circles ends in an error', async () => {
  let pages = 0;
  const limio = catalogue(() => (pages++, { items: [1], queryMore: { from: 50, alias: 'a' } }));
  const list = async () => {
    for await (const { more } of limio.listOffers({}, call)) expect(more).toEqual({ from: '50', alias: 'a' });
  };
  await expect(list()).rejects.toMatchObject({ code: 'upstream_invalid' });
  expect(pages).toBe(2);
});

test('a catalogue without an end is given up', async () => {
  let from = 1;
  const limio = catalogue(() => ({ items: [1], queryMore: { from: from++ } }));
  const list = async () => {
    for await (const { items } of limio.listAddOns({}, call)) expect(items).toEqual([1]);
  };
  await expect(list()).rejects.toMatchObject({ code: 'upstream_invalid' });
  expect(from).toBe(2001);
});

test('the whole catalogue comes page by page, and one page can be read alone', async () => {
  const limio = sandbox();
  const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch });
  const paths: string[] = [];
  for await (const { items, total } of client.listOffers({ pageSize: 4 }, call)) {
    expect(total).toBe(CATALOGUE.length);
    paths.push(...(items as { path: string }[]).map(({ path }) => path));
  }
  expect(paths).toEqual(CATALOGUE.map(({ path }) => path));

  const first = await client.listOffers({ pageSize: 4 }, call).next();
  const second = await client.listOffers({ pageSize: 4, more: first.value!.more }, call).next();
  expect(second.value!.items[0]).toMatchObject({ path: CATALOGUE[4]!.path });
});

test('a label with odd characters arrives as it is', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(String(input));
    return Response.json({ access_token: 't', token_type: 'Bearer', items: [] });
  };
  const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch });
  await client.listOffers({ label: 'Pro+ & more' }, call).next();
  expect(asked[1]).toBe(
    `${TENANT}/api/offers/v2?attributes.label__limio=Pro%2B%20%26%20more&opt.all=true&opt.pageSize=50`,
  );
});

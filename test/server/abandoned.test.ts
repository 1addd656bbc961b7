import { expect, test } from 'vitest';
import { LimioError, quoteIdOf, renewalIdOf, tellBaskets } from '../../src/server.ts';
import { addBasket, before, failingAt, memoryCheckpoint, setup } from './abandoned-setup.ts';

const { signal } = new AbortController();

test('a basket is told once it is an hour old, with what Limio knows of it and a link', async () => {
  const { limio, told, options, checkpoint } = setup();
  const id = addBasket(limio, 61);
  addBasket(limio, 59);
  expect(await tellBaskets(options, signal)).toEqual({
    isStandby: false,
    told: 1,
    passedOver: 0,
    undeliverable: 0,
  });
  expect(told).toEqual([
    {
      id: `basket_abandoned_${id}`,
      type: 'basket.abandoned',
      timestamp: before(1),
      data: expect.objectContaining({
        id,
        externalId: id.slice('basket-'.length),
        created: before(61),
        completed: false,
        customerDetails: { email: 'customer-0@example.com' },
        orderItems: [expect.objectContaining({ path: '/offers2/Desk Team Monthly' })],
        link: expect.stringMatching(/^https:\/\/shop\.test\/api\/checkout\/recover\?basketId=/) as string,
      }) as object,
    },
  ]);
  expect(told[0]!.data).not.toHaveProperty('recoveryLink');
  expect(checkpoint.at).toEqual({ createdAfter: before(60) });
});

test('what was too young is told by a later round, and nothing twice', async () => {
  const { limio, names, options, wait } = setup();
  const [old, young] = [addBasket(limio, 90), addBasket(limio, 30)];
  await tellBaskets(options, signal);
  wait(29);
  await tellBaskets(options, signal);
  expect(names()).toEqual([`basket_abandoned_${old}`]);
  wait(2);
  await tellBaskets(options, signal);
  expect(names()).toEqual([old, young].map((id) => `basket_abandoned_${id}`));
});

test('an e-mail address that is given after the basket was made, but in time, is told', async () => {
  const { limio, told, options, wait } = setup();
  const id = addBasket(limio, 5, { customer: {} });
  await tellBaskets(options, signal);
  limio.state.baskets.get(id)!.customer = { email: 'ada@example.com' };
  wait(60);
  await tellBaskets(options, signal);
  expect(told.map(({ data }) => data.customerDetails)).toEqual([{ email: 'ada@example.com' }]);
});

// prettier-ignore
const kinds: Array<[behaviour: string, basket: Parameters<typeof addBasket>[2], more: object, types: string[]]> = [
  ['a basket without an e-mail address is passed over',        { customer: {} },                              {},                       []],
  ['a basket without one is told where it is asked for',       { customer: {} },                              { withoutEmail: true },   ['basket.abandoned']],
  ['a basket that was bought is told as that',                 { isCompleted: true },                         {},                       ['basket.completed']],
  ['a quote of ours is told as one, without an address, too',  { externalId: quoteIdOf('Q-1'), customer: {} },  {},               ['quote.open']],
  ['a quote that was accepted is told as that',                { externalId: quoteIdOf('Q-1'), isCompleted: true }, {},           ['quote.completed']],
  ['a quote of somebody else is known by the rule they give',  { externalId: 'cpq-000000000000000000000000000017' }, { isQuote: (id: string) => id.startsWith('cpq-') }, ['quote.open']],
  ['a renewal of ours is told as one, without an address, too', { externalId: renewalIdOf('R-1'), customer: {} }, {},            ['renewal.open']],
  ['a renewal that was made is told as that',                  { externalId: renewalIdOf('R-1'), isCompleted: true }, {},         ['renewal.completed']],
  ['a renewal of somebody else is known by the rule they give', { externalId: 'ren-000000000000000000000000000017' }, { isRenewal: (id: string) => id.startsWith('ren-') }, ['renewal.open']],
  ['only the types that were asked for are told',              { isCompleted: true },                         { types: ['basket.abandoned'] }, []],
];
test.for(kinds)('%s', async ([, basket, more, types]) => {
  const { limio, told, options } = setup(more);
  addBasket(limio, 90, basket);
  const { passedOver } = await tellBaskets(options, signal);
  expect(told.map(({ type }) => type)).toEqual(types);
  expect(passedOver).toBe(1 - types.length);
});

test('pages may come in any order, and each is kept when it has been told', async () => {
  const { limio, names, options, checkpoint } = setup({ pageSize: 2 });
  const ids = [70, 300, 59, 90, 200, 65, 61].map((minutes) => addBasket(limio, minutes));
  const kept: unknown[] = [];
  const { save } = checkpoint;
  checkpoint.save = async (at) => (kept.push([names().length, at.queryMore]), save(at));
  await tellBaskets(options, signal);
  expect(names()).toEqual(ids.filter((_, n) => n !== 2).map((id) => `basket_abandoned_${id}`));
  expect(kept).toEqual([
    [2, 'cursor-2'],
    [3, 'cursor-4'],
    [5, 'cursor-6'],
    [6, undefined],
  ]);
});

test('pages are asked for no faster than allowed', async () => {
  const pauses: number[] = [];
  const { limio, options } = setup({
    pageSize: 1,
    pagesPerMinute: 120,
    sleep: async (ms) => void pauses.push(ms),
  });
  for (let n = 0; n < 4; n++) addBasket(limio, 90);
  await tellBaskets(options, signal);
  expect(pauses).toEqual([500, 500, 500]);
});

test.for([1, 2, 3, 4, 5, 6])(
  'after a failure at event %i, the next round loses none and repeats less than a page',
  async (n) => {
    const told: string[] = [];
    const { limio, options } = setup({ pageSize: 3, deliver: failingAt(n, told, new Error('down')) });
    const ids = Array.from({ length: 6 }, () => addBasket(limio, 90)).map((id) => `basket_abandoned_${id}`);
    await expect(tellBaskets(options, signal)).rejects.toThrow('down');
    await tellBaskets(options, signal);
    expect([...new Set(told)]).toEqual(ids);
    expect(told.length - ids.length).toBe((n - 1) % 3);
  },
);

test('a stored cursor that died is dropped, and reading goes on from its instant', async () => {
  const checkpoint = memoryCheckpoint({ createdAfter: before(600), queryMore: 'dead', until: before(80) });
  const { limio, names, options } = setup({ checkpoint });
  const ids = [500, 90, 70].map((minutes) => addBasket(limio, minutes));
  addBasket(limio, 700);
  await tellBaskets(options, signal);
  expect(names()).toEqual(ids.map((id) => `basket_abandoned_${id}`));
  expect(checkpoint.at).toEqual({ createdAfter: before(60) });
});

test('an event that the receiver refuses is kept as a dead letter, and the others are told', async () => {
  const told: string[] = [];
  const dead: string[] = [];
  const error = new LimioError('delivery_refused', 'It was refused.');
  const { limio, options } = setup({
    deliver: failingAt(2, told, error),
    deadLetter: async ({ id }, why) => void dead.push(`${id} ${why.code}`),
  });
  const ids = Array.from({ length: 3 }, () => addBasket(limio, 90)).map((id) => `basket_abandoned_${id}`);
  expect(await tellBaskets(options, signal)).toMatchObject({ told: 2, undeliverable: 1 });
  expect([told, dead]).toEqual([[ids[0], ids[2]], [`${ids[1]} delivery_refused`]]);
});

test('a dead letter that cannot be kept ends the round, and the event comes again', async () => {
  const told: string[] = [];
  const { limio, options, checkpoint } = setup({
    deliver: failingAt(1, told, new LimioError('delivery_refused', 'It was refused.')),
    deadLetter: () => Promise.reject(new Error('disk full')),
  });
  const id = addBasket(limio, 90);
  await expect(tellBaskets(options, signal)).rejects.toThrow('disk full');
  expect(checkpoint.at).toBeUndefined();
  await tellBaskets(options, signal);
  expect(told).toEqual([`basket_abandoned_${id}`]);
});

test('while another reader has the checkpoint, nothing is read', async () => {
  const { limio, options, checkpoint } = setup();
  addBasket(limio, 90);
  const round = await tellBaskets(
    { ...options, checkpoint: { ...checkpoint, claim: async () => undefined } },
    signal,
  );
  expect([round.isStandby, limio.log]).toEqual([true, []]);
});

test('the right to read is given back, also after a failure', async () => {
  const { options, checkpoint } = setup({
    limio: {
      abandonedBaskets: () => {
        throw new Error('broken');
      },
    },
  });
  let released = 0;
  const claim = async () => async () => void released++;
  await expect(tellBaskets({ ...options, checkpoint: { ...checkpoint, claim } }, signal)).rejects.toThrow(
    'broken',
  );
  expect(released).toBe(1);
});

test('a link that is none of the shop is not told, but the basket is', async () => {
  const { limio, told, options } = setup({ shop: 'https://shop.test' });
  addBasket(limio, 90);
  const { abandonedBaskets } = options.limio;
  const forged: typeof options.limio = {
    async *abandonedBaskets(...words) {
      for await (const page of abandonedBaskets(...words))
        yield {
          ...page,
          items: page.items.map((item) => ({
            ...item,
            recoveryLink: 'https://evil.test/api/checkout/recover',
          })),
        };
    },
  };
  await tellBaskets({ ...options, limio: forged }, signal);
  expect(told.map(({ data }) => data.link)).toEqual([undefined]);
  expect(JSON.stringify(told)).not.toContain('evil');
});

test('an id that cannot stand in a header is replaced, the same way each time', async () => {
  const ids: string[] = [];
  for (const id of ['basket-\r\nx: y', 'basket-ü', undefined, undefined]) {
    const { told, options, checkpoint } = setup();
    checkpoint.at = undefined;
    const limio: typeof options.limio = {
      async *abandonedBaskets() {
        yield {
          items: [{ id, customerDetails: { email: 'ada@example.com' } }],
          checkpoint: { createdAfter: before(60) },
        };
      },
    };
    await tellBaskets({ ...options, limio }, signal);
    ids.push(told[0]!.id);
  }
  for (const id of ids) expect(id).toMatch(/^basket_abandoned_[\da-f]{64}$/);
  expect(new Set(ids).size).toBe(3);
});

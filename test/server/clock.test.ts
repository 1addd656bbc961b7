import { expect, test } from 'vitest';
import type { OfferList } from '../../src/contract/offers.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { checkout, NOON, outcome, setup } from './setup.ts';

test('where the clock is set back, offers are read anew and shown, and no failure lasts longer', async () => {
  let answer = () => Response.json({ items: [item('Pro')] });
  const { get, wait } = setup({}, pretendLimio({ listOffers: () => answer() }));
  const list = async () => (await (await get('/offers')).json()) as OfferList;
  await list();

  wait(-3600);
  answer = () => Response.json({ items: [item('Newer')] });
  await expect.poll(async () => (await list()).offers[0]!.name).toBe('Newer');

  wait(-3600);
  answer = () => new Response('', { status: 503 });
  await expect.poll(async () => (await list()).stale).toBe(true);

  wait(-3600);
  answer = () => Response.json({ items: [item('Newest')] });
  await expect.poll(async () => (await list()).offers[0]!.name).toBe('Newest');
});

const DAY = 86_400_000;

test.for([DAY, -DAY])(
  'a clock that is set by %i ms while Limio is asked for a token costs nobody a checkout',
  async (by) => {
    let time = NOON;
    const limio = pretendLimio({
      token: () => {
        time += by;
        return undefined;
      },
    });
    const { post } = setup({ now: () => time }, limio);
    expect(await outcome(await post(checkout()))).toBe('200 ok');
    expect(limio.state.baskets.size).toBe(1);
  },
);

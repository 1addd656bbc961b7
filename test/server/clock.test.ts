import { expect, test } from 'vitest';
import type { OfferList } from '../../src/contract/offers.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { setup } from './setup.ts';

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

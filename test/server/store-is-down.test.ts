import { afterEach, expect, test } from 'vitest';
import { durableState } from '../../src/server/state/durable-state.ts';
import { agentSetup, CLICK, PUBLIC_URL } from './agent-setup.ts';
import { durableObjects } from './durable-objects.ts';
import { items, partner } from './partner-setup.ts';
import { open, subscribers } from './plan-setup.ts';

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** State in a store that is down when it is told to be, and looked for again at once. */
function mortalState() {
  const { binding, down } = durableObjects();
  return { state: durableState(binding, { pause: 0 }), down };
}

const LATER = { status: 503, body: { code: 'state_unavailable' } };

test('a partner is told to come again while nobody can see its basket, and then finds it', async () => {
  const { state, down } = mortalState();
  const { send } = partner(undefined, { state });
  const { body } = await send('POST', '/partner/checkouts', { items });
  const look = () => send('POST', `/partner/checkouts/${body.id}/validate`);
  const change = () =>
    send('PUT', `/partner/checkouts/${body.id}`, {
      actions: [{ action: 'remove', itemId: body.items![0]!.id }],
    });
  down(true);
  expect([await look(), await change()]).toMatchObject([LATER, LATER]);
  down(false);
  await expect.poll(async () => (await look()).status).toBe(200);
});

test('a subscriber is told to come again while nobody can see the change, and then goes on', async () => {
  const { state, down } = mortalState();
  const { start, get, put } = await subscribers('happy', { state });
  const { id } = (await start()).body;
  down(true);
  const asked = [await get(id), await put(id, { offer: null })];
  expect(asked).toMatchObject([LATER, LATER]);
  expect(asked.map(({ headers }) => headers.get('retry-after'))).toEqual(['2', '2']);
  down(false);
  await expect.poll(async () => (await get(id)).status).toBe(200);
});

test('a person is told to try a short link again, not to give it up, and then comes to the checkout', async () => {
  const { state, down } = mortalState();
  const { send, ask } = agentSetup({ state });
  const { body } = await send('/agent/checkouts', { paths: ['/offers2/Pro'] });
  const follow = () => ask((body.url as string).slice(PUBLIC_URL.length), { headers: CLICK });
  down(true);
  const page = await follow();
  expect([page.status, await page.text()]).toEqual([
    503,
    expect.stringContaining('Try it again in a minute'),
  ]);
  down(false);
  await expect.poll(async () => (await follow()).status).toBe(303);
});

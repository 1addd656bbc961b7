import { expect, test } from 'vitest';
import { agentSetup } from './agent-setup.ts';
import { item, pretendLimio } from './pretend-limio.ts';
import { sandbox } from '../../demo/sandbox/sandbox.ts';

test('an agent chooses by the attributes that the backend is set up for, over MCP and flat alike', async () => {
  const offers = [item('Small', { tier: '1' }), item('Large', { tier: ['2', '3'], margin: '9' })];
  const limio = { ...pretendLimio(), fetch: sandbox({ offers }).fetch };
  const { call, send } = agentSetup({ filters: 'tier' }, limio);
  const chosen = ({ offers: list }: { offers: { name: string }[] }) => list.map(({ name }) => name);
  const { body } = await call('list_offers', { where: ['tier=3'] });
  expect(chosen(body.result.structuredContent)).toEqual(['Large']);
  expect(chosen((await send('/agent/offers', { where: ['tier=1'] })).body)).toEqual(['Small']);
  expect((await send('/agent/offers', { where: ['margin=9'] })).body).toMatchObject({
    code: 'bad_request',
    say: expect.stringContaining('Names: tier.'),
  });
});

import { expect, test } from 'vitest';
import { quoteIdOf, renewalIdOf, tellBaskets } from '../../src/server.ts';
import { addBasket, setup } from './abandoned-setup.ts';
import { toHubSpot, type HubSpot } from './recipes/hubspot.ts';
import { hubSpotStandIn } from './recipes/hubspot-stand-in.ts';

const { signal } = new AbortController();

const hubspot = (standIn: ReturnType<typeof hubSpotStandIn>): HubSpot => ({
  token: () => 'token',
  pipeline: 'default',
  stages: { abandoned: 'appointmentscheduled', open: 'contractsent', completed: 'closedwon' },
  fetch: standIn.fetch,
});

test('HubSpot has a contact of who left a basket, and a deal of each basket, quote and renewal', async () => {
  const standIn = hubSpotStandIn();
  const { limio, options } = setup({ deliver: toHubSpot(hubspot(standIn)) });
  const customer = { email: 'ada@example.com', firstName: 'Ada', lastName: 'L' };
  const left = addBasket(limio, 90, { customer });
  const quote = addBasket(limio, 80, { externalId: quoteIdOf('Q-1'), customer: {} });
  const renewal = addBasket(limio, 70, { externalId: renewalIdOf('R-1'), customer: {}, isCompleted: true });
  expect(await tellBaskets(options, signal)).toMatchObject({ told: 3, undeliverable: 0 });
  expect([...standIn.objects.contacts]).toEqual([
    ['ada@example.com', { email: 'ada@example.com', firstname: 'Ada', lastname: 'L' }],
  ]);
  expect([...standIn.objects.deals]).toMatchObject([
    [left, { dealstage: 'appointmentscheduled', pipeline: 'default' }],
    [quote, { dealstage: 'contractsent' }],
    [renewal, { dealstage: 'closedwon' }],
  ]);
});

test('what is told to HubSpot again is the same contact and deal, which move on when it is bought', async () => {
  const standIn = hubSpotStandIn();
  const { limio, options, checkpoint } = setup({ deliver: toHubSpot(hubspot(standIn)) });
  const id = addBasket(limio, 90);
  await tellBaskets(options, signal);
  checkpoint.at = undefined;
  limio.state.baskets.get(id)!.isCompleted = true;
  await tellBaskets(options, signal);
  expect([standIn.objects.contacts.size, standIn.objects.deals.size]).toEqual([1, 1]);
  expect(standIn.objects.deals.get(id)).toMatchObject({ dealstage: 'closedwon' });
});

test.for([503, 429, 401, 0])(
  'a HubSpot that answers %i is told later, and nothing is given up',
  async (status) => {
    const standIn = hubSpotStandIn();
    const { limio, options } = setup({
      deliver: toHubSpot(hubspot(standIn)),
      deadLetter: () => Promise.reject(new Error('It was given up.')),
    });
    addBasket(limio, 90);
    standIn.status = status;
    await expect(tellBaskets(options, signal)).rejects.toMatchObject({ code: 'delivery_failed' });
    standIn.status = 200;
    expect(await tellBaskets(options, signal)).toMatchObject({ told: 1, undeliverable: 0 });
  },
);

test('what HubSpot cannot take is kept as a dead letter, without a detail in what is said of it', async () => {
  const standIn = hubSpotStandIn();
  const said: string[] = [];
  const { limio, options } = setup({
    deliver: toHubSpot(hubspot(standIn)),
    deadLetter: async (_, error) => void said.push(error.message),
  });
  addBasket(limio, 90, { customer: { email: 'no address' } });
  addBasket(limio, 80);
  expect(await tellBaskets(options, signal)).toMatchObject({ told: 1, undeliverable: 1 });
  expect(said).toEqual(['HubSpot answered 400.']);
});

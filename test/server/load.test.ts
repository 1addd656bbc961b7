import { expect, test } from 'vitest';
import { checkout, outcome, setup } from './setup.ts';

test('1,000 checkouts, 50 at a time, use one token and one read of the catalogue, and none is lost', async () => {
  const many = { points: 10_000, seconds: 60 };
  const { post, limio } = setup({ budget: 20_000, limits: { requests: many, address: many, all: many } });
  const requests = Array.from({ length: 1000 }, (_, n) =>
    checkout({ customer: { email: `customer-${n}@example.com` } }),
  );
  const outcomes: string[] = [];
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      for (let next = requests.pop(); next; next = requests.pop())
        outcomes.push(await outcome(await post(next)));
    }),
  );
  expect(outcomes).toEqual(Array<string>(1000).fill('200 ok'));
  expect([limio.count('token'), limio.count('listOffers'), limio.count('initiateCheckout')]).toEqual([
    1, 1, 1000,
  ]);
  expect(limio.state.baskets.size).toBe(1000);
});

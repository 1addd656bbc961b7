import type * as z from 'zod/mini';
import { expect, expectTypeOf, test } from 'vitest';
import { offer } from '../../src/contract/offers.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { readOffer } from '../../src/core/offer/read-offer.ts';

/** A type without `readonly`, at any depth. */
type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;

/** An offer that leaves out nothing, at any depth. */
type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<NonNullable<T[Key]>> }
    : T;

const month = { unit: 'month', count: 1 } as const;

const WHOLE: Whole<Offer> = {
  path: '/offers2/Pro',
  id: 'id',
  version: 'v1',
  name: 'Pro',
  summary: 'For teams.',
  price: {
    amount: '29.00',
    currency: 'EUR',
    interval: month,
    was: '35.00',
    isFrom: true,
    intro: { amount: '0', duration: month },
    additional: [{ amount: '5', interval: month }],
  },
  displayPrice: [{ text: '€29', style: 'strong' }],
  smallPrint: [{ text: 'Renews.', style: 'struck' }],
  features: [{ text: 'Storage', hint: 'Shared', included: true, value: '10 GB', group: 'Data' }],
  badge: 'Popular',
  highlighted: true,
  cta: 'Start',
  group: 'monthly',
  labels: ['pricing'],
  quantity: { initial: 1, min: 1, max: 10, step: 1 },
  image: 'https://shop.example.com/pro.png',
  href: 'https://www.example.com/talk',
  page: '/checkout',
  countries: ['DE'],
  from: '2026-01-01',
  until: '2027-01-01',
};

test('an offer of the backend is the offer that the element shows: neither has a field that the other lacks', () => {
  expectTypeOf<Writable<z.infer<typeof offer>>>().toEqualTypeOf<Writable<Offer>>();
  expect(Object.keys(offer.shape).sort()).toEqual(Object.keys(WHOLE).sort());
});

test('an offer that leaves out nothing passes through the contract, and through the reader, as it is', () => {
  expect(offer.parse(WHOLE)).toEqual(WHOLE);
  expect(readOffer(WHOLE)).toEqual(WHOLE);
});

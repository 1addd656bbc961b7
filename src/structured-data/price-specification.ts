import type { Charge, Interval, Price } from '../core/offer/offer.ts';
import { formerAmount } from '../core/price/former-amount.ts';

/** Units of time as UN/CEFACT Recommendation 20 codes them, which schema.org names for `unitCode`. */
const UNIT_CODES: Readonly<Record<Interval['unit'], string>> = {
  day: 'DAY',
  week: 'WEE',
  month: 'MON',
  year: 'ANN',
};

/** What is charged, once or each time a span of time begins. https://schema.org/UnitPriceSpecification */
export interface UnitPrice {
  '@type': 'UnitPriceSpecification';
  price: string;
  priceCurrency: string;
  priceType?: 'https://schema.org/StrikethroughPrice';
  unitCode?: string;
  billingIncrement?: number;
  /** When it begins to be charged, and for how long, in units of `unitCode`. */
  billingStart?: number;
  billingDuration?: number;
  referenceQuantity?: { '@type': 'QuantitativeValue'; value: number; unitCode: string };
}

/** Several that are charged together. https://schema.org/CompoundPriceSpecification */
export interface CompoundPrice {
  '@type': 'CompoundPriceSpecification';
  priceComponent: readonly UnitPrice[];
}

/** All that a price says: each charge with its period, and the former price beside them. */
export function priceSpecification(price: Price): Array<UnitPrice | CompoundPrice> {
  const { currency, intro, interval } = price;
  const was = formerAmount(price);
  const regular = charge(price, currency);
  const all = [
    ...(intro ? introductory(intro, regular, currency, interval) : [regular]),
    ...(price.additional ?? []).map((each) => charge(each, currency)),
  ];
  const [first] = all;
  return [
    all.length === 1 ? first! : { '@type': 'CompoundPriceSpecification', priceComponent: all },
    ...(was
      ? [
          {
            '@type': 'UnitPriceSpecification',
            price: was,
            priceCurrency: currency,
            priceType: 'https://schema.org/StrikethroughPrice',
          } as const,
        ]
      : []),
  ];
}

/** What is paid first, and the price that follows it; a start in another unit of time is not said. */
function introductory(
  { amount, duration }: NonNullable<Price['intro']>,
  regular: UnitPrice,
  currency: string,
  interval: Interval | undefined,
): UnitPrice[] {
  const unitCode = UNIT_CODES[duration.unit];
  const first: UnitPrice = {
    '@type': 'UnitPriceSpecification',
    price: amount,
    priceCurrency: currency,
    unitCode,
    billingStart: 0,
    billingDuration: duration.count,
  };
  return [first, interval?.unit === duration.unit ? { ...regular, billingStart: duration.count } : regular];
}

function charge({ amount, interval }: Charge, currency: string): UnitPrice {
  const unitCode = interval && UNIT_CODES[interval.unit];
  return {
    '@type': 'UnitPriceSpecification',
    price: amount,
    priceCurrency: currency,
    ...(unitCode && {
      unitCode,
      billingIncrement: interval.count,
      referenceQuantity: { '@type': 'QuantitativeValue', value: interval.count, unitCode },
    }),
  };
}

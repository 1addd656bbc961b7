import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { wordpressCards } from '../../build/wordpress-cards.ts';
import { formatAmount } from '../../src/core/price/format-price.ts';

const AMOUNTS = ['0', '9', '9.5', '29.00', '999.99', '1234', '1234.5', '12345.67', '1000000'];

interface Locale {
  money: Record<string, object>;
}
const { locales } = JSON.parse(wordpressCards()) as { locales: Record<string, Locale> };

/** What the plugin answers for the first of these arguments, as JSON. */
const inPhp = (call: string, input: unknown): unknown =>
  JSON.parse(
    execFileSync(
      'php',
      [
        '-r',
        `define('ABSPATH', '/'); require 'demo/wordpress/limio-offers/cards.php';
         $input = json_decode(stream_get_contents(STDIN), true); echo json_encode(${call});`,
      ],
      { input: JSON.stringify(input), encoding: 'utf8' },
    ),
  );

test.for(Object.entries(locales))(
  'the plugin writes prices as the element does: %s',
  ([locale, { money }]) => {
    const cases = Object.keys(money).flatMap((currency) =>
      AMOUNTS.map((amount) => ({ amount, currency, rule: money[currency] })),
    );
    expect(cases.length).toBeGreaterThan(0);
    const written = inPhp(`array_map(fn($c) => limio_offers_money($c['amount'], $c['rule']), $input)`, cases);
    expect(written).toEqual(cases.map(({ amount, currency }) => formatAmount(amount, currency, locale)));
  },
);

test.for(['', '-1', '1,5', '1.299', '1e3', '007', '29 EUR', '9'.repeat(16)])(
  'the plugin leaves a price to the element that may be another one: “%s”',
  (amount) => {
    expect(inPhp(`limio_offers_money($input, ['least' => 4])`, amount)).toBe(null);
  },
);

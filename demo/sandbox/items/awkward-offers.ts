import { onSale, online } from './on-sale.ts';
import { charge, rawItem, type RawItem } from './raw-item.ts';

/** Offers that are each a case of their own, by the labels `trial`, `volume`, `europe`, `japan`, `awkward`, `services`, `legacy`. */
export const AWKWARD: readonly RawItem[] = [
  rawItem('/offers2/Desk Team Trial', {
    ...onSale('monthly', 'Team, 14 days free'),
    label__limio: ['trial'],
    display_price__limio: '<p><strong>Free</strong> for 14 days, then $29 per month</p>',
    offer_type__limio: 'trial',
    trial__limio: true,
    cta_text__limio: 'Try it free',
    default_quantity_options__limio: {},
    price__limio: [
      charge('0.00', 'days', { repeat_interval: 14, repeat_count: 1 }),
      charge('29.00', 'months', { name: 'charge_2', delay_interval: 14, delay_interval_type: 'days' }),
    ],
  }),
  rawItem('/offers2/Desk Enterprise', {
    display_name__limio: 'Enterprise',
    group__limio: '',
    label__limio: ['volume'],
    sales_channel__limio: online,
    checkout__limio: { checkout_type: 'external', external_url: 'enterprise-cart' },
    display_price__limio: '<p>From <strong>$199</strong> per month</p>',
    allow_multibuy__limio: true,
    default_quantity_options__limio: { quantity: 10, minimum_quantity: 0, maximum_quantity: 1000 },
    price__limio: [
      {
        ...charge('', 'months', { type: 'recurringVolume' }),
        value: undefined,
        tiers: [
          { price_format: 'FlatFee', starting_unit: 1, ending_unit: 10, price: '199' },
          { price_format: 'FlatFee', starting_unit: 11, ending_unit: 50, price: '799' },
          { price_format: 'FlatFee', starting_unit: 51, price: '1499' },
        ],
      },
    ],
  }),
  rawItem('/offers2/Desk Team Monthly EUR', {
    ...onSale('monthly', 'Team'),
    label__limio: ['europe'],
    checkout__limio: { checkout_type: 'external', external_url: '/eu-checkout' },
    // The symbol is the tenant's, not the currency's.
    price__limio: [charge('27.50', 'months', { currencyCode: 'EUR', currency: { symbol: '$' } })],
    allowed_countries__limio: ['AT', 'DE', 'ES', 'FR', 'IE', 'IT', 'NL'],
    display_price__limio: '<p><strong>27,50 €</strong> pro Monat</p>',
  }),
  rawItem('/offers2/Desk Team Monthly JPY', {
    ...onSale('monthly', 'チーム'),
    label__limio: ['japan'],
    price__limio: [charge('4200', 'months', { currencyCode: 'JPY' })],
    allowed_countries__limio: ['JP'],
    display_price__limio: '',
  }),
  rawItem('/offers2/Desk Business Negotiated', {
    ...onSale('monthly', 'Business, as agreed'),
    sales_channel__limio: ['Salesforce', 'Partner'],
    price__limio: [charge('41.00', 'months')],
  }),
  rawItem('/offers2/Desk Black Friday 2025', {
    ...onSale('yearly', 'Team, half price'),
    valid_date_range__limio: { from: '2025-11-24T00:00:00.000Z', to: '2025-12-01T23:59:59.000Z' },
    price__limio: [charge('145.00', 'years')],
  }),
  rawItem('/offers2/Desk Pro+ $75 for 52 weeks & more', {
    display_name__limio: 'Pro+',
    label__limio: ['awkward'],
    sales_channel__limio: online,
    checkout__limio: { checkout_type: 'purchase-link' },
    price__limio: [charge('75.00', 'weeks', { repeat_interval: 52 })],
    'test for me': 'left over',
  }),
  rawItem('/offers2/Desk Onboarding Day', {
    display_name__limio: 'Onboarding day',
    label__limio: ['services'],
    price__limio: [charge('499.00', '', { type: 'one-time', repeat_interval: '' })],
  }),
  rawItem('/offers2/Desk Sovereign', {
    display_name__limio: 'Sovereign',
    label__limio: ['services'],
    display_price__limio: '<p>Let&rsquo;s talk</p>',
    cta_text__limio: 'Contact us',
    price__limio: [{ use_external_price: true, currencyCode: 'USD', currency: { id: 'USD' } }],
  }),
  // As old as it gets: hardly an attribute, the price a number and in another place.
  rawItem(
    '/offers/Launch/Desk Legacy',
    { display_name__limio: 'Desk Legacy', label__limio: ['legacy'] },
    { price: [{ ...charge('', 'months'), value: 9 }], products: undefined, productBundles: undefined },
  ),
];

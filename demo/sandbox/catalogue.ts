import { charge, hex40, rawItem, type RawItem } from './raw-item.ts';

/**
 * The offers of "Acme Desk", a help desk that does not exist, in Limio's raw shape and with the quirks of
 * real catalogues. Those labelled `pricing` make a pricing page; each of the others is a case of its own.
 */

const online = ['Online', 'ai'];
const standard = { checkout_type: 'standard' };
/** Real offers list some 245 countries. */
const everywhere = 'AT AU BE BR CA CH DE DK ES FI FR GB IE IN IT JP MX NL NO NZ PL PT SE SG US ZA'.split(' ');
const logo = (name: string) => [
  // Relative to the shop, with a space in it.
  { path: `/assets/${name}`, name, type: 'image/svg+xml', url: `/public/5f0c/${name} icon.svg` },
];

const pricing = (group: string, name: string) => ({
  display_name__limio: name,
  group__limio: group,
  label__limio: ['pricing', 'desk'],
  sales_channel__limio: online,
  checkout__limio: standard,
});

const seats = { allow_multibuy__limio: true, push_to_checkout__limio: true };

const monthly = { length: 1, type: 'months', renewal_type: 'TERMED', renewal_trigger: 'EXTERNAL' };
const yearly = { ...monthly, length: 1, type: 'years' };

const PRICING: RawItem[] = [
  rawItem(
    '/offers2/Desk Starter Monthly',
    {
      ...pricing('monthly', 'Starter'),
      display_description__limio: '<p>For one person and one inbox</p>',
      display_price__limio: '<p><strong>$12</strong> per month</p>',
      detailed_display_price__limio: '<p><br></p>',
      offer_features__limio:
        '<ul><li>1 shared inbox</li><li>500 tickets a month</li><li>E-mail support</li></ul>',
      price__limio: [charge('12.00', 'months')],
      term__limio: monthly,
      // No call to action: Limio falls back to "Subscribe".
    },
    // Items that were published directly carry their products as bare paths.
    { products: ['/products/Acme Desk'] },
  ),
  rawItem(
    '/offers2/Desk Team Monthly',
    {
      ...pricing('monthly', 'Team'),
      ...seats,
      display_description__limio: '<p>For a team that answers together</p>',
      display_price__limio: '<p><s>$35</s> <strong>$29</strong> per seat&nbsp;&middot; month</p>',
      detailed_display_price__limio: '<p><s>(was $35)</s>&nbsp;<strong>SAVE $6</strong></p>',
      offer_features__limio:
        '<ul><li><strong>Everything in Starter +</strong></li><li>Unlimited tickets</li><li>Reports &amp; audit</li><li>Chat &mdash; on your site</li></ul>',
      badge_text__limio: 'Most popular',
      best_value__limio: true,
      cta_text__limio: 'Buy now',
      default_quantity_options__limio: {
        quantity: 3,
        minimum_quantity: 1,
        maximum_quantity: 50,
        increment: 1,
      },
      allowed_countries__limio: everywhere,
      price__limio: [charge('29.00', 'months', { currency: { id: 'USD', label: 'US dollar', symbol: '$' } })],
      term__limio: monthly,
    },
    // A duplicate of another offer, whose identity is still inside.
    {
      path: '/offers2/Desk Classic',
      name: 'Desk Classic',
      id: hex40('/offers2/Desk Classic'),
      version: hex40('/offers2/Desk Classic#7'),
      duplicatedFrom: '/offers2/Desk Classic',
      attachments: logo('team'),
    },
  ),
  rawItem('/offers2/Desk Business Monthly', {
    ...pricing('monthly', 'Business'),
    ...seats,
    display_description__limio: 'For companies with several brands',
    display_price__limio: '<p>{{formattedPrice}} per seat and month</p>',
    offer_features__limio:
      '<h4>Everything in Team, and</h4><p>✅ Single sign-on</p><p>✅ 99.9 % uptime, in writing</p><p>✅ A person to call</p>',
    cta_text__limio: 'Buy now',
    default_quantity_options__limio: {
      quantity: 5,
      minimum_quantity: 5,
      maximum_quantity: 500,
      increment: 5,
    },
    // No decimals, and the interval in the singular.
    price__limio: [charge('59', 'month')],
    term__limio: monthly,
  }),
  rawItem('/offers2/Desk Starter Yearly', {
    ...pricing('yearly', 'Starter'),
    display_description__limio: '<p>For one person and one inbox</p>',
    display_price__limio: '<p><s>$144</s> <strong>$120</strong> per year</p>',
    offer_features__limio:
      '<ul><li>1 shared inbox</li><li>500 tickets a month</li><li>E-mail support</li></ul>',
    price__limio: [charge('120.00', 'years')],
    term__limio: yearly,
  }),
  rawItem(
    '/offers2/Desk Team Yearly',
    {
      ...pricing('yearly', 'Team'),
      ...seats,
      display_description__limio: '<p>For a team that answers together</p>',
      // Charged every quarter, shown for the year.
      display_price__limio: '<p><s>$348</s> <strong>$290</strong> per seat and year</p>',
      detailed_display_price__limio: '<p>Billed $72.50 every 3 months</p>',
      offer_features__limio:
        '<ul><li><strong>Everything in Starter +</strong></li><li>Unlimited tickets</li><li>Reports &amp; audit</li><li>Chat &mdash; on your site</li></ul>',
      badge_text__limio: '2 months free',
      best_value__limio: true,
      cta_text__limio: 'Buy now',
      default_quantity_options__limio: {
        quantity: 3,
        minimum_quantity: 1,
        maximum_quantity: 50,
        increment: 1,
      },
      price__limio: [charge('72.50', 'months', { repeat_interval: 3 })],
      term__limio: yearly,
    },
    { attachments: logo('team') },
  ),
  rawItem('/offers2/Desk Business Yearly', {
    ...pricing('yearly', 'Business'),
    ...seats,
    display_description__limio: 'For companies with several brands',
    display_price__limio: '<p><strong>$590</strong> per seat and year</p>',
    offer_features__limio:
      '<h4>Everything in Team, and</h4><p>✅ Single sign-on</p><p>✅ 99.9 % uptime, in writing</p><p>✅ A person to call</p>',
    cta_text__limio: 'Buy now',
    default_quantity_options__limio: {
      quantity: 5,
      minimum_quantity: 5,
      maximum_quantity: 500,
      increment: 5,
    },
    price__limio: [charge('590', 'years')],
    term__limio: yearly,
  }),
];

const CASES: RawItem[] = [
  rawItem('/offers2/Desk Team Trial', {
    ...pricing('monthly', 'Team, 14 days free'),
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
    ...pricing('monthly', 'Team'),
    label__limio: ['europe'],
    checkout__limio: { checkout_type: 'external', external_url: '/eu-checkout' },
    // The symbol is the tenant's, not the currency's.
    price__limio: [charge('27.50', 'months', { currencyCode: 'EUR', currency: { symbol: '$' } })],
    allowed_countries__limio: ['AT', 'DE', 'ES', 'FR', 'IE', 'IT', 'NL'],
    display_price__limio: '<p><strong>27,50 €</strong> pro Monat</p>',
  }),
  rawItem('/offers2/Desk Team Monthly JPY', {
    ...pricing('monthly', 'チーム'),
    label__limio: ['japan'],
    price__limio: [charge('4200', 'months', { currencyCode: 'JPY' })],
    allowed_countries__limio: ['JP'],
    display_price__limio: '',
  }),
  rawItem('/offers2/Desk Business Negotiated', {
    ...pricing('monthly', 'Business, as agreed'),
    sales_channel__limio: ['Salesforce', 'Partner'],
    price__limio: [charge('41.00', 'months')],
  }),
  rawItem('/offers2/Desk Black Friday 2025', {
    ...pricing('yearly', 'Team, half price'),
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

/** Offers in Limio's raw shape, those not for sale online or out of date among them. */
export const CATALOGUE: readonly RawItem[] = [...PRICING, ...CASES];

/** Add-ons in Limio's raw shape. */
export const ADD_ONS: readonly RawItem[] = [
  rawItem('/add_ons/Desk Priority Support', {
    display_name__limio: 'Priority support',
    description__limio: '<p>An answer within the hour, day and night</p>',
    display_price__limio: '<p><strong>$49</strong> per month</p>',
    label__limio: ['desk'],
    sales_channel__limio: online,
    compatibleLabel: ['desk'],
    price__limio: [charge('49.00', 'months')],
  }),
  rawItem('/add_ons/Desk Storage 100 GB', {
    display_name__limio: 'Storage, 100 GB',
    label__limio: ['desk'],
    compatible_products: ['/products/Acme Desk'],
    default_quantity_options__limio: { quantity: 1 },
    price__limio: [charge('5', 'months')],
  }),
];

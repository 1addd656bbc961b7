import { onSale } from './on-sale.ts';
import { charge, hex40, rawItem, type RawItem } from './raw-item.ts';

/** Real offers list some 245 countries. */
const everywhere = 'AT AU BE BR CA CH DE DK ES FI FR GB IE IN IT JP MX NL NO NZ PL PT SE SG US ZA'.split(' ');

const logo = (name: string) => [
  // Relative to the shop, with a space in it.
  { path: `/assets/${name}`, name, type: 'image/svg+xml', url: `/public/5f0c/${name} icon.svg` },
];

const seats = { allow_multibuy__limio: true, push_to_checkout__limio: true };

const monthly = { length: 1, type: 'months', renewal_type: 'TERMED', renewal_trigger: 'EXTERNAL' };
const yearly = { ...monthly, type: 'years' };

/** What the pricing page of Acme Desk shows: three plans by the month, three by the year. */
export const PRICING: readonly RawItem[] = [
  rawItem(
    '/offers2/Desk Starter Monthly',
    {
      ...onSale('monthly', 'Starter'),
      campaign_code__limio: 'WIN001',
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
    { products: ['/products/Acme Desk'], attachments: logo('starter') },
  ),
  rawItem(
    '/offers2/Desk Team Monthly',
    {
      ...onSale('monthly', 'Team'),
      ...seats,
      display_description__limio: '<p>For a team that answers together</p>',
      display_price__limio: '<p><s>$35</s> <strong>$29</strong> per seat&nbsp;&middot; month</p>',
      detailed_display_price__limio: '<p><strong>Save $6</strong>&nbsp;on each seat</p>',
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
  rawItem(
    '/offers2/Desk Business Monthly',
    {
      ...onSale('monthly', 'Business'),
      ...seats,
      display_description__limio: 'For companies with several brands',
      display_price__limio: '<p><strong>{{formattedPrice}}</strong> per seat and month</p>',
      offer_features__limio:
        '<h4>Everything in Team, and</h4><p>✅ Single sign-on</p><p>✅ 99.9% uptime, in writing</p><p>✅ A person to call</p>',
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
    },
    { attachments: logo('business') },
  ),
  rawItem(
    '/offers2/Desk Starter Yearly',
    {
      ...onSale('yearly', 'Starter'),
      display_description__limio: '<p>For one person and one inbox</p>',
      display_price__limio: '<p><s>$144</s> <strong>$120</strong> per year</p>',
      offer_features__limio:
        '<ul><li>1 shared inbox</li><li>500 tickets a month</li><li>E-mail support</li></ul>',
      price__limio: [charge('120.00', 'years')],
      term__limio: yearly,
    },
    { attachments: logo('starter') },
  ),
  rawItem(
    '/offers2/Desk Team Yearly',
    {
      ...onSale('yearly', 'Team'),
      ...seats,
      display_description__limio: '<p>For a team that answers together</p>',
      display_price__limio: '<p><s>$348</s> <strong>$290</strong> per seat and year</p>',
      detailed_display_price__limio: '<p>Billed once a year</p>',
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
      price__limio: [charge('290.00', 'years')],
      term__limio: yearly,
    },
    { attachments: logo('team') },
  ),
  rawItem(
    '/offers2/Desk Business Yearly',
    {
      ...onSale('yearly', 'Business'),
      ...seats,
      display_description__limio: 'For companies with several brands',
      display_price__limio: '<p><strong>$590</strong> per seat and year</p>',
      offer_features__limio:
        '<h4>Everything in Team, and</h4><p>✅ Single sign-on</p><p>✅ 99.9% uptime, in writing</p><p>✅ A person to call</p>',
      cta_text__limio: 'Buy now',
      default_quantity_options__limio: {
        quantity: 5,
        minimum_quantity: 5,
        maximum_quantity: 500,
        increment: 5,
      },
      price__limio: [charge('590', 'years')],
      term__limio: yearly,
    },
    { attachments: logo('business') },
  ),
];

import { AWKWARD } from './awkward-offers.ts';
import { online } from './on-sale.ts';
import { PRICING } from './pricing-offers.ts';
import { charge, rawItem, type RawItem } from './raw-item.ts';

/**
 * Offers of "Acme Desk", a help desk that does not exist, in Limio's raw shape and with the quirks of real
 * catalogues; some are not for sale online, or out of date. Those labelled `pricing` make a
 * pricing page, once the two of them that nobody may buy online today are left out.
 */
export const CATALOGUE: readonly RawItem[] = [...PRICING, ...AWKWARD];

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

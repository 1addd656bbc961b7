import 'limio-offers/define';
import type {} from 'limio-offers/vue';
import type { GlobalComponents } from 'vue';

/** What a template checker makes of the tag. */
declare const tag: InstanceType<GlobalComponents['limio-offers']>;

export const props: (typeof tag)['$props'] = {
  shop: 'https://shop.example.com',
  promoCode: 'SAVE20',
  class: 'pricing',
};
// @ts-expect-error: a shop is text
props.shop = 1;
// @ts-expect-error: there is no such property
props.bakend = 'https://shop.example.com';

declare const emitted: Parameters<(typeof tag)['$emit']>;
export const names: 'limio-checkout' | 'limio-error' | 'limio-ready' | 'limio-select' = emitted[0];

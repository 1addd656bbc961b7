import { styles as pricingStyles } from '../styles/pricing.ts';

/** What is reckoned from prices: savings and totals. */
export type Pricing = typeof import('./pricing.ts');

export const styles = [pricingStyles];
export { renderFormer, renderGroupSaving, renderMonthly } from './savings.ts';

import { styles as pricingStyles } from '../styles/pricing.ts';

/** What is reckoned from prices: savings and totals. */
export const styles = [pricingStyles];
export { enPricing as messages } from '../../locales/en-pricing.ts';
export { renderFormer, renderGroupSaving, renderMonthly } from './savings.ts';
export { renderLines, renderTotal } from './totals.ts';

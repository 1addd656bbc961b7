import { formatAmount } from '../../../src/core/price/format-price.ts';
import { draw, read } from './plain-list.ts';

// The floor without a number formatter, which costs a page more than twelve cards.
const offers = read(document.querySelector('script[type="application/json"]')!.textContent!);
draw(offers, (amount) => formatAmount(amount, 'EUR', 'en'));
window.bench.drawn();

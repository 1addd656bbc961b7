import { money } from './money.ts';
import { drawShopPage } from './shop-page.ts';

const { basket } = await drawShopPage();
const { items, total, currency, customer } = basket;

const form = document.querySelector('form')!;
const pay = form.querySelector('button')!;
if (items.length) pay.textContent = `Pay ${money(total, currency)}`;
for (const [name, value] of Object.entries(customer)) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const status = form.querySelector('[role=status]')!;
  // What a purchase link put into the basket is in this page alone.
  if (basket.id) {
    const query = new URLSearchParams({ basket: basket.id });
    const { ok } = await fetch(`/sandbox/complete?${query}`, { method: 'POST' });
    if (ok) pay.remove();
    else return void (status.textContent = 'This basket is no longer for sale. Nothing was charged.');
  }
  status.textContent = basket.id
    ? 'Bought, in this sandbox. Nothing was charged.'
    : 'This shop is a sandbox. Nothing was sent or charged.';
});

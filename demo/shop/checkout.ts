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

form.addEventListener('submit', (event) => {
  event.preventDefault();
  form.querySelector('[role=status]')!.textContent = 'This shop is a sandbox. Nothing was sent or charged.';
});

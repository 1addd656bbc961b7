import { fromTemplate } from './from-template.ts';
import { money } from './money.ts';

/** A change the way the sandbox tells it to its own page. */
interface Change {
  completed: boolean;
  /** The subscription, as on an invoice. */
  name: string;
  lines: { action: 'add' | 'remove'; name: string; quantity: number; date: string }[];
  total: { amount: number; currency: string };
}

const byId = (id: string) => document.getElementById(id)!;
const form = document.querySelector('form')!;
const status = document.querySelector('[role=status]')!;
const basket = new URLSearchParams(location.search).get('basket') ?? '';

const answer = await fetch(`/sandbox/change?basket=${encodeURIComponent(basket)}`);
if (answer.ok) draw((await answer.json()) as Change);
else {
  byId('notices').replaceChildren(fromTemplate('unknown', {}));
  form.hidden = true;
}
document.documentElement.dataset['change'] = answer.ok ? 'open' : 'unknown';

function draw({ lines, total, name, completed }: Change): void {
  const day = (date: string) => new Date(date).toLocaleDateString('en', { dateStyle: 'medium' });
  byId('lines').replaceChildren(
    ...lines.map((line) =>
      fromTemplate('line', {
        name: line.name,
        quantity: `${line.action === 'add' ? 'Added' : 'Ends'}, quantity ${line.quantity}`,
        date: day(line.date),
      }),
    ),
  );
  byId('sums').replaceChildren(
    fromTemplate('sum', { label: 'Subscription', amount: name }),
    fromTemplate('sum', { label: 'Each month', amount: money(String(total.amount), total.currency) }),
  );
  if (completed) done();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { ok } = await fetch(`/sandbox/complete?basket=${encodeURIComponent(basket)}`, { method: 'POST' });
  if (ok) done();
  else status.textContent = 'That did not work. Nothing was changed.';
});

function done(): void {
  form.hidden = true;
  status.textContent = 'Your change is made.';
}

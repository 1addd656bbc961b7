import type { LimioPlanElement } from '../src/plan.ts';

const query = new URLSearchParams(location.search);
const plan = document.querySelector<LimioPlanElement>('limio-plan')!;

// A fresh token for each step, as a page that stays open outlives one.
plan.context = async () => (await fetch('/limio-context')).text();
plan.subscription = query.get('subscription') ?? 'sub-1';

for (const name of ['subscription', 'scenario']) {
  const choice = document.querySelector<HTMLSelectElement>(`#${name}`)!;
  choice.value = query.get(name) ?? choice.options[0]!.value;
}

/** The reason, for whoever plays the scenarios; a customer of a real page does not read it. */
const outcome = document.querySelector('#outcome')!;
document.addEventListener('limio-error', ({ code }) => {
  outcome.textContent = `What the page is told: ${code}.`;
});

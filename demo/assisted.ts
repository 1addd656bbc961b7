import type { LimioOffersElement } from '../src/index.ts';

/** What a chat would know by now. */
const ADA = {
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: 'Analytical Engines',
  phone: '+44 20 7946 0000',
};

document.querySelector<LimioOffersElement>('#known')!.customer = ADA;

const scenario = new URLSearchParams(location.search).get('scenario');
const choice = document.querySelector<HTMLSelectElement>('#scenario')!;
if (scenario) choice.value = scenario;

/** The reason, for whoever plays the scenarios; a customer of a real page does not read it. */
const outcome = document.querySelector('#outcome')!;
document.addEventListener('limio-fallback', ({ code, isWorthReporting }) => {
  outcome.textContent = `No filled-in checkout: ${code}${isWorthReporting ? ', which somebody should look into' : ''}.`;
});

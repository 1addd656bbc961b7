import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { choice } from './choice.template.ts';
import { INTERVALS, newOffer, offerOf, planOf, priceHint, usualPath, type Plan } from '../own/plans.ts';

/** Where the offers of the set-up come from. */
export const ORIGINS = { examples: 'Examples', paste: 'Paste', type: 'Type' } as const;

export type Origin = keyof typeof ORIGINS;

/** What can be done to bring in offers of one's own. */
export interface OwnActions {
  onOrigin: (origin: Origin) => void;
  /** Text that was pasted, dropped or read from a file. */
  onText: (text: string) => void;
  onOffers: (offers: readonly Offer[]) => void;
}

/** How somebody brings in offers: by example, pasted in any shape, or typed. */
export const ownOffers = (
  origin: Origin,
  offers: readonly Offer[],
  said: string,
  actions: OwnActions,
): TemplateResult => html`
  ${choice({
    legend: 'Your offers',
    name: 'origin',
    options: ORIGINS,
    chosen: origin,
    onChoose: actions.onOrigin,
  })}
  ${origin === 'paste' ? pasteBox(said, actions) : origin === 'type' ? planTable(offers, actions) : nothing}
`;

const pasteBox = (said: string, { onText }: OwnActions) => html`
  <div class="control paste">
    <label for="pasted">JSON, purchase links, HTML or a table</label>
    <textarea
      id="pasted"
      rows="5"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="pasted-hint pasted-said"
      placeholder="Pro: https://shop.example.com/checkout?purchase=…"
      @input=${(event: Event) => onText((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="said" id="pasted-said" role="status">${said}</p>
    <p class="hint" id="pasted-hint">
      A reply of Limio, a list of offers, links of a mail or a page, cells of a spreadsheet or a price list,
      such as Plan, Price, Features. It stays in your browser.
    </p>
    <label class="file"
      >Or a file:
      <input
        type="file"
        accept=".json,.html,.htm,.txt,.md,.csv,.tsv"
        @change=${async (event: Event) => {
          const [file] = (event.target as HTMLInputElement).files ?? [];
          if (file) onText(await file.text());
        }}
    /></label>
  </div>
`;

function planTable(offers: readonly Offer[], { onOffers }: OwnActions) {
  const set = (n: number, offer: Offer) => onOffers(offers.map((each, at) => (at === n ? offer : each)));
  return html`
    <div class="plans">
      ${offers.map((offer, n) =>
        planFields(
          offer,
          n,
          (plan) => set(n, offerOf(plan, offer)),
          offers.length > 1 ? () => onOffers(offers.filter((_, at) => at !== n)) : undefined,
        ),
      )}
      <button type="button" @click=${() => onOffers([...offers, newOffer(offers)])}>Add a plan</button>
    </div>
  `;
}

/** The fields of a plan. What is being typed into one is left alone, whatever is drawn meanwhile. */
function planFields(offer: Offer, n: number, set: (plan: Plan) => void, remove: (() => void) | undefined) {
  const plan = planOf(offer);
  const field = (key: keyof Plan, label: string, hint = '', placeholder = '') => html`
    <div class="field ${key === 'name' || key === 'path' ? 'wide' : ''}">
      <label for="plan-${n}-${key}">${label}</label>
      <input
        id="plan-${n}-${key}"
        type="text"
        autocomplete="off"
        spellcheck="false"
        placeholder=${placeholder}
        aria-describedby=${hint ? `plan-${n}-${key}-hint` : nothing}
        .value=${plan[key]}
        @change=${(event: Event) => set(changed(plan, key, (event.target as HTMLInputElement).value))}
      />
      ${hint ? html`<p class="hint" id="plan-${n}-${key}-hint">${hint}</p>` : nothing}
    </div>
  `;
  return html`
    <fieldset class="plan">
      <legend>${offer.name}</legend>
      ${field('name', 'Name')} ${field('price', 'Price', priceHint(offer), '29 EUR')}
      <div class="field">
        <label for="plan-${n}-interval">Charged</label>
        <select
          id="plan-${n}-interval"
          .value=${live(plan.interval)}
          @change=${(event: Event) => set({ ...plan, interval: (event.target as HTMLSelectElement).value })}
        >
          ${INTERVALS.map(
            ([value, name]) =>
              html`<option value=${value} ?selected=${value === plan.interval}>${name}</option>`,
          )}
        </select>
      </div>
      ${field('path', 'Path in Limio')}
      <div class="field wide">
        <label for="plan-${n}-features">What is included, one a line</label>
        <textarea
          id="plan-${n}-features"
          rows="3"
          .value=${plan.features}
          @change=${(event: Event) => set({ ...plan, features: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      <details class="wide">
        <summary>Sentence, badge, button, address<span class="unseen"> of ${offer.name}</span></summary>
        <div>
          ${field('summary', 'One sentence')} ${field('badge', 'Badge')} ${field('cta', 'Button text')}
          ${field('group', 'Group, if any')}
          ${field('href', 'Leads to, if elsewhere', 'A page, a mailbox or tel:…')}
        </div>
      </details>
      ${
        remove
          ? html`<button class="wide" type="button" @click=${remove}>Remove ${offer.name}</button>`
          : nothing
      }
    </fieldset>
  `;
}

/** A path that was the usual one follows the name. */
function changed(plan: Plan, key: keyof Plan, value: string): Plan {
  const next = { ...plan, [key]: value.trim() };
  if (key === 'name' && plan.path === usualPath(plan.name)) next.path = usualPath(value);
  if (!/^\/./.test(next.path)) next.path = plan.path;
  return next.name ? next : plan;
}

import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { PlanLine, PlanOffer } from '../../controllers/read-plan-change.ts';
import { stepper } from '../assisted-checkout/stepper.ts';
import { alertOf, stepButton } from './plan-button.ts';
import { dayIn, isToday } from './plan-dates.ts';
import type { ChangePicture } from './plan-picture.ts';
import type { PlanSteps } from './plan-steps.ts';
import { heading, type PlanView } from './plan-view.ts';
import { countedPrice, totalText } from './plan-words.ts';

/** The present plan, while nothing is chosen. */
export function renderPresent(picture: ChangePicture, view: PlanView, steps: PlanSteps): TemplateResult {
  const { plan, count } = picture;
  const { words } = view;
  return html`<div class="change" part="summary">
    ${heading(view, plan ? fill(words.present, { plan: plan.name }) : words.yours)}
    ${plan ? html`<p class="summary" .textContent=${countedPrice(plan, count, view)}></p>` : nothing}
    ${renderCount(plan, picture, view, steps)} ${renderProblem(picture, view)}
  </div>`;
}

/** What will be different, at what price and from when, and the way to the shop. */
export function renderSummary(picture: ChangePicture, view: PlanView, steps: PlanSteps): TemplateResult {
  const { change, plan, chosen, count } = picture;
  const { words, link, isBusy } = view;
  return html`<div class="change" part="summary" aria-busy=${isBusy ? 'true' : nothing}>
    ${heading(view, words.title)}
    ${
      chosen
        ? html`<div class="fromto">
            <p>
              ${end(words.before, plan?.name ?? words.yours, plan && countedPrice(plan, change.quantity, view))}
            </p>
            ${arrow}
            <p>
              ${end(words.after, html`<strong .textContent=${chosen.name}></strong>`, countedPrice(chosen, count, view))}
            </p>
          </div>`
        : nothing
    }
    <dl>
      ${facts(picture, view).map(
        ([term, value]) =>
          html`<div>
            <dt .textContent=${term}></dt>
            <dd .textContent=${value}></dd>
          </div>`,
      )}
    </dl>
    ${renderCount(chosen, picture, view, steps)}
    <small class="due">${words.due}</small>
    ${renderProblem(picture, view)}
    <div class="ways">
      ${
        link
          ? html`<a
              class="cta"
              part="cta"
              href=${link}
              referrerpolicy="origin"
              .textContent=${chosen ? fill(words.confirm, { plan: chosen.name }) : words.review}
              @click=${steps.onConfirm}
            ></a>`
          : nothing
      }
      ${
        chosen
          ? stepButton('keep', plan ? fill(words.keep, { plan: plan.name }) : words.keepYours, view, () =>
              steps.onPlan(null),
            )
          : nothing
      }
    </div>
  </div>`;
}

/** Add-ons there are, and those that could be added. */
export function renderAddOns({ change }: ChangePicture, view: PlanView, steps: PlanSteps) {
  const { addOns, crossSells } = change;
  const { words } = view;
  if (!addOns.length && !crossSells.length) return nothing;
  const row = (offer: PlanOffer, label: string, onPress: (id: string) => void) =>
    html`<li>
      <p>
        <span .textContent=${offer.name}></span>
        <small .textContent=${countedPrice(offer, undefined, view)}></small>
      </p>
      ${stepButton('add-on', fill(label, { name: offer.name }), view, () => onPress(offer.id), offer.id)}
    </li>`;
  return html`<div class="change">
    ${heading(view, words.addOns)}
    <ul class="addons" role="list">
      ${addOns.map((offer) => row(offer, words.remove, steps.onRemove))}
      ${crossSells.map((offer) => row(offer, words.add, steps.onAdd))}
    </ul>
  </div>`;
}

/** When each thing begins or ends, and what is charged from then on. */
export function facts({ change, plan, chosen }: ChangePicture, view: PlanView): Array<[string, string]> {
  const { words, locale } = view;
  const { lines, total, effectiveAt } = change;
  const day = (instant: string | undefined) =>
    isToday(instant) ? words.today : (dayIn(locale, instant) ?? '');
  const fact = ({ action, kind, name, effectiveAt: at }: PlanLine): Array<[string, string]> => {
    // That the present plan ends when the new one begins goes without saying.
    if (!name || !at || (kind === 'plan' && action === 'remove' && chosen)) return [];
    return [[fill(action === 'add' ? words.starts : words.ends, { name }), day(at)]];
  };
  const date = dayIn(locale, effectiveAt);
  const from = isToday(effectiveAt) ? words.fromToday : date && fill(words.fromDay, { date });
  const { interval } = (chosen ?? plan)?.price ?? {};
  return [
    ...(total && from ? [[from, totalText(total, interval, view)] as [string, string]] : []),
    ...lines.flatMap(fact),
  ];
}

const end = (label: string, name: unknown, price: string | undefined) =>
  html`<small>${label}</small>${name}${price ? html`<br /><span .textContent=${price}></span>` : nothing}`;

const arrow = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h10M9 4l4 4-4 4" /></svg>`;

/** How many, where a plan can be had several times and it is known how many there are. */
const renderCount = (
  offer: PlanOffer | undefined,
  { count }: ChangePicture,
  { words }: PlanView,
  { onCount }: PlanSteps,
) => (offer?.quantity && count ? stepper(offer, offer.quantity, count, words, onCount) : nothing);

const renderProblem = ({ change }: ChangePicture, view: PlanView) =>
  alertOf(view.error || (change.lines.length && !view.link), view);

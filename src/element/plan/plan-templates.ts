import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { PlanOffer } from '../../controllers/read-plan-change.ts';
import { directionOf } from '../settings.ts';
import { announcementOf } from './plan-announcement.ts';
import { alertOf } from './plan-button.ts';
import { renderPlanCards } from './plan-cards.ts';
import { dayIn } from './plan-dates.ts';
import type { ChangePicture, PlanPicture } from './plan-picture.ts';
import type { PlanSteps } from './plan-steps.ts';
import { renderAddOns, renderPresent, renderSummary } from './plan-summary.ts';
import { heading, type PlanView } from './plan-view.ts';

/** Everything `<limio-plan>` draws. What stands between its tags stays below, in every state. */
export function renderPlan(view: PlanView, steps: PlanSteps): TemplateResult {
  const { locale, isOwnLocale, theme } = view;
  return html`<div
    class="base in-${theme}"
    part="base"
    lang=${isOwnLocale ? locale : nothing}
    dir=${isOwnLocale ? directionOf(locale) : nothing}
  >
    <div class="plan">${renderContent(view.picture, view, steps)}</div>
    <p class="unseen" role="status" .textContent=${announcementOf(view)}></p>
  </div>`;
}

function renderContent(picture: PlanPicture, view: PlanView, steps: PlanSteps) {
  switch (picture.kind) {
    case 'children':
      return nothing;
    case 'loading':
      return html`<div class="change waiting" aria-hidden="true"></div>`;
    case 'failed':
      return renderFailure(view, steps);
    case 'pending':
      return renderPending(picture, view);
    case 'which':
      return html`${heading(view, view.words.which)} ${alertOf(view.error, view)}
      ${renderPlanCards(picture.plans, view, ({ id }) => steps.onWhich(id))}`;
    case 'change':
      return renderChange(picture, view, steps);
  }
}

/** The present plan or what will be different, then what there is to choose from. */
function renderChange(picture: ChangePicture, view: PlanView, steps: PlanSteps) {
  const { change, chosen } = picture;
  const { words } = view;
  const { upgrades, downgrades, addOns, crossSells, lines } = change;
  const isEmpty = ![...upgrades, ...downgrades, ...addOns, ...crossSells, ...lines].length;
  const group = (title: string, offers: readonly PlanOffer[]) =>
    offers.length
      ? html`<section>
          ${heading(view, title)} ${renderPlanCards(offers, view, ({ id }) => steps.onPlan(id), chosen?.id)}
        </section>`
      : nothing;
  return html`<div>
      ${lines.length ? renderSummary(picture, view, steps) : renderPresent(picture, view, steps)}
      ${renderAddOns(picture, view, steps)}
    </div>
    ${isEmpty ? html`<p class="empty">${words.nothing}</p>` : nothing}
    <div class="kinds">${group(words.upgrades, upgrades)} ${group(words.downgrades, downgrades)}</div>`;
}

/** A change that has been made and takes effect later: its date, and no buttons. */
function renderPending(
  { until, plan, chosen }: Extract<PlanPicture, { kind: 'pending' }>,
  view: PlanView,
): TemplateResult {
  const { words, locale } = view;
  const date = dayIn(locale, until);
  const sentence = !date
    ? words.pendingSome
    : fill(chosen ? words.changes : words.pending, { date, plan: chosen?.name ?? '' });
  const more = [plan && chosen && date && fill(words.keeps, { plan: plan.name }), date && words.again];
  return html`<div class="change" part="pending">
    ${heading(view, plan ? fill(words.present, { plan: plan.name }) : words.yours)}
    <p class="notice">
      ${clock}<span><strong>${sentence}</strong> ${more.filter(Boolean).join(' ')}</span>
    </p>
  </div>`;
}

const clock = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M8 4.5V8l2.25 1.5M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0z" />
</svg>`;

const renderFailure = ({ words }: PlanView, { onRetry }: PlanSteps) =>
  html`<div class="change" part="message" role="alert">
    <p>${words.planFailed}</p>
    <div class="ways">
      <button class="cta choice" type="button" @click=${onRetry}>${words.retry ?? '↻'}</button>
    </div>
  </div>`;

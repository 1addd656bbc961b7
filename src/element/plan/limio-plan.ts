import type { TemplateResult } from 'lit';
import type { PlanChangeUpdate } from '../../contract/plan-change.ts';
import { PlanController } from '../../controllers/plan-controller.ts';
import type { PlanChange } from '../../controllers/read-plan-change.ts';
import { resolveLocale } from '../../core/locale.ts';
import { isModifiedClick } from '../../core/navigate.ts';
import { VERSION } from '../../core/version.ts';
import { messagesFor } from '../../locales/languages.ts';
import { planMessagesFor } from '../../locales/plan/plan-languages.ts';
import { trustedBackend } from '../assisted-checkout/trusted-backend.ts';
import { ElementBase } from '../element-base.ts';
import { nearestLanguage } from '../settings.ts';
import { planStyles } from '../styles/plan.ts';
import { stepperStyles } from '../styles/stepper.ts';
import { styles } from '../styles/styles.ts';
import { makePlanView } from './make-plan-view.ts';
import { PlanEventAnnouncer } from './plan-event-announcer.ts';
import { PLAN_ATTRIBUTES, readPlanSettings, type PlanProperties } from './plan-attributes.ts';
import { askRecaptcha } from './plan-recaptcha.ts';
import type { PlanSteps } from './plan-steps.ts';
import { renderPlan } from './plan-templates.ts';
import type { PlanView } from './plan-view.ts';
import type { PlanExtras } from './plan-words.ts';
import { RestingCount } from './resting-count.ts';

/** Lit makes its properties from the table of attributes, each with an empty value. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface LimioPlanElement extends PlanProperties {}

/**
 * Lets a subscriber change their plan: what they have, what they can change to, at what price and from when. It ends at
 * the shop, where they confirm it.
 *
 * Needs a limio-offers backend to which the customer is known. Whatever fails, what stands between the tags is there: put
 * a link to the customer's account on the shop between them.
 *
 * @customElement limio-plan
 *
 * @slot - A link to the account on the shop, which stays below in every state.
 * @fires {LimioPlanEvent} limio-plan - The plan is shown, something is chosen, or the customer is about to leave; see `event.step`. Cancelable at `leaving`.
 * @fires {LimioChallengeEvent} limio-recaptcha - Limio may ask for a token of reCAPTCHA, and `recaptcha` is left out; `event.respondWith(token)` answers.
 * @fires {LimioErrorEvent} limio-error - The change cannot be made, or its last step could not; `event.code` says why.
 *
 * @csspart base - Everything the element draws.
 * @csspart summary - The present plan, or what will be different.
 * @csspart pending - A change that takes effect later.
 * @csspart title - A heading.
 * @csspart offers - A list of plans.
 * @csspart offer - One plan.
 * @csspart highlighted - The plan that is chosen.
 * @csspart cta - The link to the shop, and the button that chooses a plan.
 * @csspart keep - The button that keeps the present plan.
 * @csspart add-on - The button that adds or removes an add-on.
 * @csspart quantity - How many there are.
 * @csspart message - Sentence that something did not work.
 *
 * @example
 * <limio-plan subscription="sub-1" backend="https://offers.example.com" shop="https://shop.example.com">
 *   <a href="https://shop.example.com/account">Your account</a>
 * </limio-plan>
 */
export class LimioPlanElement extends ElementBase {
  static readonly version: string = VERSION;
  static override readonly properties = PLAN_ATTRIBUTES;
  static override readonly styles = [...styles, stepperStyles, planStyles];
  readonly #plan = new PlanController(this, (change) => this.#preselect(change));
  readonly #announcer = new PlanEventAnnouncer(this);
  readonly #count = new RestingCount((quantity) => this.#plan.alter({ quantity }));
  #view: PlanView | undefined;
  #extras: PlanExtras | undefined;
  /** What has the focus once the step that was taken is done. */
  #focusNext = '';

  /** Asks again for the plan, such as after the page's own server has signed a new `context`. */
  reload(): void {
    this.#plan.retry();
  }

  protected override willUpdate(): void {
    const settings = readPlanSettings(this);
    const { subscription } = settings;
    const backend = trustedBackend(settings.backend);
    const { context } = this;
    const recaptcha = this.recaptcha || askRecaptcha(this);
    if (subscription && backend) this.#plan.load({ backend, subscription, context, recaptcha });
    else this.#plan.clear();
    const locale = resolveLocale([settings.locale, nearestLanguage(this)]);
    const redraw = () => this.requestUpdate();
    const first = messagesFor(locale, redraw);
    const own = planMessagesFor(locale, redraw);
    if (!first || !own) return;
    const said = { locale, messages: { ...first, ...own }, extras: this.#extras };
    this.#view = makePlanView(this, settings, this.#plan.state, said, this.#count.value);
  }

  /** What the first picture does without; it is drawn without where that cannot be loaded. */
  protected override firstUpdated(): void {
    const parts = [
      import('../templates/extras.ts'),
      import('../finish.ts'),
      import('../../core/offer/placeholders.ts'),
    ] as const;
    Promise.all(parts).then(
      ([extras, finish, { fillOffer }]) => {
        this.#extras = { ...extras, fillOffer };
        this.addStyles([...extras.styles, ...finish.styles]);
        this.requestUpdate();
      },
      () => {},
    );
  }

  protected override render(): TemplateResult | undefined {
    return this.#view && renderPlan(this.#view, this.#steps);
  }

  protected override updated(): void {
    const { picture, isBusy, problem } = this.#view ?? {};
    this.#announcer.report(problem);
    if (!picture || isBusy) return;
    if (picture.kind === 'change' || picture.kind === 'pending') this.#announcer.announce(picture);
    const next = this.#focusNext;
    this.#focusNext = '';
    // Whoever has gone on elsewhere is left alone.
    const { activeElement } = document;
    if (!next || (activeElement !== this && activeElement !== document.body)) return;
    this.renderRoot.querySelector<HTMLElement>(next)?.focus();
    // What was pressed may be far from where it is said that it did not work.
    this.renderRoot.querySelector('.alert')?.scrollIntoView({ block: 'nearest' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#count.clear();
  }

  readonly #steps: PlanSteps = {
    onPlan: (id) => this.#alter({ offer: id }, 'h3'),
    onAdd: (id) => this.#alter({ add: id }, `[data-id="${CSS.escape(id)}"]`),
    onRemove: (id) => this.#alter({ remove: id }, `[data-id="${CSS.escape(id)}"]`),
    onCount: (count) => {
      this.#count.set(count);
      this.requestUpdate();
    },
    onWhich: (id) => {
      this.#focusNext = 'h3';
      void this.#plan.choosePlan(id);
    },
    onConfirm: (event) => {
      const { picture } = this.#view!;
      if (!isModifiedClick(event) && !this.#announcer.dispatch('leaving', picture)) event.preventDefault();
    },
    onRetry: () => this.reload(),
  };

  #alter(update: PlanChangeUpdate, focusNext: string): void {
    this.#focusNext = focusNext;
    this.#count.clear();
    void this.#plan.alter(update);
  }

  /** Chooses what the page has named, in a change that was started just now. */
  #preselect({ upgrades, downgrades }: PlanChange): void {
    const { offer } = readPlanSettings(this);
    const wanted =
      offer && [...upgrades, ...downgrades].find(({ id, path }) => offer === id || offer === path);
    if (wanted) void this.#plan.alter({ offer: wanted.id });
  }
}

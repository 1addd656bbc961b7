import { nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../contract/checkout.ts';
import { CheckoutController, windowRefused, type Intent } from '../../controllers/checkout-controller.ts';
import type { LimioError } from '../../core/errors/limio-error.ts';
import { untrusted } from '../../core/link/backend-address.ts';
import { quantityOf } from '../../core/offer/quantity-of.ts';
import { enLater } from '../../locales/en-later.ts';
import { reportMistake } from '../mistakes/file-missing.ts';
import type { Settings } from '../settings.ts';
import { styles as assistStyles } from '../styles/assisted-checkout.ts';
import { notice } from '../styles/notice.ts';
import { stepperStyles } from '../styles/stepper.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import type { CardView, View } from '../view/view.ts';
import { LimioChallengeEvent } from './challenge-event.ts';
import type { AssistedCheckoutHost, Click } from './click.ts';
import { openDestination } from './destination.ts';
import type { DetailsForm } from './details-form.ts';
import { detailsToAsk, readCustomer, type Detail } from './details.ts';
import { LimioFallbackEvent } from './fallback-event.ts';
import { LimioHandoffEvent } from './handoff-event.ts';
import { sentence, wayOn } from './notice.ts';
import { isCountLost, orderFor } from './order.ts';
import { stepper } from './stepper.ts';
import { trustedBackend } from './trusted-backend.ts';

/** Why the customer is shown the purchase link. */
const REASONS = { refused: 'blocked', uncarried: 'uncarried', changed: 'changed' } as const;

// A page that answers to single keys sees the element in place of a field, and would take them from what is typed.
const keepTyped = (event: Event) => {
  if ((event.target as Element).matches('input, select')) event.stopPropagation();
};

/** What loads the form of details, and has it when it is there. */
interface FormLoader {
  readonly loaded: { readonly form?: DetailsForm | null | undefined };
  load(name: 'form'): Promise<void>;
}

/** Has details asked for, hands over to the backend, and shows what the customer has to know on the way. */
export class AssistedCheckout {
  readonly styles = [notice, stepperStyles, assistStyles];
  /** What it says in English. The files of other languages hold all messages. */
  readonly messages = enLater;
  readonly #host: AssistedCheckoutHost;
  readonly #parts: FormLoader;
  readonly #checkout: CheckoutController;
  /** How many of an offer are wanted, by path, where that was chosen. */
  readonly quantities = new Map<string, number>();
  #last: Click | undefined;
  /** Versions of offers that have changed since, as customers were told: the page may know no newer ones. */
  readonly #outdated = new Set<string | undefined>();
  #outcome: typeof import('./outcome.ts') | undefined;

  constructor(host: AssistedCheckoutHost, parts: FormLoader) {
    this.#host = host;
    this.#parts = parts;
    this.#checkout = new CheckoutController(host, ({ error }) => this.#tell(error, this.#last!));
    for (const type of ['keydown', 'keypress']) host.shadowRoot!.addEventListener(type, keepTyped);
  }

  /**
   * Takes over a click. `false` when there is no backend for it: the purchase link then does what links do.
   */
  tryStart(click: Click): boolean {
    if (!trustedBackend(click.settings.backend)) {
      this.#tell(untrusted(click.settings.backend), click);
      return false;
    }
    const key = this.#keyOf(click);
    const { state } = this.#checkout;
    if (state.status === 'pending' && state.key === key) return true;
    const details = detailsToAsk(click.settings.ask, readCustomer(this.#host.customer));
    if (!details.length) this.#handOver(click, {});
    else this.#ask(click, details);
    return true;
  }

  #keyOf({ link, offers }: Click): string {
    return link + offers.map(({ path }) => this.quantities.get(path)).join();
  }

  #handOver(click: Click, typed: Customer): void {
    const { settings, link } = click;
    this.#last = click;
    const destination = openDestination(settings.target);
    if (!destination) {
      this.#tell(windowRefused(), click);
      return this.#checkout.refuse(link);
    }
    const challenge = new LimioChallengeEvent();
    this.#host.dispatchEvent(challenge);
    const chosen = { quantities: this.quantities, outdated: this.#outdated };
    const intent: Intent = {
      backend: trustedBackend(settings.backend)!,
      shop: settings.shop,
      order: orderFor(click, typed, this.#host, chosen),
      link,
      isCountLost: isCountLost(click, this.quantities),
      challenge: challenge.answer,
      key: this.#keyOf(click),
      ...destination,
    };
    void this.#start(intent, click);
  }

  async #start(intent: Intent, click: Click): Promise<void> {
    await this.#checkout.start(intent);
    const { state } = this.#checkout;
    if (this.#last !== click) return;
    if (state.status === 'rejected') this.#correct(state.fields, click);
    if (state.status !== 'opened') return;
    this.#host.dispatchEvent(new LimioHandoffEvent(state.checkout, click.offers));
    // The page may be leaving, and nothing depends on it.
    this.#outcome = await import('./outcome.ts').catch(() => undefined);
    this.#host.requestUpdate();
  }

  #tell(error: LimioError, click: Click): void {
    if (error.code === 'offer_changed') {
      for (const { version } of click.offers) this.#outdated.add(version);
      // What the customer is asked to look at again must be what is on sale now.
      this.#host.reload();
    }
    this.#host.dispatchEvent(new LimioFallbackEvent(error, click));
    void reportMistake(error);
  }

  /** Marks what is under way, and adds how many are bought. */
  withBusyState(view: View): View {
    const isBusy = this.#checkout.state.status === 'pending';
    const busy = (path: string) => isBusy && Boolean(this.#last?.offers.some((offer) => offer.path === path));
    const cards = view.cards.map((card) =>
      busy(card.offer.path) && card.href ? { ...card, isBusy: true, cta: view.words.opening } : card,
    );
    const { quantities } = this;
    return { ...view, cards, quantities, basket: view.basket && { ...view.basket, isBusy } };
  }

  /** How many are bought, where the offer leaves a choice, and what that costs. */
  renderStepper(card: CardView, view: View, pricing: DrawingParts['pricing']): unknown {
    const { offer } = card;
    const { href, quantity, path } = offer;
    if (href || card.isCurrent || !quantity || quantity.max <= quantity.min) return nothing;
    return [
      stepper(card, quantity, quantityOf(offer, this.quantities), view.words, (next) => {
        this.quantities.set(path, next);
        this.#host.requestUpdate();
      }),
      pricing?.renderTotal(card, view),
    ];
  }

  /** The form, or what has to be said. */
  render(view: View): TemplateResult | typeof nothing {
    const { words } = view;
    const { state } = this.#checkout;
    const form = this.#parts.loaded.form?.render(view);
    if (form) return form;
    if ('link' in state) return wayOn(words[REASONS[state.status]], state.link, words);
    const outcome = this.#outcomeText(view);
    return outcome ? sentence(outcome) : nothing;
  }

  /** What a screen reader is told. */
  statusText(view: View): string {
    return this.#checkout.state.status === 'pending' ? view.words.opening : this.#outcomeText(view);
  }

  #outcomeText(view: View): string {
    const { state } = this.#checkout;
    return (state.status === 'opened' && this.#outcome?.outcomeText(state, view)) || '';
  }

  /** After each drawing. */
  updated(root: ParentNode, { backend }: Settings): void {
    if (!trustedBackend(backend)) void reportMistake(untrusted(backend));
    this.#parts.loaded.form?.updated(root);
  }

  /** Has the form ask for details; where it cannot be loaded, the checkout opens without them. */
  #ask(click: Click, details: readonly Detail[]): void {
    const goOn = (typed: Customer) => this.#handOver(click, typed);
    this.#withForm((form) => (form ? form.ask(click, details, goOn) : goOn({})));
  }

  /** The backend did not accept some details: they are asked for again. */
  #correct(fields: readonly string[], click: Click): void {
    this.#withForm((form) => {
      const isAsked = form?.correct(click, fields, (typed) => this.#handOver(click, typed));
      if (!isAsked) this.#checkout.refuse(click.link);
    });
  }

  #withForm(use: (form: DetailsForm | null | undefined) => void): void {
    // A customer who fills in a form must not be led away by what was clicked before.
    this.#checkout.reset();
    const { form } = this.#parts.loaded;
    if (form) use(form);
    else void this.#parts.load('form').then(() => use(this.#parts.loaded.form));
  }
}

/** Makes the assisted checkout of an element. */
export const create = (host: AssistedCheckoutHost, parts: FormLoader): AssistedCheckout =>
  new AssistedCheckout(host, parts);

import { nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../contract/checkout.ts';
import { CheckoutController, windowRefused, type Intent } from '../../controllers/checkout-controller.ts';
import type { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { quantityOf } from '../../core/offer/quantity-of.ts';
import type { ElementBase } from '../element-base.ts';
import { enLater } from '../../locales/en-later.ts';
import type { LoadedParts } from '../lazy-parts.ts';
import type { Settings } from '../settings.ts';
import type { CardView, View } from '../view/view.ts';
import { notice } from '../styles/notice.ts';
import { styles as assistStyles } from '../styles/assisted-checkout.ts';
import { stepperStyles } from '../styles/stepper.ts';
import { openDestination } from './destination.ts';
import { detailsToAsk, problemWith, readCustomer, type Detail } from './details.ts';
import { LimioChallengeEvent } from './challenge-event.ts';
import { LimioFallbackEvent } from './fallback-event.ts';
import { form } from './form.ts';
import { LimioHandoffEvent } from './handoff-event.ts';
import { sentence, wayOn } from './notice.ts';
import { isCountLost, orderFor } from './order.ts';
import { report } from '../mistakes/report.ts';
import { stepper } from './stepper.ts';
import { untrusted } from '../../core/link/backend-address.ts';
import { trustedBackend } from './trusted-backend.ts';

/** The element, as far as an assisted checkout depends on it. */
export interface AssistedCheckoutHost extends ElementBase {
  group: string;
  customer: unknown;
  context: unknown;
  tracking: unknown;
  reload(): void;
}

/** One click: what is bought, and the public link that sells it. */
export interface Click {
  offers: readonly Offer[];
  link: string;
  settings: Settings;
}

/** Why the customer is shown the purchase link. */
const REASONS = { refused: 'blocked', uncarried: 'uncarried', changed: 'changed' } as const;

/** Asks for details, hands over to the backend, and shows what the customer has to know on the way. */
export class AssistedCheckout {
  readonly styles = [notice, stepperStyles, assistStyles];
  /** What it says in English; other languages have come whole. */
  readonly messages = enLater;
  readonly #host: AssistedCheckoutHost;
  readonly #checkout: CheckoutController;
  /** How many of an offer are wanted, by path, where that was chosen. */
  readonly quantities = new Map<string, number>();
  #asking: { click: Click; details: readonly Detail[] } | undefined;
  #values: Record<string, string> = {};
  #problems: Record<string, 'missing' | 'wrong' | undefined> = {};
  #last: Click | undefined;
  /** Versions the customer was told are no more: the page may know no others. */
  readonly #outdated = new Set<string | undefined>();
  /** A field is to be corrected; said once, so that nobody who types elsewhere is interrupted. */
  #focusFirstInvalid = false;
  #outcome: typeof import('./outcome.ts') | undefined;

  constructor(host: AssistedCheckoutHost) {
    this.#host = host;
    this.#checkout = new CheckoutController(host, ({ error }) => this.#tell(error, this.#last!));
    host.addController({ hostDisconnected: this.#close });
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

  #ask(click: Click, details: readonly Detail[]): void {
    // A customer who fills in a form must not be led away by what was clicked before.
    this.#checkout.reset();
    this.#asking = { click, details };
    this.#problems = {};
    this.#host.requestUpdate();
  }

  #tell(error: LimioError, click: Click): void {
    if (error.code === 'offer_changed') {
      for (const { version } of click.offers) this.#outdated.add(version);
      // What the customer is asked to look at again must be what is on sale now.
      this.#host.reload();
    }
    this.#host.dispatchEvent(new LimioFallbackEvent(error, click));
    report([error]);
  }

  /** What was wrong and no longer is: its sentence goes while it is being corrected. */
  readonly #onInput = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement;
    this.#values[name] = value;
    const detail = this.#asking?.details.find(({ key }) => key === name);
    if (!detail || !this.#problems[name] || problemWith(detail, value)) return;
    this.#problems[name] = undefined;
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { click, details } = this.#asking!;
    const typed = new FormData(event.target as HTMLFormElement);
    for (const { key } of details) this.#values[key] = String(typed.get(key) ?? '');
    this.#problems = Object.fromEntries(
      details.map((detail) => [detail.key, problemWith(detail, this.#values[detail.key]!)]),
    );
    this.#focusFirstInvalid = details.some(({ key }) => this.#problems[key]);
    if (this.#focusFirstInvalid) return this.#host.requestUpdate();
    this.#close();
    this.#handOver(click, readCustomer(this.#values));
  };

  readonly #close = () => {
    if (!this.#asking) return;
    this.#asking = undefined;
    // Gives the focus back to what opened it; drawing without it would not.
    this.#host.shadowRoot!.querySelector('dialog')?.close();
    this.#host.requestUpdate();
  };

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
  renderStepper(card: CardView, view: View, pricing: LoadedParts['pricing']): unknown {
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
    if (this.#asking)
      return form({
        words,
        details: this.#asking.details,
        values: this.#values,
        country: this.#asking.click.settings.country,
        problems: this.#problems,
        link: this.#asking.click.link,
        target: this.#asking.click.settings.target,
        shop: new URL(this.#asking.click.link).host,
        locale: view.settings.locale,
        onInput: this.#onInput,
        onSubmit: this.#onSubmit,
        onWithout: this.#close,
        onClose: this.#close,
      });
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

  /** A dialog is opened by a call, not by drawing it; the first field that is wrong is where to go on. */
  updated(root: ParentNode, { backend }: Settings): void {
    if (!trustedBackend(backend)) report([untrusted(backend)]);
    const dialog = root.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const invalid = this.#focusFirstInvalid && dialog?.querySelector<HTMLElement>('[aria-invalid]');
    if (invalid) {
      invalid.focus({ preventScroll: true });
      // WebKit's focus leaves it where it is, even out of sight.
      invalid.scrollIntoView({ block: 'nearest' });
    }
    this.#focusFirstInvalid = false;
  }

  /** The backend did not accept some details: they are asked for, with what was typed. */
  #correct(fields: readonly string[], click: Click): void {
    const names = fields.map((field) => field.replace('customer.', ''));
    const known = detailsToAsk('email first-name last-name company phone country', {});
    const details = known.filter(({ key }) => names.includes(key));
    if (!details.length) return this.#checkout.refuse(click.link);
    this.#values = { ...(readCustomer(this.#host.customer) as Record<string, string>), ...this.#values };
    this.#asking = { click, details };
    this.#problems = Object.fromEntries(names.map((name) => [name, 'wrong']));
    this.#focusFirstInvalid = true;
    this.#checkout.reset();
  }
}

export const create = (host: AssistedCheckoutHost): AssistedCheckout => new AssistedCheckout(host);

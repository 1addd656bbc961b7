import type { ReactiveController } from 'lit';
import type { ControllerHost } from './controller-host.ts';
import { LimioError, type LimioErrorCode } from '../core/errors/limio-error.ts';
import { postCheckout, type OpenedCheckout, type Order } from './post-checkout.ts';

/** One attempt to buy: what, from whom, and the purchase link that sells it should anything fail. */
export interface Intent {
  backend: string;
  shop: string;
  order: Order;
  /** The public link with the same offers and promo code. */
  link: string;
  /** The link sells another number than the customer chose. */
  isCountLost?: boolean;
  /** Has the answer to a challenge; left out where the page asks for none. */
  challenge?: Promise<string> | undefined;
  /** Tells intents apart: the same one is not started twice. */
  key: string;
  /** Goes to an address: the signed link, or the public one. `false` when the window is gone. */
  open: (url: string) => boolean;
  /** Gives up the window, where there will be no checkout. */
  close: () => void;
}

/** Where a checkout stands. */
export type CheckoutState =
  | { status: 'idle' }
  | { status: 'pending'; key: string }
  /** The checkout has opened; what became of the promo code, and how long the basket is kept. */
  | { status: 'opened'; promoCode: string | undefined; checkout: OpenedCheckout }
  /** The offer is not what the customer saw: a new look is needed before the link is followed. */
  | { status: 'changed'; link: string }
  /** The backend cannot accept what the customer typed. */
  | { status: 'rejected'; fields: readonly string[] }
  /** There is the public link alone, and it cannot carry the number that the customer chose. */
  | { status: 'uncarried'; link: string }
  /** The browser did not open a window: the customer gets the public link, to follow or to copy. */
  | { status: 'refused'; link: string };

/** What came of an intent that did not end at a signed link. */
export interface Fallback {
  error: LimioError;
  intent: Intent;
}

/**
 * Hands a customer over to an assisted checkout: the newest intent wins, and every one ends somewhere.
 *
 * A signed link, where the backend gives one in time; the purchase link, where it does not, by itself or, where the
 * offer has changed or no window opens, to follow or to copy. Leaving the page ends it without a word.
 */
export class CheckoutController implements ReactiveController {
  state: CheckoutState = { status: 'idle' };
  readonly #host: ControllerHost;
  readonly #onFallback: (fallback: Fallback) => void;
  #abort: AbortController | undefined;

  constructor(host: ControllerHost, onFallback: (fallback: Fallback) => void) {
    this.#host = host;
    this.#onFallback = onFallback;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('pagehide', this.#onPageHide);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('pagehide', this.#onPageHide);
    queueMicrotask(() => this.#host.isConnected || this.reset());
  }

  /** Starts an intent; the same one, while it is under way, goes on undisturbed. */
  async start(intent: Intent): Promise<void> {
    if (this.state.status === 'pending' && this.state.key === intent.key) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#set({ status: 'pending', key: intent.key });
    const { backend, shop, order, challenge } = intent;
    const outcome = await postCheckout({ backend, shop, order, challenge }, signal);
    if (signal.aborted) return intent.close();
    if ('url' in outcome) {
      const opened = { status: 'opened', promoCode: order.promoCode, checkout: outcome } as const;
      if (!this.#open(intent, outcome.url, opened)) this.#onFallback({ error: windowRefused(), intent });
      return;
    }
    const { error, fields } = outcome;
    this.#onFallback({ error, intent });
    const next = afterFailure(error.code, fields, intent.link);
    if (!next && !intent.isCountLost) return void this.#open(intent, intent.link, { status: 'idle' });
    intent.close();
    this.#set(next ?? { status: 'uncarried', link: intent.link });
  }

  /** The browser opened no window: the customer gets the public link, to follow or to copy. */
  refuse(link: string): void {
    this.#abort?.abort();
    this.#set({ status: 'refused', link });
  }

  /** Goes back to the beginning, and ends whatever is under way without telling anybody. */
  reset(): void {
    this.#abort?.abort();
    this.#set({ status: 'idle' });
  }

  #open(intent: Intent, url: string, next: CheckoutState): boolean {
    const isOpen = intent.open(url);
    this.#set(isOpen ? next : { status: 'refused', link: intent.link });
    return isOpen;
  }

  #set(state: CheckoutState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  // A page that comes back from the browser's memory must not come back busy.
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => persisted && this.reset();
  readonly #onPageHide = () => this.#abort?.abort();
}

/** The error for a window that the browser did not open. */
export const windowRefused = (): LimioError =>
  new LimioError('window_refused', 'The browser opened no window. The customer sees the link.');

/** Where a failure leads, if not to the purchase link. */
function afterFailure(
  code: LimioErrorCode,
  fields: readonly string[],
  link: string,
): CheckoutState | undefined {
  if (code === 'offer_changed') return { status: 'changed', link };
  const isAboutDetails = code === 'bad_request' && fields.some((field) => field.startsWith('customer.'));
  return isAboutDetails ? { status: 'rejected', fields } : undefined;
}

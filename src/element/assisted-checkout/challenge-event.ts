import { LimioEvent } from '../events/events.ts';

/**
 * The customer is about to be handed over, and a backend may ask for the answer to a challenge. An adapter of
 * `limio-offers/integrations` answers, or a listener of the page's own.
 *
 * @example
 * document.addEventListener('limio-challenge', (event) => event.respondWith(solveChallenge()));
 */
export class LimioChallengeEvent extends LimioEvent {
  #answer: Promise<string> | undefined;

  /** @param type `limio-recaptcha` where it is Limio itself that asks. */
  constructor(type = 'limio-challenge') {
    super(type, {});
  }

  /**
   * Promises the token to send along; the first listener wins. The customer waits for it no longer than for the whole
   * hand-over, 3 s; where it rejects, or is empty, the purchase link opens.
   */
  respondWith(token: PromiseLike<string> | string): void {
    if (this.#answer) return;
    this.#answer = Promise.resolve(token);
    // Whoever waits hears of it; a customer who moved on does not wait.
    this.#answer.catch(() => {});
  }

  /** What a listener promised; nothing where none did. */
  get answer(): Promise<string> | undefined {
    return this.#answer;
  }
}

declare global {
  // It bubbles: every target that has such a map.
  interface GlobalEventHandlersEventMap {
    'limio-challenge': LimioChallengeEvent;
  }
}

import { LimioErrorEvent, LimioReadyEvent } from './events.ts';
import type { Listing } from '../view/listing.ts';
import type { View } from '../view/view.ts';

/** Tells the page what is new about the offers; an update that changes nothing for it tells nothing. */
export class EventAnnouncer {
  /** The problem, and what is drawn, as they were told last. */
  #last: ReadonlyArray<string | undefined> = [];
  readonly #host: EventTarget;

  constructor(host: EventTarget) {
    this.#host = host;
  }

  /** @returns what the page has been told now; another object whenever there was something new. */
  announce(
    { problem, warnings }: View,
    { offers, source, stale = false }: Listing,
    isDrawn: boolean,
  ): unknown {
    const paths = isDrawn && offers.map(({ path }) => path);
    const news = [problem?.message, [paths, source, stale].join('\n')];
    const [isProblemNew, areOffersNew] = news.map((each, n) => each !== this.#last[n]);
    if (!isProblemNew && !areOffersNew) return this.#last;
    this.#last = news;
    if (problem && isProblemNew) this.#host.dispatchEvent(new LimioErrorEvent(problem));
    if (isDrawn && areOffersNew)
      this.#host.dispatchEvent(new LimioReadyEvent(offers, source, stale, warnings));
    return this.#last;
  }

  /** Whatever comes next is news again. */
  reset(): void {
    this.#last = [];
  }
}

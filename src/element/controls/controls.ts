import { nothing } from 'lit';
import { enLater } from '../../locales/en-later.ts';
import type { Actions } from '../actions.ts';
import type { LoadedParts } from '../lazy-parts.ts';
import { notice } from '../styles/notice.ts';
import { styles as controlStyles } from '../styles/later.ts';
import { renderMessage } from '../templates/message.ts';
import type { CardView, View } from '../view/view.ts';
import { basket, selectBox } from './basket.ts';
import { Copying } from './copy.ts';
import { groupSwitch, shownInGroup } from './group-switch.ts';

/** Links that sell beside the tag: an editor may have taken them out of it, or split the tag around them. */
const LINKS = 'a[href*="purchase="]:not(limio-offers *)';

/** What only some pages need, loaded by those: they are drawn when it is there, never by halves. */
export class Controls {
  readonly styles = [controlStyles, notice];
  readonly messages = enLater;
  readonly #host: Element;
  readonly #copying: Copying;
  #groupSaid = '';

  constructor(host: Element & ConstructorParameters<typeof Copying>[0]) {
    this.#host = host;
    this.#copying = new Copying(host);
  }

  /** What a screen reader is told. */
  get announcement(): string {
    return this.#copying.announcement || this.#groupSaid;
  }

  /** Says what is shown, where that is another group than before. */
  announceGroup(view: View, before: View | undefined): void {
    if (before?.groups.length && before.group !== view.group) this.#groupSaid = shownInGroup(view);
  }

  /** Above the cards. */
  renderAbove(view: View, actions: Actions, { pricing }: LoadedParts) {
    return view.groups.length ? groupSwitch(view, actions, pricing) : nothing;
  }

  /** Below the cards. */
  renderBelow(view: View, actions: Actions) {
    return view.basket ? basket(view, view.basket, actions) : nothing;
  }

  /** On a card, at its foot. */
  renderCardControls(card: CardView, { words, settings }: View, actions: Actions) {
    if (!card.href) return selectBox(card, words, actions);
    return [
      settings.copyLink ? this.#copying.renderButton(card, words) : nothing,
      this.#copying.renderLink(card, words),
    ];
  }

  /** A link that could not be opened and belongs to no card. */
  renderWayOut(view: View) {
    return this.#copying.renderWayOut(view);
  }

  /** Shows a link that could not be opened, to be copied; `''` hides it. */
  showLink(href: string, view?: View): void {
    this.#copying.show(href, view?.words.blocked);
  }

  /** A sentence where there is nothing to show. */
  renderMessage(view: View, onRetry: () => void) {
    const around = this.#host.parentElement?.parentElement ?? this.#host.parentElement;
    return around?.querySelector(LINKS) ? nothing : renderMessage(view, onRetry);
  }
}

import { nothing, type TemplateResult } from 'lit';
import { enLater } from '../../locales/en-later.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { quantityOf } from '../../core/offer/quantity-of.ts';
import type { Actions } from '../actions.ts';
import { LimioSelectEvent } from '../events/events.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import { notice } from '../styles/notice.ts';
import { styles as controlStyles } from '../styles/later.ts';
import { renderMessage } from '../templates/message.ts';
import { slotOf } from '../view/picture.ts';
import type { CardView, View } from '../view/view.ts';
import { basket, countOf, selectBox } from './basket.ts';
import { Copying } from './copy.ts';
import { groupStack } from './group-stack.ts';
import { groupSwitch, shownInGroup } from './group-switch.ts';
import { Selection } from './selection.ts';

/** Links that sell beside the tag: an editor may have taken them out of it, or split the tag around them. */
const LINKS = 'a[href*="purchase="]:not(limio-offers *)';

/** The element, as far as what can be switched, selected and copied depends on it. */
type Host = Element & ConstructorParameters<typeof Copying>[0] & { group: string; reload(): void };

/** What only some pages need, loaded by those: they are drawn when it is there, never by halves. */
export class Controls {
  readonly styles = [controlStyles, notice];
  readonly messages = enLater;
  readonly #host: Host;
  readonly #copying: Copying;
  readonly #selection = new Selection();
  #groupShown = '';
  #ownAnnouncement = '';

  constructor(host: Host) {
    this.#host = host;
    // Whoever has switched before the script came stays where they are.
    const picture = host.querySelector('[data-limio-picture]')?.shadowRoot ?? host;
    const chosen = picture.querySelector('.group :checked');
    if (chosen) host.group = (chosen as HTMLInputElement).value;
    this.#copying = new Copying(host);
  }

  /** What a screen reader is told. */
  get announcement(): string {
    return this.#copying.announcement || this.#ownAnnouncement;
  }

  /** Paths of the offers that are selected. */
  get selected(): ReadonlySet<string> {
    return this.#selection.paths;
  }

  /** The view as far as the customer has chosen; it is said where that is another group than before. */
  withChoices(whole: View): View {
    const view = this.#selection.narrow(whole);
    if (view.groups.length && this.#groupShown && this.#groupShown !== view.group)
      this.#ownAnnouncement = shownInGroup(view);
    this.#groupShown = view.group;
    return view;
  }

  /** Above the cards. */
  renderAbove(view: View, { pricing }: DrawingParts) {
    const show = (group: string) => {
      this.#selection.group = group;
      this.#host.requestUpdate();
    };
    return view.groups.length ? groupSwitch(view, show, pricing) : nothing;
  }

  /** The cards of the group that is shown, and room for those of the others. */
  renderGroups(view: View, draw: (group: View) => TemplateResult): TemplateResult {
    return groupStack(view, draw);
  }

  /** Below the cards. */
  renderBelow(view: View, actions: Actions, { pricing }: DrawingParts) {
    const lines =
      view.basket && pricing?.renderLines(view.basket.offers, view, (offer) => this.#toggle(offer, view));
    return view.basket ? basket(view, view.basket, actions, lines) : nothing;
  }

  /** On a card, at its foot. */
  renderCardControls(card: CardView, view: View) {
    const { words, settings } = view;
    if (card.isCurrent) return nothing;
    if (card.href === undefined) return selectBox(card, words, () => this.#toggle(card.offer, view));
    return [
      settings.copyLink ? this.#copying.renderButton(card, words) : nothing,
      this.#copying.renderLink(card, words),
    ];
  }

  /** Selects an offer, or takes it back. */
  #toggle(offer: Offer, { words, quantities }: View): void {
    const isSelected = this.#selection.toggle(offer.path);
    this.#host.dispatchEvent(new LimioSelectEvent(offer, isSelected, quantityOf(offer, quantities)));
    this.#ownAnnouncement = countOf(this.#selection.paths.size, words);
    this.#host.requestUpdate();
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
  renderMessage(view: View) {
    const around = this.#host.parentElement?.parentElement ?? this.#host.parentElement;
    const isSaid = slotOf(view) === 'empty' && this.#host.querySelector(':scope > [slot=empty]');
    return isSaid || around?.querySelector(LINKS) ? nothing : renderMessage(view, () => this.#host.reload());
  }
}

/** Makes the controls of an element. */
export const create = (host: Host): Controls => new Controls(host);

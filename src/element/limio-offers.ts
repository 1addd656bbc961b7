import type { TemplateResult } from 'lit';
import { LimioError } from '../core/errors/limio-error.ts';
import { navigate } from '../core/navigate.ts';
import type { Offer } from '../core/offer/offer.ts';
import { ownFields } from '../core/read-fields.ts';
import { VERSION } from '../core/version.ts';
import { messagesFor, type FirstMessages } from '../locales/languages.ts';
import { ATTRIBUTES, type Properties } from './attributes/attributes.ts';
import { ElementBase } from './element-base.ts';
import { EventAnnouncer } from './events/event-announcer.ts';
import { LazyParts } from './lazy-parts.ts';
import { NOTHING, readLightDom, type LightDom } from './light-dom/light-dom.ts';
import { mendLinksBy } from './light-dom/offer-link.ts';
import { fillSlots } from './light-dom/slots.ts';
import { watchPage } from './light-dom/watch-page.ts';
import { LinkClicks } from './link-clicks.ts';
import { readSettings, type Settings } from './settings.ts';
import { styles } from './styles/styles.ts';
import { renderPicture } from './templates/picture.ts';
import { listingOf, NO_LISTING, offersAt, standIn, type Listing } from './view/listing.ts';
import { makeView } from './view/make-view.ts';
import { neededParts, pictureOf, readPage, slotOf, type Picture } from './view/picture.ts';
import { purchaseLinkBuilder } from './view/purchase-link-builder.ts';
import { SourceReader } from './view/source.ts';
import type { View } from './view/view.ts';

/** Lit makes its properties from the table of attributes, each with an empty value. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface LimioOffersElement extends Properties {}

/**
 * Shows subscription offers and sells them by purchase link: real links that open a Limio checkout.
 *
 * Offers come from the first of these that is there: the `offers` property, a child `<script type="application/json">`,
 * `src`, and the links among the children. Whatever fails, the children sell. Attributes may be written `data-…`.
 *
 * @customElement limio-offers
 *
 * @slot - Purchase links, which become cards, and anything else, which stays.
 * @slot heading - Above the offers.
 * @slot trust - A line right below the offers, such as "Cancel anytime".
 * @slot footer - Below the offers.
 * @slot empty - In place of the sentence that nothing is on offer. Write `hidden` on it, for pages without the script.
 * @slot error - Below the sentence that the offers cannot be shown, such as a way to write. Write `hidden` on it, too.
 * @fires {LimioReadyEvent} limio-ready - The offers are drawn.
 * @fires {LimioSelectEvent} limio-select - The customer chose an offer.
 * @fires {LimioCheckoutEvent} limio-checkout - The customer is about to leave for `event.url`. Cancelable.
 * @fires {LimioChallengeEvent} limio-challenge - A backend may ask for a challenge; `event.respondWith(token)` answers.
 * @fires {LimioHandoffEvent} limio-handoff - An assisted checkout opened; `event.promo` and `event.expiresAt` say more.
 * @fires {LimioFallbackEvent} limio-fallback - No assisted checkout could be had; `event.code` says why.
 * @fires {LimioErrorEvent} limio-error - Configuration or offers cannot be used; `event.code` says why.
 *
 * @csspart base - Everything the element draws.
 * @csspart groups - The switch between groups.
 * @csspart group - One choice of the switch.
 * @csspart offers - The list of cards.
 * @csspart offer - One card.
 * @csspart highlighted - The card that carries more weight.
 * @csspart image - Image of an offer.
 * @csspart name - Name of an offer.
 * @csspart badge - Mark on a card, such as "Most popular".
 * @csspart summary - Sentence below the name.
 * @csspart price - The whole price.
 * @csspart amount - The amount in it.
 * @csspart interval - "per month" in it.
 * @csspart was - The struck price in it.
 * @csspart saving - What is saved, beside it and on the switch.
 * @csspart small-print - Text below the price.
 * @csspart features - What is included.
 * @csspart feature - One line of it.
 * @csspart hint - What a feature means, once it is asked for.
 * @csspart comparison - The table of what offers include.
 * @csspart cta - The link or choice that buys.
 * @csspart copy - Button that copies the link.
 * @csspart basket - Where all that is selected is bought at once.
 * @csspart count - How many are selected.
 * @csspart line - One of them, with its price.
 * @csspart total - What several cost together.
 * @csspart code - Line about the promo code.
 * @csspart as-of - Line about prices that may be old.
 * @csspart placeholder - Stands where text is still loading.
 * @csspart message - Sentence shown when there is nothing else.
 * @csspart quantity - How many are bought.
 * @csspart form - The dialog that asks for details.
 * @csspart field - A field of it.
 * @csspart problem - What is wrong with a field.
 * @csspart privacy - What the details are used for.
 * @csspart without - The way on without details.
 * @csspart link - The link to copy by hand, where the clipboard is refused.
 *
 * @cssprop [--limio-accent=light-dark(#2f4fdd, #9db0ff)] - Buttons, marks and the highlighted card.
 * @cssprop [--limio-on-accent] - Text on the accent; default black or white, whichever can be read.
 * @cssprop [--limio-surface=light-dark(#fff, #17181c)] - Background of a card.
 * @cssprop [--limio-text=light-dark(#1b1d23, #f0f1f5)] - Text.
 * @cssprop [--limio-border] - Lines; default a tint of the text.
 * @cssprop [--limio-radius=12px] - Corners of a card, up to `32px`; what stands on it follows.
 * @cssprop [--limio-gap=24px] - Space between cards, with its unit: `0px`, not `0`.
 * @cssprop [--limio-column=220px] - Least width of a column, with its unit.
 * @cssprop [--limio-size=medium] - Size of text; default what the reader has set, mostly 16px. Everything else follows.
 * @cssprop [--limio-font=inherit] - Font family.
 * @cssprop [--limio-card-height=auto] - Least height of a card, to hold the place of offers that are loading. Rows keep their own.
 *
 * @example
 * <limio-offers shop="https://shop.example.com">
 *   <a href="https://shop.example.com/checkout?purchase=%2Foffers2%2FPro%20Plan">Pro Plan</a>
 * </limio-offers>
 */
export class LimioOffersElement extends ElementBase {
  static readonly version: string = VERSION;
  static override readonly properties = ATTRIBUTES;
  static override readonly styles = styles;
  readonly #sources = new SourceReader();
  readonly #parts = new LazyParts(this);
  readonly #clicks = new LinkClicks(this, this.#parts);
  readonly #announcer = new EventAnnouncer(this);
  #light: LightDom = NOTHING;
  #listing: Listing = NO_LISTING;
  #picture: Picture = { kind: 'children', view: undefined };

  constructor() {
    super();
    watchPage(this);
  }

  /**
   * The purchase link for some of the offers, listed or not, or for what is selected, or for the only one.
   * @throws {LimioError} where no link can be written; see `purchaseLink` of `limio-offers/link`.
   */
  purchaseLink(paths?: readonly string[]): string {
    let problem = new LimioError('offer_invalid', 'No offer is chosen. Pass the path of one.');
    const link = purchaseLinkBuilder(this.#listing, readSettings(this), (warning) => (problem = warning));
    const url = link(this.#chosen(paths));
    if (url) return url;
    throw problem;
  }

  /** Goes to the shop as a click would, unless a listener of `limio-checkout` prevents it. Arguments as above. */
  checkout(paths?: readonly string[]): void {
    const link = this.purchaseLink(paths);
    if (this.#clicks.mayFollow(this.#chosen(paths), link))
      navigate(this.ownerDocument, link, readSettings(this).target);
  }

  #chosen(paths?: readonly string[]): readonly Offer[] {
    return offersAt(this.#listing, paths, this.#parts.loaded.controls?.selected);
  }

  /** Loads the offers of `src` again. What is shown stays until there is something newer. */
  reload(): void {
    this.#announcer.reset();
    this.#parts.reload();
  }

  /** Shows a link in readable form, to copy, where nothing can be opened. `''` hides it. */
  showLink(url: string): void {
    const { controls } = this.#parts.loaded;
    if (controls) controls.showLink(url, this.#picture.view);
    else void this.#parts.load('controls').then(() => this.#parts.loaded.controls && this.showLink(url));
  }

  /** Reads everything there is once, starts what has to be loaded, and decides what will be drawn. */
  protected override willUpdate(): void {
    const { writtenOffer, elsewhere } = this.#parts.loaded;
    if (writtenOffer) {
      mendLinksBy(writtenOffer.mendedLink);
      writtenOffer.mendPrinted(this);
    }
    const settings = readSettings(this);
    this.#light = readLightDom(this, settings.shop, writtenOffer?.readWrittenOffer, elsewhere?.cardLinks);
    if (this.#light.isFaulty) this.#parts.load('writtenOffer');
    const source = ownFields(this.#sources.read(settings, this.#light));
    this.#listing = ownFields(listingOf(source, this.#light, ownFields(this.#parts.loadOffers(source))));
    const messages = messagesFor(settings.locale, this.#parts.onLanguage);
    // No card is drawn without its price, as long as there may be one.
    const isWaiting = this.#light.isFaulty && writtenOffer === undefined;
    const view = messages && !isWaiting ? this.#viewIn(messages, settings) : undefined;
    const page = readPage(this, this.#picture, this.#listing.isPending);
    this.#picture = pictureOf(view, this.#parts.loaded, page, this.#picture);
    if (view) for (const part of neededParts(view, page)) this.#parts.load(part);
  }

  #viewIn(messages: FirstMessages, settings: Settings): View {
    const { controls } = this.#parts.loaded;
    const all = this.#parts.messagesWith(messages);
    const draw = () => makeView(this.#listing, settings, all, this.#parts.loaded, this.#picture);
    let view = draw();
    if (view.problem && !view.cards.length && this.#light.offers.length) {
      this.#listing = standIn(this.#light, view.problem);
      view = draw();
    }
    if (this.#light.hasPageLinks) view.problem = this.#listing.error;
    view.problem ??= this.#parts.problem;
    view = controls?.withChoices(view) ?? view;
    return this.#clicks.assistedCheckout(settings)?.withBusyState(view) ?? view;
  }

  protected override render(): TemplateResult {
    const { settings } = this.#picture.view ?? {};
    const parts = ownFields({
      ...this.#parts.loaded,
      assistedCheckout: this.#clicks.assistedCheckout(settings),
    });
    return renderPicture(this.#picture, this.#clicks, parts);
  }

  protected override updated(): void {
    const { kind, view } = this.#picture;
    const isDrawn = kind === 'cards' || kind === 'button';
    const around = isDrawn
      ? (this.#parts.loaded.elsewhere?.besideCards(this, this.#light, view!) ?? this.#light)
      : undefined;
    fillSlots(this.slots!, this, around, kind === 'message' ? slotOf(view) : '');
    if (isDrawn) this.#parts.loaded.focus?.keepFocus(this, this.renderRoot, view!.cards);
    this.#clicks.assistedCheckout(view?.settings)?.updated(this.renderRoot, view!.settings);
    if (document.readyState === 'loading' || !view || this.#listing.isPending) return;
    // Links that stay on the page sell as well.
    const isSelling = isDrawn ? !view.isLoading : Boolean(this.#light.hasPageLinks);
    const listing = this.#listing;
    const news = this.#announcer.announce(view, listing, isSelling);
    void this.#parts.finish({ view, listing, light: this.#light, actions: this.#clicks, news });
  }
}

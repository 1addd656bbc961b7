import { html, nothing, type TemplateResult } from 'lit';
import { LimioError } from '../core/errors.ts';
import { isModifiedClick, navigate } from '../core/navigate.ts';
import type { Offer } from '../core/offer.ts';
import { VERSION } from '../core/version.ts';
import type { Actions } from './actions.ts';
import type { Assist } from './assisted-checkout/assisted-checkout.ts';
import { ATTRIBUTES, type Properties } from './attributes.ts';
import { ElementBase } from './element-base.ts';
import { LimioCheckoutEvent, LimioErrorEvent, LimioSelectEvent } from './events.ts';
import { Choices } from './selection.ts';
import { LazyParts } from './lazy-parts.ts';
import { NOTHING, readLightDom, type LightDom } from './light-dom.ts';
import { ListingReader, type Listing } from './listing.ts';
import { News } from './event-announcer.ts';
import { offers } from './templates/offers.ts';
import { directionOf, readSettings, type Settings } from './settings.ts';
import { assignSlots } from './slots.ts';
import { styles } from './styles/styles.ts';
import { linker, makeView, needsExtras, type View } from './view.ts';
import { watchPage } from './watch-page.ts';
import { messagesFor } from '../locales/languages.ts';
import type { Messages } from '../locales/messages.ts';

/** Lit makes its properties from the table of attributes, each with an empty value. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface LimioOffersElement extends Properties {}

/**
 * Shows subscription offers and sells them by purchase link: real links that open a Limio checkout.
 *
 * Offers come from the first of these that is there: the `offers` property, a child
 * `<script type="application/json">`, `src`, and the links among the children. Whatever fails, the
 * children stay and sell. Every attribute can also be written `data-…`.
 *
 * @customElement limio-offers
 *
 * @slot - Purchase links, which become cards, and anything else, which stays.
 * @slot heading - Above the offers.
 * @slot footer - Below the offers.
 * @fires {LimioReadyEvent} limio-ready - The offers are drawn.
 * @fires {LimioSelectEvent} limio-select - The customer chose an offer.
 * @fires {LimioCheckoutEvent} limio-checkout - The customer is about to leave for `event.url`. Cancelable.
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
 * @csspart small-print - Text below the price.
 * @csspart features - What is included.
 * @csspart feature - One line of it.
 * @csspart cta - The link or choice that buys.
 * @csspart copy - Button that copies the link.
 * @csspart basket - Where all that is selected is bought at once.
 * @csspart count - How many are selected.
 * @csspart code - Line about the promo code.
 * @csspart as-of - Line about prices that may be old.
 * @csspart placeholder - Stands where text is still loading.
 * @csspart message - Sentence shown when there is nothing else.
 * @csspart quantity - How many are bought.
 * @csspart form - The dialog that asks for details.
 * @csspart field - A field of it.
 * @csspart problem - What is wrong with a field.
 * @csspart without - The way on without details.
 * @csspart link - The link to copy by hand, where the clipboard is refused.
 *
 * @cssprop [--limio-accent=light-dark(#2f4fdd, #9db0ff)] - Buttons, marks and the highlighted card.
 * @cssprop [--limio-on-accent] - Text on the accent; default black or white, whichever can be read.
 * @cssprop [--limio-surface=light-dark(#fff, #17181c)] - Background of a card.
 * @cssprop [--limio-text=light-dark(#1b1d23, #f0f1f5)] - Text.
 * @cssprop [--limio-border] - Lines; default a tint of the text.
 * @cssprop [--limio-radius=12px] - Corners of a card.
 * @cssprop [--limio-gap=20px] - Space between cards.
 * @cssprop [--limio-column=240px] - Least width of a column.
 * @cssprop [--limio-size=16px] - Size of text; everything else follows.
 * @cssprop [--limio-font=inherit] - Font family.
 * @cssprop [--limio-card-height=auto] - Least height of a card, to hold the place of offers that are loading.
 *
 * @example
 * <limio-offers shop="https://shop.example.com">
 *   <a href="https://shop.example.com/checkout?purchase=%2Foffers2%2FPro%20Plan">Pro Plan</a>
 * </limio-offers>
 */
export class LimioOffersElement extends ElementBase {
  static override readonly properties = ATTRIBUTES;
  static readonly version: string = VERSION;
  static override readonly styles = styles;
  readonly #reader = new ListingReader();
  readonly #parts = new LazyParts(this);
  readonly #news = new News(this);
  #settings: Settings | undefined;
  #light: LightDom = NOTHING;
  #listing: Listing | undefined;
  #view: View | undefined;
  readonly #choices = new Choices();
  #announcement = '';
  #toCopy = '';

  constructor() {
    super();
    watchPage(this);
  }

  /**
   * The purchase link for some of the offers, or for what is selected, or for the only one.
   * @param paths paths of offers, listed or not.
   * @throws {LimioError} where no link can be written; see `purchaseLink` of `limio-offers/link`.
   */
  purchaseLink(paths?: readonly string[]): string {
    let problem = new LimioError('offer_invalid', 'No offer is chosen. Pass the path of one.');
    const link = linker(this.#listing, readSettings(this), (warning) => (problem = warning));
    const url = link(this.#chosen(paths));
    if (url) return url;
    throw problem;
  }

  /** Goes to the shop as a click would, unless a listener of `limio-checkout` prevents it. Arguments as above. */
  checkout(paths?: readonly string[]): void {
    const link = this.purchaseLink(paths);
    if (this.#mayFollow(this.#chosen(paths), link)) navigate(document, link, readSettings(this).target);
  }

  /** Loads the offers of `src` again. What is shown stays until there is something newer. */
  reload(): void {
    this.#news.forget();
    this.#parts.reload();
  }

  /** Shows a link in readable form, to copy, where nothing can be opened. `''` hides it. */
  showLink(url: string): void {
    this.#toCopy = url;
    this.#parts.wantExtras();
    this.requestUpdate();
  }

  readonly #actions: Actions = {
    onFollow: (card, event) => {
      this.dispatchEvent(new LimioSelectEvent(card.offer, true));
      this.#leave([card.offer], card.href!, event);
    },
    onBasket: (event) => this.#leave(this.#chosen(), this.#view!.basket!.href!, event),
    onSelect: ({ offer }) => {
      this.dispatchEvent(new LimioSelectEvent(offer, this.#choices.toggle(offer.path)));
      this.requestUpdate();
    },
    onGroup: (group) => {
      this.#choices.group = group;
      this.requestUpdate();
    },
    onCopy: async ({ href }) => {
      const { said, toCopy } = await this.#parts.extras!.copyLink(href!, this.#view!.words);
      this.#announcement = said;
      this.showLink(toCopy);
    },
  };

  /** The browser follows the link by itself. */
  #leave(offers: readonly Offer[], link: string, click: MouseEvent): void {
    if (!isModifiedClick(click) && !this.#mayFollow(offers, link)) click.preventDefault();
  }

  /** Whether the link is to be followed: no listener prevents it, and no backend takes over. */
  #mayFollow(offers: readonly Offer[], link: string): boolean {
    return (
      this.dispatchEvent(new LimioCheckoutEvent(offers, link)) &&
      !this.#assist?.begin({ offers, link, settings: readSettings(this) })
    );
  }

  get #assist(): Assist | undefined {
    return (this.#settings?.isAssisted && this.#parts.assist) || undefined;
  }

  #chosen(paths?: readonly string[]): Offer[] {
    return this.#choices.offers(this.#listing?.offers ?? [], paths);
  }

  protected override willUpdate(): void {
    const settings = (this.#settings = readSettings(this));
    this.#light = readLightDom(this, settings.shop);
    const { controller, extras } = this.#parts;
    const listing = (this.#listing = this.#reader.read(this, this.#light, settings.locale, controller));
    if (listing.status === 'loading') this.#parts.wantController();
    const words = messagesFor(settings.locale, () => this.requestUpdate());
    if (!words) return;
    this.#choices.follow(this.group);
    const before = this.#view;
    // English comes in parts, each with what says it.
    const all = { ...(extras ?? this.#assist)?.english, ...words } as Messages;
    const plain = makeView(listing, settings, all, this.words, this.#choices);
    const view = (this.#view = this.#assist?.decorate(plain) ?? plain);
    if (needsExtras(view)) this.#parts.wantExtras();
    if (settings.isAssisted) this.#parts.wantAssist();
    if (before?.groups.length && before.group !== view.group)
      this.#announcement = extras?.shownInGroup(view) ?? '';
  }

  protected override render(): TemplateResult {
    const { settings, words, isLoading } = this.#view ?? {};
    const { layout = 'auto', theme = 'auto', locale, isOwnLocale } = settings ?? {};
    return html`<div
      class="base ${layout} in-${theme}"
      part="base"
      lang=${isOwnLocale ? locale : nothing}
      dir=${isOwnLocale ? directionOf(locale!) : nothing}
    >
      ${this.#isDrawn ? offers(this.#view!, this.#actions, { extras: this.#parts.extras, assist: this.#assist }) : [this.renderChildren(), this.#message()]}
      ${this.#toCopy && this.#parts.extras?.linkToCopy(this.#toCopy, words!)}
      <p
        class="unseen"
        role="status"
        .textContent=${isLoading ? words!.loading : this.#assist?.status(this.#view!) || this.#announcement}
      ></p>
    </div>`;
  }

  /** Whether everything is there that the picture needs. It is never drawn by halves. */
  get #isDrawn(): boolean {
    const [view, { extras, assist }] = [this.#view, this.#parts];
    if (!view?.cards.length && !view?.isLoading) return false;
    return (Boolean(extras) || !needsExtras(view)) && (assist !== undefined || !view.settings.isAssisted);
  }

  protected override renderChildren(): TemplateResult {
    return html`<slot name="all"></slot>`;
  }

  #message() {
    if (!this.#view?.problem || document.readyState === 'loading') return nothing;
    this.#parts.wantExtras();
    return this.#parts.extras?.message(this, this.#view);
  }

  protected override drawingFailed(): void {
    assignSlots(this.renderRoot, this, NOTHING);
    this.dispatchEvent(new LimioErrorEvent({ code: 'internal', message: 'Drawing failed.' }));
  }

  protected override updated(): void {
    assignSlots(this.shadowRoot!, this, this.#light);
    this.#assist?.updated(this.shadowRoot!);
    if (document.readyState === 'loading' || !this.#view || this.#listing!.isPending) return;
    this.#news.tell(this.#view, this.#listing!, this.#isDrawn && !this.#view.isLoading);
    if (this.agentTools)
      import('../integrations/agent-tools.ts').then(
        ({ offerTools }) => offerTools(this, this.#listing!.offers),
        () => {},
      );
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { OffersController } from '../controllers/offers-controller.ts';
import { LimioError } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';
import { VERSION } from '../core/version.ts';
import { OffersAttributes } from './attributes.ts';
import { copyToClipboard, linkToPassOn } from './copy-link.ts';
import { LimioCheckoutEvent, LimioErrorEvent, LimioReadyEvent, LimioSelectEvent } from './events.ts';
import { fallback, linkToCopy } from './fallback.template.ts';
import { leaveFor, opensElsewhere } from './leave.ts';
import { hasContent, readLightDom, shopOfLinks, type LightDom } from './light-dom.ts';
import { InlineReader, readListing, type Listing } from './listing.ts';
import { offers, type Actions } from './offers.template.ts';
import { directionOf, readSettings, type Settings } from './settings.ts';
import { assignSlots, manualSlots } from './slots.ts';
import { styles } from './styles/styles.ts';
import { linker, makeView, shownInGroup, type View } from './view.ts';
import { readOverrides } from './words/overrides.ts';
import type { Words } from './words/en.ts';
import { wordsFor } from './words/words.ts';

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
 *
 * @fires {LimioReadyEvent} limio-ready - The offers are drawn.
 * @fires {LimioSelectEvent} limio-select - The customer chose an offer.
 * @fires {LimioCheckoutEvent} limio-checkout - The customer is about to leave for `event.url`. Cancelable.
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
 * @csspart promo - Line about the promo code.
 * @csspart as-of - Line about prices that may be old.
 * @csspart placeholder - Stands where text is still loading.
 * @csspart message - Sentence shown when there is nothing else.
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
export class LimioOffersElement extends OffersAttributes {
  static readonly version: string = VERSION;
  static override shadowRootOptions = manualSlots;
  static override styles = styles;

  readonly #remote = new OffersController(this);
  readonly #inline = new InlineReader();
  #watch: MutationObserver | undefined;
  #light: LightDom = { offers: [], links: new Map(), json: undefined, above: [], below: [] };
  #listing: Listing = { source: 'children', status: 'ready', offers: [], warnings: [] };
  #view: View | undefined;
  #chosenGroup = '';
  #selected: ReadonlySet<string> = new Set();
  #announcement = '';
  #toCopy = '';
  #told = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch ??= new MutationObserver(() => this.requestUpdate());
    const changes = {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['href', 'slot'],
    };
    this.#watch.observe(this, changes);
    // The tag may stand in a document that is still being read, or have been moved to another language.
    this.requestUpdate();
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  /**
   * The purchase link for some of the offers, or for what is selected, or for the only one.
   *
   * @param paths paths of offers, listed or not.
   * @throws {LimioError} where no link can be written; see `purchaseLink` of `limio-offers/link`.
   */
  purchaseLink(paths?: readonly string[]): string {
    let problem: LimioError | undefined;
    const link = linker(this.#listing, this.#settings(), (warning) => (problem = warning));
    const url = link(this.#chosen(paths));
    if (url) return url;
    throw problem ?? new LimioError('offer_invalid', 'No offer is chosen. Pass the path of one.');
  }

  /** Goes to the shop as a click would, unless a listener of `limio-checkout` prevents it. Arguments as above. */
  checkout(paths?: readonly string[]): void {
    const url = this.purchaseLink(paths);
    if (this.dispatchEvent(new LimioCheckoutEvent(this.#chosen(paths), url)))
      leaveFor(url, this.#settings().target);
  }

  /** Loads the offers of `src` again. What is shown stays until there is something newer. */
  reload(): void {
    this.#told = '';
    this.#remote.reload();
  }

  readonly #actions: Actions = {
    onFollow: (card, event) => {
      this.dispatchEvent(new LimioSelectEvent(card.offer, true));
      this.#leave([card.offer], card.href!, event);
    },
    onBasket: (event) => this.#leave(this.#chosen(), this.#view!.basket!.href!, event),
    onSelect: ({ offer }) => {
      const isSelected = !this.#selected.has(offer.path);
      const others = [...this.#selected].filter((path) => path !== offer.path);
      this.#selected = new Set(isSelected ? [...others, offer.path] : others);
      this.dispatchEvent(new LimioSelectEvent(offer, isSelected));
      this.requestUpdate();
    },
    onGroup: (group) => {
      this.#chosenGroup = group;
      this.requestUpdate();
    },
    onCopy: async ({ href }) => {
      const link = linkToPassOn(href!);
      const isCopied = await copyToClipboard(link);
      this.#announcement = isCopied ? this.#view!.words.copied : '';
      this.#toCopy = isCopied ? '' : link;
      this.requestUpdate();
    },
  };

  /** The browser follows the link by itself; all there is to do is to ask whether it may. */
  #leave(offers: readonly Offer[], url: string, click: MouseEvent): void {
    if (opensElsewhere(click)) return;
    if (!this.dispatchEvent(new LimioCheckoutEvent(offers, url))) click.preventDefault();
  }

  #chosen(paths?: readonly string[]): Offer[] {
    const { offers } = this.#listing;
    const wanted =
      paths ?? (this.#selected.size ? [...this.#selected] : offers.length === 1 ? [offers[0]!.path] : []);
    return wanted.map((path) => offers.find((offer) => offer.path === path) ?? { path, name: path });
  }

  /** Our words and the integrator's; `undefined` while those of the language are on their way. */
  #words(locale: string, warn: (warning: LimioError) => void): Words | undefined {
    const words = wordsFor(locale, () => this.requestUpdate());
    try {
      return words && { ...words, ...readOverrides(this.words) };
    } catch (error) {
      warn(error as LimioError);
      return words;
    }
  }

  #settings(): Settings {
    const settings = readSettings(this, this);
    return settings.shop ? settings : { ...settings, shop: shopOfLinks(this) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('group')) this.#chosenGroup = this.group;
    const settings = this.#settings();
    const warnings: LimioError[] = [];
    const words = this.#words(settings.locale, (warning) => warnings.push(warning));
    this.#light = readLightDom(this, settings.shop);
    this.#listing = readListing(this, this.#light, this.#inline, this.#remote);
    if (!words) return;
    const before = this.#view;
    const choices = { group: this.#chosenGroup, selected: this.#selected };
    this.#view = makeView(this.#listing, settings, words, choices, warnings);
    if (before?.groups.length && before.group !== this.#view.group)
      this.#announcement = shownInGroup(this.#view);
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    if (!view) return fallback('', '', undefined);
    const { layout, theme, locale, isOwnLocale } = view.settings;
    const picture = view.cards.length || view.isLoading ? offers(view, this.#actions) : this.#fallback(view);
    return html`<div
      class="base ${layout} ${theme}"
      part="base"
      lang=${isOwnLocale ? locale : nothing}
      dir=${isOwnLocale ? directionOf(locale) : nothing}
    >
      ${picture} ${this.#toCopy ? linkToCopy(this.#toCopy, view.words) : nothing}
      <p class="unseen" role="status">${this.#announcement}</p>
    </div>`;
  }

  /** A document that is still being read may hold the offers a moment later, so nothing is said yet. */
  #fallback(view: View): TemplateResult {
    const { words, problem } = view;
    const message = problem?.code === 'offers_empty' ? words.empty : words.failed;
    const isQuiet = document.readyState === 'loading' || hasContent(this);
    return fallback(isQuiet ? '' : message, words.retry, this.src ? () => this.reload() : undefined);
  }

  protected override updated(): void {
    assignSlots(this.renderRoot, this, this.#light);
    if (document.readyState !== 'loading' && this.#view) this.#tell(this.#view, this.#listing);
  }

  /** Events for what is news; an update that changes nothing for the page tells nothing. */
  #tell({ cards, isLoading, problem, warnings }: View, { offers, source, stale }: Listing): void {
    const isReady = cards.length > 0 && !isLoading;
    const news = JSON.stringify([
      problem?.code,
      problem?.message,
      isReady && offers.map(({ path }) => path),
      source,
      stale,
    ]);
    if (news === this.#told) return;
    this.#told = news;
    if (problem) this.dispatchEvent(new LimioErrorEvent(problem));
    if (isReady) this.dispatchEvent(new LimioReadyEvent(offers, source, Boolean(stale), warnings));
  }
}

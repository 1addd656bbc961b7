import type { TemplateResult } from 'lit';
import type { offerAddress } from '../../core/link/offer-address.ts';
import type { Offer, Segment } from '../../core/offer/offer.ts';
import type { priceLine } from '../../core/price/price-line.ts';
import type { Messages } from '../../locales/messages.ts';
import type { Actions } from '../actions.ts';
import type { Settings } from '../settings.ts';
import type { readOverrides } from './own-words.ts';
import type { CardView, View } from './view.ts';

/** The parts that templates draw with: each is left out until it is there, and `null` where it could not be loaded. */
export interface DrawingParts {
  readonly assistedCheckout?: AssistedCheckoutPart | null | undefined;
  readonly comparison?: ComparisonPart | null | undefined;
  readonly controls?: ControlsPart | null | undefined;
  readonly elsewhere?: ElsewherePart | null | undefined;
  readonly extras?: ExtrasPart | null | undefined;
  readonly hints?: HintsPart | null | undefined;
  readonly layouts?: LayoutsPart | null | undefined;
  readonly pricing?: PricingPart | null | undefined;
}

/** What is drawn, whatever it is; a part is free to draw nothing. */
type Drawn = unknown;

/** Draws a checkout that a backend opens. */
interface AssistedCheckoutPart {
  render(view: View): Drawn;
  renderStepper(card: CardView, view: View, pricing: DrawingParts['pricing']): Drawn;
  statusText(view: View): string;
}

/** Draws what offers include, side by side. */
interface ComparisonPart {
  render(view: View, actions: Actions, parts: DrawingParts): Drawn;
}

/** Draws what can be switched, selected and copied. */
interface ControlsPart {
  /** What a screen reader is told. */
  readonly announcement: string;
  renderAbove(view: View, parts: DrawingParts): Drawn;
  renderGroups(view: View, draw: (group: View) => TemplateResult): Drawn;
  renderBelow(view: View, actions: Actions, parts: DrawingParts): Drawn;
  renderCardControls(card: CardView, view: View): Drawn;
  renderMessage(view: View): Drawn;
  renderWayOut(view: View): Drawn;
}

/** Draws offers that are not sold here: those that lead elsewhere, and those that the customer has. */
interface ElsewherePart {
  completeCards(cards: readonly CardView[], current: string, words: Messages): readonly CardView[];
  renderCurrent(card: CardView, words: Messages): Drawn;
  renderPlace(card: CardView, settings: Settings): Drawn;
}

/** Reads and draws what only some lists hold, and holds the places of what is still loading. */
export interface ExtrasPart {
  readonly offerAddress: typeof offerAddress;
  readonly priceLine: typeof priceLine;
  readonly readOverrides: typeof readOverrides;
  renderEmptyCard(): Drawn;
  renderEmptyFeatures(): Drawn;
  renderEmptyPrice(): Drawn;
  renderEmptySummary(): Drawn;
  renderFeatures(features: NonNullable<Offer['features']>, view: View, hints: DrawingParts['hints']): Drawn;
  renderImage(offer: Offer, settings: Settings): Drawn;
  renderNotes(view: View): Drawn;
  renderOwnPrice(segments: readonly Segment[], words: Messages): Drawn;
  renderSmallPrint(card: CardView, view: View, elsewhere: DrawingParts['elsewhere']): Drawn;
}

/** Draws what a feature means. */
interface HintsPart {
  renderHint(meaning: string, about: string, words: Messages): Drawn;
}

/** Draws calls to action alone, in place of cards. */
interface LayoutsPart {
  renderButtons(view: View, actions: Actions, assistedCheckout: DrawingParts['assistedCheckout']): Drawn;
}

/** Draws what is reckoned from prices. */
interface PricingPart {
  renderFormer(card: CardView, view: View): Drawn;
  renderGroupSaving(group: string, view: View): Drawn;
  renderLines(offers: readonly Offer[], view: View, onRemove: (offer: Offer) => void): Drawn;
  renderMonthly(card: CardView, view: View): Drawn;
  renderTotal(card: CardView, view: View): Drawn;
}

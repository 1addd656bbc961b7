import type { LoadedParts, PartName } from '../lazy-parts.ts';
import { hasContent, isPicture, slottables } from '../light-dom/light-dom.ts';
import type { View } from './view.ts';

/** What is drawn, decided in one step. It is never drawn by halves: what is needed is there, or children are shown. */
export type Picture =
  /** What the page itself holds. */
  | { kind: 'children'; view: View | undefined }
  /** A sentence, as the page holds nothing to see. */
  | { kind: 'message'; view: View }
  /** Cards, or places held for them; in the layout `button` the call to action alone. */
  | { kind: 'cards' | 'button'; view: View };

/** The page around the element, as far as the picture depends on it. */
export interface PageState {
  /** The whole tag has arrived. */
  isParsed: boolean;
  /** There is something between the tags for a person to see. */
  hasContent: boolean;
  /** Offers are on their way, and a picture of their cards came with the page. */
  isPictured: boolean;
  /** Cards are drawn already. */
  isDrawn: boolean;
  /** Something between the tags has the focus. */
  isFocused: boolean;
  /** Width of the element in CSS pixels; 0 where it is not seen. */
  width: number;
}

/** Looks at the page around the element, before anything is drawn anew. */
export const readPage = (host: Element, { kind }: Picture, isPending = false): PageState => ({
  isParsed: document.readyState !== 'loading',
  hasContent: hasContent(host),
  isPictured: isPending && slottables(host).some(isPicture),
  isDrawn: kind === 'cards',
  isFocused: kind === 'children' && host.matches(':focus-within'),
  width: host.clientWidth,
});

/** Parts that add to cards that are drawn. */
const OPTIONAL = new Set<PartName>(['extras', 'pricing', 'comparison', 'layouts']);

/** Decides what is drawn of a view, with the parts that are there. */
export function pictureOf(view: View | undefined, parts: LoadedParts, page: PageState): Picture {
  if (!view || page.isPictured) return { kind: 'children', view };
  // A part that cannot be loaded costs itself alone. What is drawn stays until more can be.
  const isAwaited = (name: PartName) => parts[name] === undefined && !(page.isDrawn && OPTIONAL.has(name));
  if (neededParts(view, page).some(isAwaited)) return { kind: 'children', view };
  if (hasCards(view)) {
    const isButton = view.settings.layout === 'button' && parts.layouts;
    return { kind: isButton ? 'button' : 'cards', view };
  }
  return { kind: isMessageDue(view, page) ? 'message' : 'children', view };
}

/** The slot of the page for a view that shows nothing. */
export const slotOf = ({ problem }: View): 'empty' | 'error' =>
  problem?.code === 'offers_empty' ? 'empty' : 'error';

/** The parts that a view is not drawn without, as long as they may still come. */
export function neededParts(view: View, page: PageState): PartName[] {
  const { settings, groups } = view;
  const hasControls =
    settings.layout !== 'button' && (groups.length || settings.select === 'many' || settings.copyLink);
  return [
    ...(hasControls || isMessageDue(view, page) ? (['controls'] as const) : []),
    ...(isNoCard(view, page) ? (['layouts'] as const) : []),
    ...(hasSums(view) ? (['pricing'] as const) : []),
    ...(settings.layout === 'compare' || settings.compareOffers ? (['comparison'] as const) : []),
    ...(hasExtras(view) ? (['extras'] as const) : []),
    ...(page.isFocused ? (['focus'] as const) : []),
    ...(settings.isAssisted ? (['assistedCheckout'] as const) : []),
  ];
}

const isNoCard = ({ settings: { layout } }: View, { width }: PageState): boolean =>
  layout === 'auto' ? width < 320 : layout !== 'cards';

const hasSums = ({ settings: { savings, select, isAssisted }, groups, cards }: View): unknown =>
  select === 'many' ||
  (isAssisted && cards.some(({ offer }) => offer.quantity)) ||
  (savings === 'auto' && (groups.length || cards.some(({ price }) => price?.was)));

// Cards that are known wait for no placeholders.
const hasExtras = ({ settings, promo, asOf, cards, isLoading }: View): unknown =>
  settings.words ||
  settings.current ||
  promo ||
  asOf ||
  (isLoading && !cards.length) ||
  cards.some(
    ({ offer: { smallPrint, until, image, features, price }, price: line }) =>
      smallPrint ||
      until ||
      image ||
      line?.own ||
      price?.intro ||
      price?.isFrom ||
      price?.additional ||
      features?.some((feature) => typeof feature !== 'string'),
  );

const hasCards = ({ cards, isLoading }: View): boolean => cards.length > 0 || isLoading;

const isMessageDue = (view: View, { isParsed, hasContent }: PageState): boolean =>
  !hasCards(view) && Boolean(view.problem) && isParsed && !hasContent;

import type { Feature } from '../../core/offer/offer.ts';
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
  /** The customer has some plans; or a link, or what stands around it, names what hardly is an offer of the shop. */
  elsewhere: unknown;
  /** Something between the tags has the focus. */
  isFocused: boolean;
  /** Width of the element in CSS pixels; 0 where it is not seen. */
  width: number;
}

/** Looks at the page around the element, before anything is drawn anew. */
export const readPage = (
  host: Element & { current: string },
  { kind }: Picture,
  isPending = false,
): PageState => ({
  isParsed: document.readyState !== 'loading',
  hasContent: hasContent(host),
  isPictured: isPending && slottables(host).some(isPicture),
  // Something with a name to draw on a card, and no purchase link.
  elsewhere: host.current || host.querySelector('[data-name]:not([href*="=%2F"],[href*="=/"])'),
  isFocused: kind === 'children' && host.matches(':focus-within'),
  width: host.clientWidth,
});

/** Decides what is drawn of a view, with the parts that are there. */
export function pictureOf(
  view: View | undefined,
  parts: Readonly<Partial<Record<NeededPart, unknown>>>,
  page: PageState,
  before: Picture,
): Picture {
  if (!view || page.isPictured) return { kind: 'children', view };
  const isDrawn = before.kind === 'cards';
  // A part that cannot be loaded costs itself alone. Cards that are drawn stay while more is loaded, unless it is the
  // controls: without them, all groups would be shown at once.
  const awaited = neededParts(view, page).filter((name) => parts[name] === undefined);
  // Placeholders stay until everything is there that will take their place: what came later would move the cards.
  if (awaited[0] && isDrawn && before.view.isLoading) return before;
  if (awaited.some((name) => !isDrawn || name === 'controls')) return { kind: 'children', view };
  if (hasCards(view)) {
    const isButton = view.settings.layout === 'button' && parts.layouts;
    return { kind: isButton ? 'button' : 'cards', view };
  }
  return { kind: isMessageDue(view, page) ? 'message' : 'children', view };
}

/** The slot of the page for a view that shows nothing. */
export const slotOf = ({ problem }: View): 'empty' | 'error' =>
  problem?.code === 'offers_empty' ? 'empty' : 'error';

/** A part that a view may have to wait for, by the name under which it is loaded. */
export type NeededPart = keyof typeof NEEDED;

/** What asks for each part that a view is not drawn without. */
const NEEDED = {
  controls: (view, page) => {
    const { groups, settings } = view;
    const isChoice = groups.length || settings.select === 'many' || settings.copyLink;
    return (settings.layout !== 'button' && isChoice) || isMessageDue(view, page);
  },
  layouts: ({ settings: { layout } }, { width }) => (layout === 'auto' ? width < 320 : layout !== 'cards'),
  // Former prices, savings and sums.
  pricing: ({ settings: { savings, select, isAssisted }, groups, cards }) =>
    select === 'many' ||
    (isAssisted && cards.some(({ offer }) => offer.quantity)) ||
    (savings === 'auto' && groups.length) ||
    cards.some(({ offer, price }) => offer.price?.was && !price?.own),
  comparison: ({ settings }) => settings.layout === 'compare' || settings.compareOffers,
  hints: ({ cards }) =>
    cards.some(({ offer }) => offer.features?.some((feature) => (feature as Feature).hint)),
  elsewhere: ({ cards, allCards = cards }, { elsewhere }) =>
    elsewhere || allCards.some(({ offer }) => offer.href),
  // Cards that are known wait for no placeholders.
  extras: ({ settings, promo, asOf, cards, allCards = cards, isLoading }, { elsewhere }) =>
    elsewhere ||
    settings.words ||
    promo ||
    asOf ||
    (isLoading && !cards.length) ||
    allCards.some(
      ({ offer: { href, smallPrint, until, image, features, price }, price: line }) =>
        href ||
        smallPrint ||
        until ||
        image ||
        line?.own ||
        price?.intro ||
        price?.isFrom ||
        price?.additional ||
        features?.some((feature) => typeof feature !== 'string'),
    ),
  focus: (_, { isFocused }) => isFocused,
  assistedCheckout: ({ settings }) => settings.isAssisted,
  form: ({ settings }) => settings.isAssisted && settings.ask,
} satisfies Record<string, (view: View, page: PageState) => unknown>;

/** The parts that a view is not drawn without, as long as they may still come. */
export const neededParts = (view: View, page: PageState): NeededPart[] =>
  (Object.keys(NEEDED) as NeededPart[]).filter((name) => NEEDED[name](view, page));

const hasCards = ({ cards, isLoading }: View): boolean => cards.length > 0 || isLoading;

const isMessageDue = (view: View, { isParsed, hasContent }: PageState): boolean =>
  !hasCards(view) && Boolean(view.problem) && isParsed && !hasContent;

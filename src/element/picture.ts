import type { LoadedParts, PartName } from './lazy-parts.ts';
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
  isPictured: boolean | undefined;
}

/** Decides what is drawn of a view, with the parts that are there. */
export function pictureOf(view: View | undefined, parts: LoadedParts, page: PageState): Picture {
  if (!view || page.isPictured) return { kind: 'children', view };
  // A part that cannot be loaded costs itself alone.
  if (neededParts(view, page).some((name) => parts[name] === undefined)) return { kind: 'children', view };
  if (hasCards(view)) return { kind: view.settings.layout === 'button' ? 'button' : 'cards', view };
  return { kind: isMessageDue(view, page) ? 'message' : 'children', view };
}

/** The parts that a view is not drawn without, as long as they may still come. */
export function neededParts(view: View, page: PageState): PartName[] {
  const { settings, groups, basket } = view;
  const isMany = settings.select === 'many';
  const hasControls =
    settings.layout !== 'button' && (groups.length || basket || isMany || settings.copyLink);
  return [
    ...(hasControls || isMessageDue(view, page) ? (['controls'] as const) : []),
    ...(settings.isAssisted ? (['assistedCheckout'] as const) : []),
  ];
}

const hasCards = ({ cards, isLoading }: View): boolean => cards.length > 0 || isLoading;

const isMessageDue = (view: View, { isParsed, hasContent }: PageState): boolean =>
  !hasCards(view) && Boolean(view.problem) && isParsed && !hasContent;

import { purchaseLink } from '../../src/core/link/purchase-link.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { LOOKS } from './looks.ts';
import { shopIn } from './own/shop-in.ts';
import type { Setup } from './print/tree.ts';
import type { State } from './state.ts';

/** A shop that does not exist. */
export const EXAMPLE_SHOP = 'https://shop.example.com';

/** The shop of a set-up; `undefined` where what was typed holds none. */
export const shopOf = ({ values }: State): string | undefined =>
  values['shop'] ? shopIn(values['shop']) : EXAMPLE_SHOP;

/**
 * The paths of the plans that are shown, in their order: what is ticked; before anybody ticked one all of somebody's own, or
 * the usual examples; and likewise where an address names none that is there.
 */
export function chosenPaths({ paths, own }: State, offers: readonly Offer[]): readonly string[] {
  const standard = offers.filter(({ group }) => own || group === 'monthly').map(({ path }) => path);
  if (!paths) return standard;
  const known = paths.filter((path) => offers.some((offer) => offer.path === path));
  return paths.length && !known.length ? standard : known;
}

/** What the snippet and the preview are made from. */
export function setupOf(state: State, offers: readonly Offer[], shop: string): Setup {
  const { values, highlight, style } = state;
  return {
    // The shop comes first, wherever it was set.
    attributes: Object.assign({ shop }, values, { shop }),
    offers: chosenPaths(state, offers).flatMap((path) => {
      const offer = offers.find((each) => each.path === path);
      return offer ? [withHighlight(offer, highlight)] : [];
    }),
    style,
  };
}

function withHighlight(offer: Offer, highlight: string): Offer {
  if (!highlight) return offer;
  const { highlighted: _, ...rest } = offer;
  return offer.path === highlight ? { ...rest, highlighted: true } : rest;
}

/** What is wrong with the set-up, in a sentence; `''` where nothing is. */
export function problemOf(state: State, offers: readonly Offer[]): string {
  if (!shopOf(state)) return 'There is no address of a shop in this. It looks like https://shop.example.com.';
  const needsOffers = !state.values['src'] && !state.values['backend'];
  return needsOffers && !chosenPaths(state, offers).length ? 'Tick at least one offer to sell.' : '';
}

/** The key of the look that a set-up has; `undefined` for one of its own. */
export const lookOf = ({ values, style }: State): string | undefined =>
  Object.entries(LOOKS).find(
    ([, look]) =>
      look.theme === (values['theme'] ?? '') &&
      look.accent === (values['accent'] ?? '') &&
      JSON.stringify(Object.entries(look.style).sort()) === JSON.stringify(Object.entries(style).sort()),
  )?.[0];

/** The purchase link of the first plan. */
export const firstLink = ({ attributes, offers: [first] }: Setup): string =>
  purchaseLink({
    shop: attributes['shop']!,
    page: attributes['page'] || first?.page,
    offers: first ? [first.path] : [],
    promoCode: attributes['promo-code'],
  });

/** Whether two lists sell the same plans, in the same order. */
export const isSamePaths = (one: readonly Offer[], other: readonly Offer[]): boolean =>
  one.map(({ path }) => path).join('\n') === other.map(({ path }) => path).join('\n');

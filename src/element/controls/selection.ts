import type { CardView, View } from '../view/view.ts';

/** What the customer has chosen so far: the group that is shown, and offers to be bought together. */
export class Selection {
  /** Paths of the selected offers, the last one chosen last. */
  readonly paths = new Set<string>();
  /** The group that is shown, as long as there is one of that name: `''` is that of offers without a group. */
  group: string | undefined;
  #asked = '';

  /** Selects an offer, or takes it back. Tells whether it is selected now. */
  toggle(path: string): boolean {
    return this.paths.delete(path) ? false : Boolean(this.paths.add(path));
  }

  /** The view with one group of cards alone and, where several can be chosen, with a choice in place of each link. */
  narrow(view: View): View {
    const { groups, cards, settings } = view;
    // The page asks for a group; the customer's later choice holds until it asks for another one.
    if (settings.group !== this.#asked) this.group = (this.#asked = settings.group) || undefined;
    const group = groups.find((each) => each === this.group) ?? groups[0] ?? '';
    const isMany = settings.select === 'many' && settings.layout !== 'button';
    const allCards = isMany ? cards.map((card) => this.#toSelect(card)) : cards;
    const shown = inGroup({ ...view, group, allCards, cards: allCards }, group);
    if (!isMany) return shown;
    const selected = cards.map(({ offer }) => offer).filter(({ path }) => this.paths.has(path));
    return {
      ...shown,
      basket: { href: selected.length ? view.linkTo(selected) : undefined, offers: selected },
    };
  }

  #toSelect(card: CardView): CardView {
    // What leads elsewhere is in no basket of the shop.
    const href = card.offer.href ? card.href : undefined;
    return { ...card, href, isSelected: this.paths.has(card.offer.path) };
  }
}

/** The view with the cards of one group, where there are groups. */
export function inGroup(view: View, group: string): View {
  const { groups, cards, allCards = cards } = view;
  if (!groups.length) return view;
  return { ...view, group, cards: allCards.filter(({ offer }) => (offer.group ?? '') === group) };
}

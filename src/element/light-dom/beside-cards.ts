import type { View } from '../view/view.ts';
import { isNothingBut, type LightDom, type Slottable } from './light-dom.ts';

/**
 * What stays on the page around the cards that are drawn. A child that is nothing but links to where cards lead is
 * stood in for by them, as purchase links are: `<a href="mailto:…">` beside an offer with that `href`.
 */
export function besideCards({ above, below }: LightDom, { cards, allCards = cards }: View) {
  const stays = (child: Slottable): boolean => {
    if (!('matches' in child)) return true;
    // A card may have added a code or a campaign to a purchase link.
    const links = ([child, ...child.querySelectorAll('a')] as HTMLAnchorElement[])
      .filter(({ href: to }) => to && allCards.some(({ href }) => `${href}&`.startsWith(`${to}&`)))
      .map((anchor) => ({ anchor }));
    return (
      !links.some(({ anchor }) => allCards.some(({ offer, href }) => offer.href && href === anchor.href)) ||
      !isNothingBut(links, child)
    );
  };
  return { above: above.filter(stays), below: below.filter(stays) };
}

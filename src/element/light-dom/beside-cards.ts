import type { View } from '../view/view.ts';
import { cardLinks } from './card-links.ts';
import { isNothingBut, type LightDom, type Slottable } from './light-dom.ts';

/**
 * What stays on the page around the cards that are drawn.
 *
 * A child that is nothing but links to where cards lead is stood in for by them, as purchase links are:
 * `<a href="mailto:…">` beside an offer with that `href`; so is one whose only link says by `data-name` what it leads to.
 * Such a link to where no card leads stays, as it is no offer of the list that is shown.
 */
export function besideCards(
  host: Element,
  { above, below }: LightDom,
  { cards, allCards = cards }: View,
): Pick<LightDom, 'above' | 'below'> {
  const stays = (child: Slottable): boolean => {
    if (!('matches' in child)) return true;
    const anchors = ([child, ...child.querySelectorAll('a')] as HTMLAnchorElement[]).filter(
      ({ href }) => href,
    );
    // A card may have added a code or a campaign to a purchase link.
    const links = anchors
      .filter(({ href: to }) => allCards.some(({ href }) => `${href}&`.startsWith(`${to}&`)))
      .map((anchor) => ({ anchor }));
    return (
      !links.some(({ anchor }) => allCards.some(({ offer, href }) => offer.href && href === anchor.href)) ||
      !(isNothingBut(links, child) || (anchors.length === 1 && cardLinks(child)[0]))
    );
  };
  const leftOver = [...host.children].filter(
    (child) =>
      !child.slot &&
      ![...above, ...below].includes(child) &&
      cardLinks(child).some(({ anchor }) => !allCards.some(({ href }) => href === anchor.href)),
  );
  return { above: above.filter(stays), below: [...below.filter(stays), ...leftOver] };
}

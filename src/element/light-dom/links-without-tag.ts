import type { LimioError } from '../../core/errors/limio-error.ts';
import { mendedLink } from '../../core/link/mended-link.ts';
import { unquoted } from '../../core/unquoted.ts';
import { shopOrigin } from '../../core/link/shop.ts';
import { isNothingBut, isText } from './light-dom.ts';
import { linkOf, mendLinksBy, offerLinks } from './offer-link.ts';
import { report } from '../mistakes/report.ts';

/** What the page says on every page, what is pressed or typed, and what somebody is writing. */
const ELSEWHERE =
  'nav,header,footer,form,summary,button,pre,[role=navigation],[role=banner],[role=contentinfo],[contenteditable]';

/** Purchase links that are no part of a tag, nor of anything of that kind. */
const LINKS = `a[href*=purchase]:not(:is(limio-offers,${ELSEWHERE}) *)`;

/** What editors wrap round links. */
const WRAPPERS = 'p,span,b,strong,em,i,u,font,center,h2,h3,h4,h5,h6,ul,ol,li';

/** What cannot be put into another element. */
const PARTS = 'li,td,th,tr,tbody,thead,tfoot,dt,dd';

/**
 * Puts a tag around purchase links of a shop that stand side by side, on pages whose editor leaves no tag:
 * `<script … data-limio-offers="https://shop.example.com">`. Links in prose stay as they are.
 *
 * It goes on with what the page adds later.
 */
export function wrapLinks(shop: string): void {
  try {
    const origin = shopOrigin(unquoted(shop));
    // A tag would load this by itself where a link is damaged, but there is none yet.
    mendLinksBy(mendedLink);
    const wrapAll = () => runsOf(origin).forEach((run) => wrap(run, origin));
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(wrapAll);
    };
    new MutationObserver(later).observe(document, { childList: true, subtree: true });
    if (document.readyState !== 'loading') wrapAll();
  } catch (error) {
    report([error as LimioError]);
  }
}

function wrap(run: readonly Element[], shop: string): void {
  const nodes = [...run[0]!.parentNode!.childNodes];
  const wrapped = nodes.slice(nodes.indexOf(run[0]!), nodes.indexOf(run.at(-1)!) + 1);
  const [piece, ...pieces] = wrapped.flatMap(piecesIn);
  const tag = piece ?? document.createElement('limio-offers');
  if (!piece) tag.setAttribute('shop', shop);
  run[0]!.before(tag);
  tag.append(...wrapped.filter((node) => node !== tag));
  for (const side of ['previousSibling', 'nextSibling'] as const)
    for (let node = tag[side]; node && (isNothing(node) || isPrinted(node)); node = node[side]) {
      if (piece) pieces.push(...piecesIn(node));
      if (isPrinted(node)) node.textContent = '';
    }
  for (const each of pieces) each.remove();
}

/** A tag that takes its offers from what is between its tags alone. */
const OF_LINKS = 'limio-offers:not([src],[data-src],[backend],[data-backend],[offers],[data-offers])';

const isEmpty = (part: Element): boolean =>
  !isText(part.textContent) && !part.querySelector(':not(br,limio-offers,span,b,strong,em,i,u,font)');

/** Empty tags that a node is, or holds: editors split a tag that they do not know around each link. */
const piecesIn = (node: Node): Element[] =>
  node.nodeType === 1
    ? [node as Element, ...(node as Element).querySelectorAll('*')].filter(
        (part) => part.matches(OF_LINKS) && isEmpty(part),
      )
    : [];

/** Our own tags as text, as filters print what they do not allow. */
const PRINTED = /<\/?(limio-offers|script|iframe)\b[^<]*>/g;

/** Whether there is anything to read but such tags. */
const hasText = ({ textContent }: Node): boolean => isText(textContent!.replace(PRINTED, ''));

/** Whether a node, a text or what holds nothing else, is nothing but such tags. */
const isPrinted = (node: Node): boolean =>
  node.nodeType < 4 && !(node as Element).childElementCount && isText(node.textContent) && !hasText(node);

/** Whether a node is nothing to read or to see. */
const isNothing = (node: Node): boolean =>
  node.nodeType === 1
    ? (node as Element).matches(`br,p,div:has(limio-offers),${OF_LINKS}`) && isEmpty(node as Element)
    : node.nodeType !== 3 || !isText(node.textContent);

/** Elements side by side that hold links of at least two offers together, and nothing else. */
function runsOf(shop: string): Element[][] {
  const units = new Set([...document.querySelectorAll<HTMLAnchorElement>(LINKS)].flatMap(unitOf(shop)));
  const runs: Element[][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (last && nextOf(last.at(-1)!) === unit) last.push(unit);
    else runs.push([unit]);
  }
  return runs.filter(
    (run) =>
      new Set(run.flatMap(offerLinks).map(({ link }) => link.offers![0])).size > 1 &&
      !run[0]!.matches(PARTS) &&
      !hasWords(run[0]!.parentElement!),
  );
}

/** The largest part of the page that is nothing but links, for each link. */
const unitOf =
  (shop: string) =>
  (anchor: HTMLAnchorElement): Element[] => {
    const link = linkOf(anchor);
    if (link?.shop !== shop || !link.offers || !isNothingBut([{ anchor }], anchor)) return [];
    let unit: Element = anchor;
    for (let up = unit.parentElement!; isWrapper(up, shop); up = up.parentElement!) unit = up;
    return [unit];
  };

/** Whether an element is what an editor wraps round links. A `div` of several may belong to a script of the page. */
function isWrapper(part: Element, shop: string): boolean {
  const links = offerLinks(part);
  return (
    part.matches(links.length > 1 ? WRAPPERS : `${WRAPPERS},div`) &&
    links.every(({ link }) => link.shop === shop) &&
    isNothingBut(links, part)
  );
}

/** The next element, where nothing to read or to see stands before it. */
function nextOf(element: Element): Element | null {
  let next = element.nextSibling;
  while (next && isNothing(next)) next = next.nextSibling;
  return next?.nodeType === 1 ? (next as Element) : null;
}

/** Whether an element has text of its own, beside what its elements hold. */
const hasWords = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) => node.nodeType === 3 && hasText(node));

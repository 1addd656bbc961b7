import { readPurchaseLink, type PurchaseLink } from '../../core/link/purchase-link.ts';
import { INVALID_TEXT } from '../../core/invalid-text.ts';
import { ownFields } from '../../core/read-fields.ts';
import { unquoted } from '../../core/unquoted.ts';

/** A link of the page that sells an offer. */
export interface OfferLink {
  anchor: HTMLAnchorElement;
  link: PurchaseLink;
}

/** As much of such a link as is read, so that a server can ask what will be read of one that it writes. */
export interface WrittenLink {
  anchor: Pick<HTMLAnchorElement, 'dataset' | 'textContent'>;
  link: PurchaseLink;
}

/** Reads an anchor as a purchase link, also where a word processor has put its address into curly quotes. */
export function linkOf(anchor: HTMLAnchorElement): PurchaseLink | undefined {
  const written = anchor.getAttribute('href') ?? '';
  // Some editors escape an ampersand twice.
  const plain = unquoted(written).replaceAll('&amp;', '&');
  const link = readPurchaseLink(plain === written ? anchor.href : plain);
  return link && ownFields(link);
}

/** The links in a part of the page, the part itself included, that sell offers, in whichever shop. */
export function offerLinks(part: Element): OfferLink[] {
  const anchors = part.matches('a') ? [part] : part.querySelectorAll('a');
  return [...(anchors as Iterable<HTMLAnchorElement>)].flatMap((anchor) => {
    const link = linkOf(anchor);
    // A path that was never filled in sells nothing.
    return link?.offers?.every((path) => !INVALID_TEXT.test(path)) ? [{ anchor, link }] : [];
  });
}

/** What a link says, without the blanks of its markup. */
export const textOf = ({ anchor }: WrittenLink): string => anchor.textContent!.replace(/\s+/g, ' ').trim();

/**
 * What a page says of the offer that a link sells: `data-*` on it, or on the child it stands in, tells what its text does not.
 *
 * Its text is the name, as that is what translators translate, unless it is longer than a name:
 * `Pro Plan, €29 a month` beside `data-name="Pro Plan"`.
 *
 * @param isCta the text says what to do, and not what is sold.
 */
export function givenOffer(found: WrittenLink, child: Element | undefined, isCta: boolean): object {
  const { anchor, link } = found;
  const data = ownFields<DOMStringMap>({
    ...(child as HTMLElement | undefined)?.dataset,
    ...anchor.dataset,
  });
  for (const key of Object.keys(data)) data[key] = unquoted(data[key]!);
  const { price: amount, currency, interval, was, name = '' } = data;
  const text = textOf(found);
  const isLong = name && (text.startsWith(name) || text.length > 6 + 1.5 * name.length);
  const listed = (words: string | undefined) => words?.split('|');
  return {
    cta: isCta && text,
    ...data,
    path: link.offers![0],
    name: isCta || isLong || !text ? name : text,
    price: { amount, currency, interval, was },
    features: listed(data['features']),
    labels: listed(data['labels']),
    countries: listed(data['countries']),
    highlighted: 'highlighted' in data,
    page: link.page,
  };
}

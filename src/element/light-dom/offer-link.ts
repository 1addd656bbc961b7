import { readPurchaseLink, type PurchaseLink } from '../../core/link/purchase-link.ts';
import { INVALID_TEXT } from '../../core/invalid-text.ts';
import { ownFields } from '../../core/read-fields.ts';

/**
 * A link, or what stands around it, as its author meant it. Links are taken as they are until one of them is damaged: what
 * mends them is loaded then, and given to {@link mendLinksBy}.
 */
export let meant = (part: Element): HTMLAnchorElement => part as HTMLAnchorElement;

/** Has all links of the page read as their authors meant them, from now on. */
export const mendLinksBy = (mend: typeof meant): void => void (meant = mend);

/** A link of the page that sells an offer. */
export interface OfferLink extends WrittenLink {
  anchor: HTMLAnchorElement;
}

/** As much of such a link as is read, so that a server can ask what will be read of one that it writes. */
export interface WrittenLink {
  /** The anchor, as it was meant. */
  said: Pick<HTMLAnchorElement, 'dataset' | 'textContent'>;
  link: PurchaseLink;
}

/** Reads an anchor as a purchase link. */
export function linkOf(anchor: Element): PurchaseLink | undefined {
  const link = readPurchaseLink(meant(anchor).href);
  return link && ownFields(link);
}

/** The links in a part of the page, the part itself included, that sell offers, in whichever shop. */
export function offerLinks(part: Element): OfferLink[] {
  const anchors = part.matches('a') ? [part] : part.querySelectorAll('a');
  return [...(anchors as Iterable<HTMLAnchorElement>)].flatMap((anchor) => {
    const link = linkOf(anchor);
    // A path that was never filled in sells nothing.
    return link?.offers?.every((path) => !INVALID_TEXT.test(path))
      ? [{ anchor, said: meant(anchor), link }]
      : [];
  });
}

/** What a link says, without the blanks of its markup. */
export const textOf = ({ said }: WrittenLink): string => said.textContent!.replace(/\s+/g, ' ').trim();

/**
 * What a page says of the offer that a link sells: `data-*` on it, or on the child it stands in, tells what its text does not.
 *
 * Its text is the name, as that is what translators translate, unless it is longer than a name:
 * `Pro Plan, €29 a month` beside `data-name="Pro Plan"`.
 *
 * @param isCta the text says what to do, and not what is sold.
 */
export function givenOffer(found: WrittenLink, child: HTMLElement | undefined, isCta: boolean): object {
  const { said, link } = found;
  const data = ownFields<DOMStringMap>({ ...child?.dataset, ...said.dataset });
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
    // Templates print what they hold.
    highlighted: !/^(false|no|0)$/i.test(data['highlighted'] ?? 'no'),
    page: link.page,
  };
}

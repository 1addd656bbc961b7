import type { Offer } from '../../../src/core/offer/offer.ts';
import { readPurchaseLink } from '../../../src/core/link/purchase-link.ts';
import { AROUND, LONGEST_NAME } from './names.ts';
import { addressOf } from './plans.ts';

/** Where a line leads at its end: a mailbox, a number or a page; in Markdown behind its name. */
const PLACE =
  /^(.*?)(?:\[([^\]]+)\]\(\s*([^\s)]+)\s*\)|<?((?:mailto:|tel:|https:\/\/)[^\s<>"']+|[^\s<>"':/@]+@[^\s<>"':/@]+\.[a-z]{2,})>?)[.,;)]*$/i;

/** What stands before an address in the head or the foot of a mail, and is no plan. */
const NO_PLAN =
  /^(from|to|cc|bcc|reply-to|sent|subject|e-?mail|mail|phone|tel|telephone|telefon|mobile|fax|web|website|url|link|von|an|de|à|a|para|para:|betreff|envoyé|téléphone|correo|imprint|impressum|privacy|datenschutz|terms|agb|unsubscribe|abmelden)$/i;

/** Between a name and what is said in place of a price. */
const BETWEEN = /\s+[–—|-]\s+|\s*:\s+|,\s+/;

/**
 * Reads a line that names a plan and where to ask for it. A page on the web is one only where the text is a list, as
 * the foot of a mail has such lines, too.
 *
 * @example
 * contactIn('- Enterprise – on request: sales@example.com', false);
 * // { path: '/Enterprise', name: 'Enterprise', displayPrice: [{ text: 'on request' }], href: 'mailto:sales@example.com' }
 */
export function contactIn(line: string, isList: boolean): Offer | undefined {
  const [, before = '', title = '', inMarkdown = '', bare = ''] = PLACE.exec(line.trim()) ?? [];
  const href = addressOf(inMarkdown || bare);
  if (!href || readPurchaseLink(href) || (/^https?:/.test(href) && !isList)) return undefined;
  const words = (before.replace(AROUND, '') || title).replace(AROUND, '').trim();
  const [name = '', ...rest] = words.split(BETWEEN);
  if (!name || NO_PLAN.test(name) || words.length > LONGEST_NAME || /[.?!]\s/.test(`${words} `))
    return undefined;
  const said = rest.join(', ');
  const cta = before.replace(AROUND, '') && title;
  return {
    path: `/${name}`,
    name,
    ...(said && { displayPrice: [{ text: said }] }),
    ...(cta && { cta }),
    href,
  };
}

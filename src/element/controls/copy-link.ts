import { purchaseLink, readPurchaseLink } from '../../core/purchase-link.ts';
import type { Messages } from '../../locales/messages.ts';

/** What came of copying: what is said, and the link to copy by hand where the clipboard is closed. */
export interface Copied {
  announcement: string;
  manualCopyLink: string;
}

/**
 * Copies a purchase link, without the parameters that tell how this customer came here: they are not true
 * of the next one.
 *
 * @returns what is said, and the link to copy by hand where the browser, or a frame, keeps the clipboard closed.
 */
export async function copyLink(href: string, words: Messages): Promise<Copied> {
  const link = readPurchaseLink(href);
  const toPassOn = link ? purchaseLink({ ...link, carry: {} }) : href;
  try {
    await navigator.clipboard.writeText(toPassOn);
    return { announcement: words.copied, manualCopyLink: '' };
  } catch {
    return { announcement: '', manualCopyLink: toPassOn };
  }
}

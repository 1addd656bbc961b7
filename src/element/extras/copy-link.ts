import { purchaseLink, readPurchaseLink } from '../../core/purchase-link.ts';

/** The link without the parameters that tell how this customer came here: they are not true of the next one. */
export function linkToPassOn(href: string): string {
  const link = readPurchaseLink(href);
  return link ? purchaseLink({ ...link, carry: {} }) : href;
}

/** Puts a link on the clipboard. `false` where the browser, or a frame's permissions, do not allow it. */
export async function copyToClipboard(href: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(href);
    return true;
  } catch {
    return false;
  }
}

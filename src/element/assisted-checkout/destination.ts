import { navigate } from '../../core/navigate.ts';

/** Where a checkout will open; made in the click itself, as browsers allow a window only then. */
export interface Destination {
  /** Goes there. `false` when the window is gone. */
  open: (url: string) => boolean;
  /** Gives the window back, where there will be no checkout. */
  close: () => void;
}

/** Opens a window where one is wanted; `undefined` when the browser refused it. */
export function openDestination(target: string): Destination | undefined {
  if (target !== '_blank') return { open: (url) => (navigate(document, url, target), true), close: () => {} };
  const page = window.open('', '_blank');
  if (!page) return undefined;
  page.opener = null;
  return { open: (url) => navigateWindow(page, url), close: () => page.close() };
}

function navigateWindow(page: Window, url: string): boolean {
  if (page.closed) return false;
  // A link of the new page, clicked there: this page's address stays here.
  navigate(page.document, url, '_self');
  return true;
}

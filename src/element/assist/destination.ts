import { leaveFor } from '../leave.ts';

/** Where a checkout will open; made in the click itself, as browsers allow a window only then. */
export interface Destination {
  /** Goes there. `false` when the window is gone. */
  open: (url: string) => boolean;
  /** Gives the window back, where there will be no checkout. */
  close: () => void;
}

/** Opens a window where one is wanted; `undefined` when the browser refused it. */
export function openDestination(target: string): Destination | undefined {
  if (target !== '_blank') return { open: (url) => (leaveFor(url, target), true), close: () => {} };
  const page = window.open('', '_blank');
  if (!page) return undefined;
  page.opener = null;
  return { open: (url) => navigate(page, url), close: () => page.close() };
}

// A link of the new page, clicked there: its referrer policy holds, and this page's address stays here.
function navigate(page: Window, url: string): boolean {
  if (page.closed) return false;
  const anchor = page.document.createElement('a');
  anchor.href = url;
  anchor.referrerPolicy = 'origin';
  anchor.click();
  return true;
}

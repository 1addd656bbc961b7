/**
 * Registers `<limio-offers>`. The only module with a side effect, and it never throws: where the tag is
 * taken or refused, the links in the page keep working and one `limio-error` event on the document tells why.
 * @module
 */
import { VERSION } from './core/version.ts';
import { LimioOffersElement } from './element/limio-offers.ts';

const TAG = 'limio-offers';

function define(): void {
  let earlier: { version?: unknown } | undefined;
  try {
    earlier = customElements.get(TAG) as typeof earlier;
    // Without adopted style sheets the cards could not be drawn; the links in the page sell all the same.
    if (!earlier && 'adoptedStyleSheets' in document) customElements.define(TAG, LimioOffersElement);
    if (!earlier || earlier.version === VERSION) return;
  } catch {
    // A page that lets nobody define an element keeps its links.
  }
  later(import('./element/mistakes/conflict.ts'), (file) => file.reportConflict(TAG, earlier, VERSION));
}

/** Where a file that only some pages need cannot be loaded, the page is as it was. */
function later<File>(file: Promise<File>, use: (file: File) => void): void {
  file.then(use).catch(() => {});
}

// On a server there is nothing to register with, though Lit brings something of that name.
if (typeof document !== 'undefined') {
  define();
  // For pages whose editor leaves no tag round the links.
  const { limioOffers } = document.querySelector<HTMLElement>('script[data-limio-offers]')?.dataset ?? {};
  if (limioOffers)
    later(import('./element/light-dom/links-without-tag.ts'), (file) => file.wrapLinks(limioOffers));
  // A frame of another site, or a sandbox, may keep links from opening; the customer then needs another way out.
  if (frameElement?.hasAttribute('sandbox') ?? self !== top)
    later(import('./frames/frame.ts'), (file) => file.keepLinksWorking());
}

declare global {
  interface HTMLElementTagNameMap {
    'limio-offers': LimioOffersElement;
  }
}

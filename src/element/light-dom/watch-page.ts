import type { ElementBase } from '../element-base.ts';

/** Draws again when the page changes what the offers depend on: the element's children, the page's language. */
export function watchPage(host: ElementBase): void {
  const redraw = () => host.requestUpdate();
  const observer = new MutationObserver(redraw);
  host.addController({
    hostConnected() {
      // The rest of the tag may still be on its way.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', redraw);
      observer.observe(host.ownerDocument, { subtree: true, attributeFilter: ['lang'] });
      observer.observe(host, { childList: true, subtree: true, characterData: true, attributes: true });
    },
    // Whoever empties the shadow root takes the children's slots away.
    hostUpdated: () => observer.observe(host.renderRoot, { childList: true }),
    hostDisconnected: () => observer.disconnect(),
  });
}

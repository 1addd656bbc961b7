import { shownPath } from '../agent/agent-offer.ts';
import { VERSION } from '../core/version.ts';
import { LimioOffersElement } from '../element/limio-offers.ts';
import { connectHost } from './host.ts';

/** What comes with the answer of `list_offers` for this view alone; a model does not see it. */
interface Shown {
  shop: string;
  page?: string;
  offers: readonly object[];
}

if (!customElements.get('limio-offers')) customElements.define('limio-offers', LimioOffersElement);
const element = document.createElement('limio-offers');

const host = connectHost('limio-offers', VERSION, {
  onContext({ theme, locale }) {
    if (theme) element.theme = theme;
    // Between the cards the page of the host shows through, in its own colours.
    document.documentElement.style.colorScheme = theme ?? '';
    if (locale) element.locale = locale;
  },
  onResult({ _meta = {} }) {
    const shown = _meta['limio-offers'] as Shown | undefined;
    // Not before there is something to show, or it would say that there is nothing.
    if (shown) document.body.append(Object.assign(element, shown));
  },
});

// A sandbox opens no window, so the host is asked; where it refuses, the customer can copy the link.
element.addEventListener('limio-checkout', (event) => {
  event.preventDefault();
  host.tellModel(`The buyer goes to the checkout with ${event.offers.map(shownPath).join(', ')}.`);
  void host.openLink(event.url).then((isOpen) => isOpen || element.showLink(event.url));
});

let height = 0;
new ResizeObserver(() => {
  const now = Math.ceil(element.getBoundingClientRect().height);
  if (now !== height) host.resized((height = now));
}).observe(element);

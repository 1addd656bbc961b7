import { drawnCards, isDrawnAtOnce } from './print/drawn-cards.ts';
import { elementOf, takesSheet } from './print/snippet.ts';
import { treeOf, type Setup, type Tree } from './print/tree.ts';
import { EXAMPLE_SHOP } from './setup.ts';
import type { State, Width } from './state.ts';

/** Who plays the example shop in the preview: the server of the demo says so; elsewhere nobody does. */
export const PLAYED_SHOP = document.body.dataset['shop'] ?? EXAMPLE_SHOP;

/** Attributes whose controls are a part that comes after the cards. */
const LATER = ['copy-link', 'compare-offers', 'select', 'checkout', 'src', 'backend'];

/** The element itself, made from the very markup that is to be copied. */
export class Stage {
  element: HTMLElement | undefined;
  #shown = '';
  readonly #onDrawn: () => void;

  constructor(onDrawn: () => void) {
    this.#onDrawn = onDrawn;
  }

  /** Shows a set-up on a page of this width: each begins anew, as pages do. */
  show(setup: Setup, width: Width): void {
    const markup = elementOf(setup);
    if (width + markup !== this.#shown) {
      this.#shown = width + markup;
      this.element = document.createRange().createContextualFragment(markup).firstElementChild as HTMLElement;
      // The playground stays where it is.
      this.element.setAttribute('target', '_blank');
      this.element.addEventListener('limio-ready', this.#onDrawn);
    }
    this.element!.removeAttribute('style');
    for (const [name, value] of Object.entries(setup.style ?? {}))
      this.element!.style.setProperty(`--limio-${name}`, value);
  }

  /** What stands in the page before the script, once it is drawn here; nothing where the place takes no sheet. */
  cards({ attributes, ...rest }: Setup, { variant, files, values, isDrawnEarly }: State): Tree | undefined {
    const base = this.element?.shadowRoot?.querySelector('.base');
    const isLater = LATER.some((name) => values[name]);
    const isPlace = takesSheet(variant) && files !== 'plugin';
    if (!base || !isDrawnAtOnce(base) || isLater || !isDrawnEarly || !isPlace) return undefined;
    const copy = base.cloneNode(true) as Element;
    for (const link of copy.querySelectorAll('a'))
      link.href = link.href.replace(PLAYED_SHOP, attributes['shop']!);
    return drawnCards(copy, treeOf({ attributes, ...rest }).children as Tree[], attributes['group']);
  }
}

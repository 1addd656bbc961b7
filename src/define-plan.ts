/**
 * Registers `<limio-plan>`. It never throws: where the tag is taken, what stands between the tags stays.
 * @module
 */
import { LimioPlanElement } from './element/plan/limio-plan.ts';

const TAG = 'limio-plan';

try {
  // On a server there is nothing to register with; without adopted style sheets nothing could be drawn.
  if (typeof document !== 'undefined' && !customElements.get(TAG) && 'adoptedStyleSheets' in document)
    customElements.define(TAG, LimioPlanElement);
} catch {
  // A page that lets nobody define an element keeps what stands between the tags.
}

declare global {
  interface HTMLElementTagNameMap {
    'limio-plan': LimioPlanElement;
  }
}

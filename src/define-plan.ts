/**
 * Registers `<limio-plan>`. It never throws: where the tag is taken, what stands between the tags stays.
 * @module
 */
import { LimioPlanElement } from './element/plan/limio-plan.ts';

const TAG = 'limio-plan';

// On a server there is nothing to register with; without adopted style sheets nothing could be drawn.
if (typeof document !== 'undefined' && !customElements.get(TAG) && 'adoptedStyleSheets' in document)
  customElements.define(TAG, LimioPlanElement);

declare global {
  interface HTMLElementTagNameMap {
    'limio-plan': LimioPlanElement;
  }
}

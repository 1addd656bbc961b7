/**
 * Registers `<limio-offers>`. The only module with a side effect, and it never throws: where the tag is
 * taken, the links in the page keep working and one `limio-error` event on the document tells why.
 * @module
 */
import { LimioError } from './core/errors.ts';
import { VERSION } from './core/version.ts';
import { LimioErrorEvent } from './element/events.ts';
import { LimioOffersElement } from './element/limio-offers.ts';

const TAG = 'limio-offers';

function define(): void {
  const earlier = customElements.get(TAG) as { version?: unknown } | undefined;
  if (!earlier) return customElements.define(TAG, LimioOffersElement);
  if (earlier.version === VERSION) return;
  const error =
    typeof earlier.version === 'string'
      ? new LimioError(
          'version_conflict',
          `${TAG} ${earlier.version} is there already; ${VERSION} was left out.`,
        )
      : new LimioError('tag_taken', `<${TAG}> is defined by another script; ${VERSION} was left out.`);
  document.dispatchEvent(new LimioErrorEvent(error));
}

// On a server there is nothing to register with.
if (typeof customElements !== 'undefined') define();

declare global {
  interface HTMLElementTagNameMap {
    'limio-offers': LimioOffersElement;
  }
}

import type { LimioErrorCode } from '../error-codes.ts';
import type { ErrorHelp } from './help.ts';
import { PAGE_MISTAKES, type PageMistake } from './page-mistakes.ts';

/** What pages never say, so that these sentences do not travel to browsers. */
const OTHERS = {
  carry_invalid: [
    'A carried parameter was left out of the link',
    'Carry short campaign parameters only; `purchase`, `label` and `pc` are taken, and personal details never travel in a link.',
  ],
  network: [
    'A request failed before an answer arrived',
    "Check the address, CORS and the page's `connect-src`.",
  ],
  timeout: ['A request took too long', 'Look at the server; the customer is not kept waiting.'],
  window_refused: [
    'The browser did not open a window',
    'The customer is shown the link, to copy or to follow.',
  ],
  cancelled: [
    'The customer moved on before an answer came',
    'Nothing: a newer click, or another page, has taken over.',
  ],
  bad_request: [
    'The request does not have the documented shape',
    'Read `fields` in the answer; compare with `/openapi.json`.',
  ],
  too_large: ['A body is larger than allowed', 'Send at most 16 kB.'],
  rate_limited: ['Too many requests', 'Wait as long as `retry-after` says; the purchase link keeps working.'],
  challenge_failed: [
    'The challenge was not passed',
    'Let the customer solve it again; the purchase link keeps working.',
  ],
  context_invalid: [
    'The context token cannot be trusted',
    'Check its issuer, audience, expiry, algorithm and signature.',
  ],
  context_unverified: [
    'The keys for a context token cannot be had',
    'Look at the address of the key set: is it up, and does it hold the key the token names?',
  ],
  offer_unavailable: [
    'An offer is not for sale',
    'Reload the offers; the catalogue no longer has it for this shop window.',
  ],
  offer_changed: [
    'An offer has changed since it was shown',
    'Reload the offers and let the customer look again.',
  ],
  conflict: [
    'The attempt id, or the Idempotency-Key, was used for another request',
    'Make a new one for each basket.',
  ],
  upstream_timeout: ['Limio did not answer in time', 'Try again later; the purchase link keeps working.'],
  upstream_unavailable: ['Limio cannot be reached', 'Try again later; the purchase link keeps working.'],
  upstream_rejected: [
    'Limio refused the request',
    'Check the credentials, the offer and the configuration of the backend.',
  ],
  upstream_invalid: [
    "Limio's answer could not be understood",
    'Look at the tenant: is it the right host, and is it up?',
  ],
  credentials_refused: [
    'Limio refused the credentials',
    'Check that the OAuth client is of this tenant, and that it has the scope of the operation.',
  ],
  basket_unknown: [
    'Limio does not know this basket',
    'It has expired or belongs to another tenant; start a new checkout.',
  ],
  state_unavailable: [
    'The store in which the backend keeps what was begun cannot be reached',
    'Send the same request again in a moment; what was begun is still there.',
  ],
  promo_refused: ['Limio refused the promo code', 'It is unknown, expired, or does not go with the offer.'],
  subscription_pending: [
    'The subscription has a change pending',
    'Wait until the pending change has taken effect.',
  ],
  subscription_unknown: [
    'Limio does not know this subscription',
    'Check its id or reference, the details to verify, and that it belongs to this tenant.',
  ],
  one_offer_only: ['A subscription change adds more than one offer', 'Add one offer per change.'],
  change_refused: [
    'Limio refused the change of the subscription',
    'Another change may go; whoever calls the client reads `reason` of the error.',
  ],
  delivery_refused: [
    'The receiver of a webhook keeps refusing one event',
    'Read its log; the event is kept in the dead letter file.',
  ],
  delivery_failed: [
    'The receiver of webhooks cannot be reached, or refuses all of them',
    'Look at its address and its log. Nothing is lost: the reader goes on from its checkpoint.',
  ],
  checkpoint_failed: [
    'A checkpoint cannot be read or kept',
    'Read the message: it names the place. Until then nothing is told, and nothing is lost.',
  ],
  tag_missing: [
    'There is no `<limio-offers>` tag in the page',
    'Let the editor keep the tag, or give the script tag `data-limio-offers` with the origin of the shop; the links sell by themselves.',
  ],
  tag_broken: [
    'A tag has been broken on its way into the page',
    'Paste it as HTML, one whole tag in a line, with plain quotes and a closing tag of its own.',
  ],
  script_missing: [
    'No script makes cards of the offers',
    'Add the script tag: `<script type="module" src="…/limio-offers.js"> </script>`. The links sell without it.',
  ],
  policy_refused: [
    "The page's content security policy refuses something that the offers need",
    'Add the address to the directive that is named.',
  ],
  frame_refused: [
    'A frame with offers cannot be shown, or cannot open its links',
    'Read the message: it names the attribute or the header.',
  ],
  internal: ['Something failed that should not', 'Quote the request id when you report it.'],
} as const satisfies Record<Exclude<LimioErrorCode, PageMistake>, ErrorHelp>;

/** What each error code means, and what to do about it. The documentation of errors is printed from it. */
export const ERROR_HELP: Readonly<Record<LimioErrorCode, ErrorHelp>> = { ...PAGE_MISTAKES, ...OTHERS };

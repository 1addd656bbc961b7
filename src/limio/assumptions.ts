/**
 * What we take for granted about Limio where its documentation is silent or disagrees with itself: one
 * row per assumption, referred to by its id from the code that stands on it. `docs/limio.md` prints this table.
 */
export const ASSUMPTIONS = {
  'customer-details':
    "Pre-filled details are sent as `order.customerDetails` on initiate. The guide promises pre-filling and other operations use that name, but initiate's schema does not list it.",
  'external-id':
    'Initiating twice with the same `order.external_id` makes one basket, so one retry is safe; the id keeps to letters, digits, `-` and `_`, at most 128, as the subscription operations demand.',
  'top-level-version':
    "An offer is ordered by the item's top-level `id` and `version`; those inside `data` are stale in duplicated offers.",
  'add-on-parent':
    "An add-on on initiate names the offer it is bought with as `parentId`, by the offer's id. The schema of initiate does not list it; updates and the shop's own baskets use that name. An add-on goes with an offer that carries one of its `compatibleLabel` or holds one of its `compatible_products`, and with any where it names neither.",
  'promo-own-call':
    'A promo code is applied by its own call after initiate, and a refused code leaves the basket as it was.',
  'required-fields':
    'Where guide and schema disagree on what initiate requires, the schema is followed and `tracking` is sent as well, empty if need be.',
  expiry: 'Documents name 14 and 30 days; `expiresAfter` is always honoured, so nothing relies on a default.',
  'link-end':
    'The signed part of a link is a JWT that may say in `exp` until when it opens. A link that is over when it is made is not handed out; where nothing can be read, it is taken to be good.',
  'anonymous-link': 'Without `tracking.accountId` there is a `recoveryLink` and no `assistedCheckoutLink`.',
  'token-shape':
    '`access_token` may come with the word Bearer in front, `expires_in` may be missing or absurd, and an `id_token` beside it is of no interest.',
  'token-form':
    'The token endpoint takes the credentials in the form (`client_secret_post`), and the scopes belong to the client, so none is asked for.',
  'bad-gateway':
    'A 502 may mean a bad request as well as an outage; it is treated as an outage, retried once and counted against the operation.',
  'catalogue-paging':
    '`opt.all=true` turns paging on; a page without `queryMore` is the last, whatever `hits` says. `queryMore` may stay the same from page to page, as cursors of Elasticsearch do.',
  'catalogue-page-size':
    'A page may have up to 1,000 items. One that is too large is refused with 400, 413, 422 or 502, and a smaller one may begin at the same place; the place of a page is good for some minutes.',
  'abandoned-order':
    '`createdAfter` may include the very instant, and pages may come in any order, so a poller drops baskets it has seen.',
  'abandoned-cursor':
    'A cursor of the list of baskets may die between two runs; Limio then answers with a refusal, not with an empty page.',
  'landing-cookie':
    "The customer's landing-state cookie is passed on as a browser does it, with those beside it; its name and content are Limio's business.",
  'one-offer-400':
    'A 400 to a subscription change that adds an offer means that the basket would hold more than one added offer, unless its reason speaks of something else.',
  'pending-423': 'A 423 means the same on every subscription operation: a change is pending.',
  'basket-id':
    "The id of a basket is `basket-` and the order's `external_id`, as in every recorded order. Partner operations take `basket-` and 32 to 36 characters, so an `external_id` has the shape of a UUID.",
  'own-tracking':
    "Names of one's own in `order.tracking` come back with the basket in the list of baskets, and with the order in a webhook, as in recorded orders. The request of a renewal takes none.",
  'order-total':
    'The total of any order has the fields that are documented for a change of subscription: `currency`, `orderSubtotal`, `orderTotal`, `totalOrderDiscounts` and `amount`, in major units.',
  'partner-cookie':
    'A partner initiate sets the landing-state cookie that the update asks for; where it does not, initiate again with the same `external_id`.',
  'renewal-link':
    'The reply to a renewal holds no link. A subscriber opens the renewal page of the shop with the id of the basket: `{shop}/renewal?basket={id}`, as the shop reads baskets elsewhere. The older renewal form takes `customer`, the SHA-256 of the e-mail address in small letters, and `subRef`.',
  'partner-link':
    "A partner's basket is opened by the checkout page of the shop with `?basket=` and its id, as a subscription's is; the reply holds no link.",
  'renewal-verify':
    'Details in `verify` that are not those of the subscriber are answered like an unknown subscription, with 404, as no other refusal is documented.',
  'renewal-status':
    'Limio decides which subscriptions can be renewed: one that is cancelled, or whose term has ended and that is in its grace period, is asked for like any other. One that cannot be renewed any more is answered with 404 like an unknown one, as no other refusal is documented; 400, 409, 410 and 422 are taken for the same decision, said aloud, and 423 for a change that is pending.',
  'plan-token':
    "The token of the client may start and alter the change of any subscription, so that whose it is is the site's to say. Limio's documents ask for a logged-in customer; `customerToken` hands over theirs.",
  'plan-link':
    'A change of plan ends at a page of the shop, `{shop}{page}?basket={checkoutId}`, with the `ownerId` of the page that was left. The page is the `update_configuration__limio` of the plan that is changed to, else `/update`.',
  'plan-total':
    'The total of a change is what is charged for each term once the change has taken effect. What is due on the day itself is said by the shop alone.',
  'plan-quantity':
    'The offer that Limio removes by itself when another one is added is the present plan, with its quantity.',
  'plan-undo':
    'A `remove` of what the change itself adds takes it back, and so does an `add` of an add-on that the change itself removes.',
  'select-offer':
    '`selectOffer` without upgrades and downgrades means that the subscription holds several plans. Which ones Limio does not say, so the site does, in the claim `subscriptions`; the chosen one is named as `forSubscriptionOffer` when the change is started anew.',
  'limio-webhook':
    'A webhook of Limio sends the object as JSON, by POST. An order tells its basket as `checkoutId`, `basketId` or an `id` that begins with `basket-`, or by `external_id`, at the top or in `order` or `data`. Which event it is stands in the address, which is set up for each type.',
  'retry-after':
    'A 429 may come with `retry-after` in seconds or as a date, though rate limits are not documented.',
} as const;

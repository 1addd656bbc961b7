import type { Customer } from '../contract/checkout.ts';
import { MAX_CHARACTERS } from '../core/customer-rules.ts';

/** `<limio-offers>`, as far as it matters here. */
interface Offers extends Element {
  customer: Customer | undefined;
}

/** Names a chat gives to details, and ours. */
const NAMES: Record<string, keyof Customer> = {
  email: 'email',
  first_name: 'firstName',
  last_name: 'lastName',
  company: 'company',
  phone: 'phone',
};

/**
 * Tells the elements of a page, present and future, what a chat learns about its customer. It goes into their
 * `customer` property and nowhere else.
 */
export function knownCustomer(root: ParentNode & EventTarget) {
  let known: Customer = {};
  const tell = (el: Offers) => (el.customer = { ...el.customer, ...known });
  const onReady = (event: Event) => {
    if (Object.keys(known).length) tell(event.composedPath()[0] as Offers);
  };
  root.addEventListener('limio-ready', onReady);
  return {
    /** @param details by the chat's names; what is not a short text is passed over. */
    learn(details: unknown): void {
      for (const [name, value] of Object.entries(Object(details) as object)) {
        const key = NAMES[name];
        if (key && typeof value === 'string' && value.length <= MAX_CHARACTERS[key])
          known = { ...known, [key]: value };
      }
      root.querySelectorAll<Offers>('limio-offers').forEach(tell);
    },
    /** What is known so far. */
    get details(): Readonly<Customer> {
      return known;
    },
    stop: () => root.removeEventListener('limio-ready', onReady),
  };
}

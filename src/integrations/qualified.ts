import type { Offer } from '../core/offer/offer.ts';
import { onChosen } from './chosen.ts';
import { knownCustomer } from './known-customer.ts';

/** A form experience of Qualified to show, and what to fill into it. */
export interface QualifiedForm {
  /** `experience-…` */
  experience: string;
  /** Fields by the names Qualified knows; the e-mail address it captured itself is added. */
  fields?: Record<string, string>;
  /** The experience takes the place of the checkout. */
  instead?: boolean;
}

/** How offers and Qualified work together. */
export interface QualifiedOptions {
  /** What to show when this offer is chosen; nothing by default. */
  formFor?: (offer: Offer) => QualifiedForm | undefined;
  root?: ParentNode & EventTarget;
}

type Qualified = (command: string, ...words: unknown[]) => void;

/**
 * Connects offers and a Qualified conversation: an e-mail address captured in the chat fills in the assisted
 * checkout, and a chosen offer can open a form experience.
 *
 * Call it after Qualified's own snippet, whose queue takes what comes early. Client events must be enabled by
 * Qualified. What a "Email Captured" event holds, `field_values` by name, is assumed.
 *
 * @returns a function that ends it.
 * @see https://university.qualified.com/api-49/client-side-api-95
 *
 * @example
 * connectQualified({ formFor: ({ name }) => name === 'Business' ? { experience: 'experience-12', instead: true } : undefined });
 */
export function connectQualified({ formFor, root = document }: QualifiedOptions = {}): () => void {
  const customer = knownCustomer(root);
  let isOn = true;
  const qualified: Qualified = (...words) => {
    (globalThis as { qualified?: Qualified }).qualified?.(...words);
  };
  qualified('handleEvents', (name: string, data: unknown) => {
    if (isOn && name === 'Email Captured') customer.learn(Object(data).field_values);
  });
  const stop = onChosen(root, (offer) => {
    const form = formFor?.(offer);
    if (!form) return false;
    const { email } = customer.details;
    qualified('saveFormData', { ...(email && { email }), ...form.fields });
    qualified('showFormExperience', form.experience);
    return form.instead;
  });
  return () => {
    isOn = false;
    customer.stop();
    stop();
  };
}

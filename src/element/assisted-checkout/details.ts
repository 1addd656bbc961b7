import type { Customer } from '../../contract/checkout.ts';
import { COUNTRY, EMAIL, PHONE } from '../../core/customer-rules.ts';

/** A detail that can be asked for: what it is called in `ask`, and how browsers and keyboards know it. */
interface Detail {
  key: keyof Customer;
  autocomplete: AutoFill;
  type: 'email' | 'text' | 'tel';
}

const DETAILS: Record<string, Detail> = {
  email: { key: 'email', autocomplete: 'email', type: 'email' },
  'first-name': { key: 'firstName', autocomplete: 'given-name', type: 'text' },
  'last-name': { key: 'lastName', autocomplete: 'family-name', type: 'text' },
  company: { key: 'company', autocomplete: 'organization', type: 'text' },
  phone: { key: 'phone', autocomplete: 'tel', type: 'tel' },
  country: { key: 'country', autocomplete: 'country', type: 'text' },
};

/** What a detail has to look like. */
const PATTERNS: { readonly [Key in keyof Customer]?: RegExp } = {
  email: EMAIL,
  phone: PHONE,
  country: COUNTRY,
};

/** The details an `ask` attribute names that are not known yet, in the order of the form. */
export function detailsToAsk(ask: string, known: Customer): Detail[] {
  const names = ask.toLowerCase().split(/[^a-z-]+/);
  return Object.entries(DETAILS).flatMap(([name, detail]) =>
    names.includes(name) && !known[detail.key] ? [detail] : [],
  );
}

/**
 * What is wrong with what was typed; `undefined` when nothing is. Digits of any script and wide letters will do: the
 * backend writes them plainly, and looks more closely.
 */
export function problemWith({ key }: Detail, value: string): 'missing' | 'wrong' | undefined {
  const typed = value.normalize('NFKC').replace(/\p{N}/gu, '0').trim();
  if (!typed) return 'missing';
  return PATTERNS[key]?.test(typed) === false ? 'wrong' : undefined;
}

/** Details a page knows, say from a chat: only those we know, only text, trimmed; no empty ones. */
export function readCustomer(value: unknown): Customer {
  const given = (value && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const customer: Customer = {};
  for (const { key } of Object.values(DETAILS)) {
    const detail = given[key];
    const text = typeof detail === 'string' ? detail.trim() : '';
    if (text) customer[key] = key === 'country' ? text.toUpperCase() : text;
  }
  return customer;
}

export type { Detail };

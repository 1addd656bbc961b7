import type { Customer } from '../../contract/checkout.ts';

/** A detail that can be asked for: what it is called in `ask`, and how browsers and keyboards know it. */
interface Detail {
  key: keyof Customer;
  autocomplete: AutoFill;
  type: 'email' | 'text' | 'tel';
  /** Most characters the backend accepts. */
  max: number;
}

const DETAILS: Record<string, Detail> = {
  email: { key: 'email', autocomplete: 'email', type: 'email', max: 254 },
  'first-name': { key: 'firstName', autocomplete: 'given-name', type: 'text', max: 100 },
  'last-name': { key: 'lastName', autocomplete: 'family-name', type: 'text', max: 100 },
  company: { key: 'company', autocomplete: 'organization', type: 'text', max: 200 },
  phone: { key: 'phone', autocomplete: 'tel', type: 'tel', max: 40 },
  country: { key: 'country', autocomplete: 'country', type: 'text', max: 2 },
};

/** The details an `ask` attribute names that are not known yet, in the order of the form. */
export function detailsToAsk(ask: string, known: Customer): Detail[] {
  const names = ask.toLowerCase().split(/[\s,]+/);
  return Object.entries(DETAILS).flatMap(([name, detail]) =>
    names.includes(name) && !known[detail.key] ? [detail] : [],
  );
}

/** What is wrong with what was typed; `undefined` when nothing is. The backend looks more closely. */
export function problemWith({ key }: Detail, value: string): 'missing' | 'wrong' | undefined {
  if (!value.trim()) return 'missing';
  if (key === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value.trim()) ? undefined : 'wrong';
  if (key === 'phone') return /^\s*[+\d][\d\s()./-]*$/.test(value) ? undefined : 'wrong';
  if (key === 'country') return /^\s*[a-z]{2}\s*$/i.test(value) ? undefined : 'wrong';
  return undefined;
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

/** Most characters of each detail of a customer. The backend takes no more, and Limio names no limits. */
export const MAX_CHARACTERS = {
  email: 254,
  firstName: 100,
  lastName: 100,
  company: 200,
  phone: 40,
  country: 2,
} as const;

/**
 * An e-mail address, as far as a pattern can tell: something, one `@`, and a host with a dot. What stands around one
 * in a link or in a list of them is no part of it: `mailto:`, `<…>`, `,`.
 */
export const EMAIL = /^[^\s@:<]+@[^\s@]+\.[^\s@.,>]+$/;

/** A telephone number as people write it: `+44 (0)20 7946-0123`, `(020) 7946 0123 ext. 5`. */
export const PHONE = /^[+(\d][\d\s()./ext-]*$/;

/** ISO 3166-1 alpha-2, in capitals: `DE`. */
export const COUNTRY = /^[A-Z]{2}$/;

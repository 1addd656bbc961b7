import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS, sandbox } from '../../demo/sandbox/sandbox.ts';
import { digest } from '../../src/server/gate/digest.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import { NOON, setup } from './setup.ts';

export const RESELLER = 'limio-offers-key-of-a-reseller-0123456789';
export const OTHER = 'limio-offers-key-of-another-reseller-0123';
export const CRM = 'limio-offers-key-of-a-crm-0123456789012';
const KEYS = [
  { label: 'reseller', scopes: ['partner'], sha256: digest(RESELLER) },
  { label: 'other', scopes: ['partner'], sha256: digest(OTHER) },
  { label: 'crm', scopes: ['quotes'], sha256: digest(CRM) },
] as const;

export const TEAM = '/offers2/Desk Team Monthly';
export const BUSINESS = '/offers2/Desk Business Monthly';
export const items = [{ path: TEAM, quantity: 3 }];

interface Body {
  id?: string;
  basketId?: string;
  items?: { id: string; path: string; quantity: number }[];
  blockedProducts?: string[];
  url?: string;
  code?: string;
  fields?: string[];
}

/** A backend with a partner's credentials on a sandbox, and a way to ask it. What is sold by partners is `sold`. */
export function partner(
  sold: readonly string[] = [TEAM, BUSINESS],
  options: Partial<BackendOptions> = {},
  offers = forPartners(sold),
) {
  const limio = sandbox({ now: () => NOON, offers });
  const made = setup(
    { keys: () => KEYS, partner: { credentials: () => CREDENTIALS }, country: 'US', ...options },
    limio,
  );
  return {
    ...made,
    limio,
    send: async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const response = await made.ask(path, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${RESELLER}`, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Body };
    },
  };
}

export const forPartners = (sold: readonly string[]) =>
  CATALOGUE.map((item) => ({
    ...item,
    data: {
      ...item.data,
      attributes: {
        ...item.data.attributes,
        sales_channel__limio: sold.includes(item.path) ? ['Online', 'Partner'] : ['Online'],
      },
    },
  }));

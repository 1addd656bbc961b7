import * as z from 'zod/mini';
import { isWebAddress, pagePath, shopOrigin } from '../../core/shop.ts';
import { readOrigins } from '../gate/origins.ts';

/** Whether something can be read: its own words are not repeated, as they may hold a value. */
const readable = (read: (text: string) => unknown) =>
  z.string().check(
    z.refine((text) => {
      try {
        read(text);
        return true;
      } catch {
        return false;
      }
    }),
  );

const text = z.string().check(z.minLength(1));
const count = (max: number, min = 0) =>
  z.string().check(z.refine((digits) => /^\d{1,9}$/.test(digits) && +digits >= min && +digits <= max));
const address = z.string().check(z.refine((url) => URL.canParse(url) && isWebAddress(new URL(url))));

/** Origins and other lists, separated by spaces or commas. */
export const words = (list: string): string[] => list.split(/[\s,]+/).filter(Boolean);

/**
 * What `limio-offers serve` reads from its environment: whether it is needed, what is accepted, and the line
 * of help that says so. Empty variables count as missing.
 */
export const VARIABLES = {
  LIMIO_TENANT: {
    schema: readable(shopOrigin),
    isNeeded: true,
    help: 'Host of the Limio app: acme.prod.limio.com',
  },
  LIMIO_CLIENT_ID: { schema: text, isNeeded: true, help: 'OAuth client, from Limio Support' },
  LIMIO_CLIENT_SECRET: { schema: text, help: 'Its secret; or the next one' },
  LIMIO_CLIENT_SECRET_FILE: { schema: text, help: 'File that holds the secret, read anew for each token' },
  LIMIO_SHOP: {
    schema: readable(shopOrigin),
    isNeeded: true,
    help: 'Origin of the shop: https://shop.example.com',
  },
  LIMIO_ORIGINS: {
    schema: readable((list) => readOrigins(words(list))),
    isNeeded: true,
    help: 'Origins of the pages that may call, separated by spaces',
  },
  LIMIO_COUNTRY: {
    schema: z.string().check(z.regex(/^[A-Z]{2}$/)),
    isNeeded: true,
    help: 'Country of customers whose own is not known: DE',
  },
  LIMIO_PAGE: { schema: readable(pagePath), help: 'Checkout page to land on: /checkout' },
  LIMIO_LABEL: { schema: text, help: 'Sells only offers with this label' },
  LIMIO_EXPIRES_MINUTES: { schema: count(525_600), help: 'How long a basket lives, in minutes. Default 240' },
  LIMIO_BUDGET: { schema: count(60_000, 100), help: 'Milliseconds a request may take. Default 2500' },
  LIMIO_BASE_PATH: {
    schema: z.string().check(z.regex(/^(\/[\w.-]+)+$/)),
    help: 'Path the routes are under. Default none',
  },
  LIMIO_PROXIES: { schema: count(20), help: 'Proxies of yours that add to x-forwarded-for. Default 0' },
  LIMIO_CONTEXT_ISSUER: { schema: text, help: 'Accepts context tokens of this issuer' },
  LIMIO_CONTEXT_AUDIENCE: { schema: text, help: 'Their audience. Default limio-offers' },
  LIMIO_CONTEXT_SECRET: {
    schema: z.string().check(z.minLength(32)),
    help: 'Shared secret they are signed with (HS256); or the next one',
  },
  LIMIO_CONTEXT_JWKS: { schema: address, help: 'Address of the public keys they are signed with (ES256)' },
  TURNSTILE_SECRET: { schema: text, help: 'Asks each customer for a solved Cloudflare Turnstile challenge' },
  REDIS_URL: {
    schema: z.string().check(z.regex(/^rediss?:\/\/./)),
    help: 'Shares tokens, attempts and limits between instances',
  },
  REDIS_TIMEOUT: {
    schema: count(60_000, 1),
    help: 'Milliseconds to wait for Redis, before each instance goes on alone. Default 500',
  },
  HOST: { schema: text, help: 'Address to listen on. Default 127.0.0.1; in a container 0.0.0.0' },
  PORT: { schema: count(65_535), help: 'Port to listen on. Default 8787' },
} as const satisfies Record<string, { schema: z.ZodMiniType<string>; isNeeded?: boolean; help: string }>;

export type VariableName = keyof typeof VARIABLES;

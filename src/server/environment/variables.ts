import * as z from 'zod/mini';
import { COUNTRY } from '../../core/customer-rules.ts';
import { isWebAddress, pagePath, shopOrigin } from '../../core/link/shop.ts';
import { signedWebhook } from '../abandoned/signed-webhook.ts';
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

/** Looks whether webhooks can be signed with it. @throws {LimioError} where they cannot */
export const readSigningSecret = (secret: string) => signedWebhook({ to: 'https://crm.invalid', secret });

const text = z.string().check(z.minLength(1));
const form = (pattern: RegExp, hint: string) => ({ schema: z.string().check(z.regex(pattern)), hint });
const count = (max: number, min = 0) => ({
  schema: z
    .string()
    .check(z.refine((digits) => /^\d{1,9}$/.test(digits) && +digits >= min && +digits <= max)),
  hint: `Write a whole number from ${min} to ${max}`,
});
/** So many in so many seconds. */
const limit = {
  schema: z.string().check(z.regex(/^\d{1,7}\/[1-9]\d{0,4}$/)),
  hint: 'Write how many, a slash, and in how many seconds: 600/60',
};
const page = { schema: readable(pagePath), hint: 'Write a path of the shop, with a slash first' };
function isRedisAddress(url: string): boolean {
  try {
    const { protocol, host, pathname, username, password } = new URL(url);
    // Whoever connects does so, and fails where it cannot be done.
    decodeURIComponent(username + password);
    return /^rediss?:$/.test(protocol) && !!host && /^\/?\d*$/.test(pathname) && !url.includes('#');
  } catch {
    return false;
  }
}
const redisAddresses = z.string().check(z.refine((list) => words(list).every(isRedisAddress)));
const address = {
  schema: z.string().check(z.refine((url) => URL.canParse(url) && isWebAddress(new URL(url)))),
  hint: 'Write it in full, with https:// first',
};

/** Origins and other lists, separated by spaces or commas. */
export const words = (list: string): string[] => list.split(/[\s,]+/).filter(Boolean);

/** The limits that have a variable, `LIMIO_LIMIT_ALL` and so on. */
export const LIMITS = ['ALL', 'ADDRESS', 'EMAIL', 'READS', 'REQUESTS', 'AGENT'] as const;

/** A variable of the environment. */
export interface Variable {
  schema: z.ZodMiniType<string>;
  isNeeded?: boolean;
  help: string;
  /** How to write it, where that is easily done wrongly. */
  hint?: string;
}

/**
 * What `limio-offers serve` reads from its environment: whether it is needed, what is accepted, and the line
 * of help that says so. Empty variables count as missing.
 */
export const VARIABLES = {
  LIMIO_TENANT: {
    schema: readable(shopOrigin),
    isNeeded: true,
    hint: 'Write the host alone, without a path',
    help: 'Host of the Limio app: acme.prod.limio.com',
  },
  LIMIO_CLIENT_ID: { schema: text, isNeeded: true, help: 'OAuth client, from Limio Support' },
  LIMIO_CLIENT_SECRET: { schema: text, help: 'Its secret; or the next one' },
  LIMIO_CLIENT_SECRET_FILE: { schema: text, help: 'File that holds the secret, read anew for each token' },
  LIMIO_SHOP: {
    schema: readable(shopOrigin),
    isNeeded: true,
    hint: 'Write https and the host, without a path',
    help: 'Origin of the shop: https://shop.example.com',
  },
  LIMIO_ORIGINS: {
    schema: readable((list) => readOrigins(words(list))),
    isNeeded: true,
    hint: 'Write each as https://www.example.com, in lower case, without a path or a slash at its end',
    help: 'Origins of the pages that may call, separated by spaces',
  },
  LIMIO_COUNTRY: {
    ...form(COUNTRY, 'Write its two letters in capitals'),
    isNeeded: true,
    help: 'Country of customers whose own is not known: DE',
  },
  LIMIO_PAGE: { ...page, help: 'Checkout page to land on: /checkout' },
  LIMIO_TRACKING_FIELDS: {
    ...form(/^([\w.-]{1,40}\*?([\s,]+|$))+$/, 'Write names alone, an * at their end at most'),
    help: 'Names of values that a page may have tracked with an order, separated by spaces: referenceId ref_*',
  },
  LIMIO_FILTERS: {
    ...form(/^([\w.-]{1,60}([\s,]+|$))+$/, 'Write their names alone, without values'),
    help: 'Attributes by which lists may be filtered, separated by spaces. Default group__limio label__limio',
  },
  LIMIO_RENEWAL_PAGE: {
    ...page,
    help: 'Page of the shop on which subscribers renew. Default /renewal',
  },
  LIMIO_UPDATE_PAGE: {
    ...page,
    help: 'Page of the shop on which subscribers confirm a change of plan. Default /update',
  },
  LIMIO_LABEL: { schema: text, help: 'Sells only offers with this label' },
  LIMIO_FRESH_FOR: {
    ...count(3600, 1),
    help: 'Seconds for which a list of offers is served, and may be cached, before Limio is asked again. Default 60',
  },
  LIMIO_MAX_OFFERS: {
    ...count(100_000, 1),
    help: 'Most offers that are sold; `/health/ready` says when there are more. Default 10000',
  },
  LIMIO_EXPIRES_MINUTES: {
    ...count(43_200, 1),
    help: 'How long a basket lives, in minutes, at most 30 days. Default 240',
  },
  LIMIO_BUDGET: { ...count(60_000, 100), help: 'Milliseconds a request may take. Default 2500' },
  LIMIO_BASE_PATH: {
    ...form(/^(\/[\w.-]+)+$/, 'Write it as /limio, without a slash at its end'),
    help: 'Path the routes are under. Default none',
  },
  LIMIO_PROXIES: { ...count(20), help: 'Proxies of yours that add to x-forwarded-for. Default 0' },
  LIMIO_CONTEXT_ISSUER: { schema: text, help: 'Accepts context tokens of this issuer' },
  LIMIO_CONTEXT_AUDIENCE: { schema: text, help: 'Their audience. Default limio-offers' },
  LIMIO_CONTEXT_SECRET: {
    schema: z.string().check(z.minLength(32)),
    hint: 'Write 32 characters or more',
    help: 'Shared secret they are signed with (HS256); or the next one',
  },
  LIMIO_CONTEXT_JWKS: { ...address, help: 'Address of the public keys they are signed with (ES256)' },
  LIMIO_KEYS_FILE: {
    schema: text,
    help: 'File of keys for agents and CRMs, from `npx limio-offers key`; read again when it changes',
  },
  LIMIO_WEBHOOK_SECRET: {
    schema: readable(readSigningSecret),
    help: 'For `abandoned` and LIMIO_EVENTS_TO: signs what is told, `whsec_` and 24 to 64 bytes in base64; or the next one',
    hint: 'Make one: echo "whsec_$(openssl rand -base64 32)"',
  },
  LIMIO_WEBHOOK_SECRET_FILE: { schema: text, help: 'File that holds it' },
  LIMIO_EVENTS_USER: {
    ...form(/^[^:]{1,100}$/, 'Write at most 100 characters, without a colon'),
    help: 'Takes Limio’s own webhooks at /webhooks/limio, by this name of Basic authentication',
  },
  LIMIO_EVENTS_PASSWORD: {
    schema: z.string().check(z.minLength(16)),
    hint: 'Write 16 characters or more',
    help: 'Its password, 16 characters or more; or the next one',
  },
  LIMIO_EVENTS_PASSWORD_FILE: {
    schema: text,
    help: 'File that holds it, read anew for each webhook; two lines while one replaces another',
  },
  LIMIO_EVENTS_TO: {
    ...address,
    help: 'Address that is told at once of what was bought, as by `abandoned --to`; needs LIMIO_WEBHOOK_SECRET',
  },
  LIMIO_PARTNER_CLIENT_ID: {
    schema: text,
    help: 'OAuth client with the scope partner; with keys, partners make baskets with it',
  },
  LIMIO_PARTNER_CLIENT_SECRET: { schema: text, help: 'Its secret; or the next one' },
  LIMIO_PARTNER_CLIENT_SECRET_FILE: { schema: text, help: 'File that holds it, read anew for each token' },
  LIMIO_MCP: {
    ...form(/^(read|full)$/, 'Write read or full, in small letters'),
    help: 'Serves agents over MCP: read (offers and links, for anybody) or full (with keys)',
  },
  LIMIO_PUBLIC_URL: {
    ...address,
    help: 'Address of this backend from outside; with keys, agents open checkouts and get short links there',
  },
  LIMIO_UCP: {
    ...form(/^on$/, 'Write on, in small letters, or leave it out'),
    help: 'on: agents that speak the Universal Commerce Protocol may list offers and get links; needs LIMIO_PUBLIC_URL',
  },
  LIMIO_AGENT_PAGES: {
    ...page,
    schema: readable((list) => words(list).map(pagePath)),
    help: 'Pages that agents may choose, separated by spaces',
  },
  TURNSTILE_SECRET: {
    schema: text,
    help: 'Asks each customer for a solved Cloudflare Turnstile challenge',
  },
  RECAPTCHA_SECRET: {
    schema: text,
    help: 'Or for a token of Google reCAPTCHA v3',
  },
  RECAPTCHA_API_KEY: {
    schema: text,
    help: 'Or of reCAPTCHA Enterprise, with the next two',
  },
  RECAPTCHA_PROJECT: { schema: text, help: 'Project in Google Cloud' },
  RECAPTCHA_SITE_KEY: { schema: text, help: 'Site key of the pages' },
  RECAPTCHA_MIN_SCORE: {
    ...form(/^(0(\.\d+)?|1(\.0+)?)$/, 'Write it with a point: 0.5'),
    help: 'Least score that passes, from 0 to 1. Default 0.5',
  },
  CHALLENGE_VERIFY_URL: {
    ...address,
    help: 'Address of the verification, where it is another one than the vendor’s',
  },
  REDIS_URL: {
    schema: redisAddresses,
    help: 'Shares tokens, attempts and limits between instances: rediss://user:password@host:6379; several are nodes of a cluster',
    hint: 'In a password, write # as %23, / as %2F, @ as %40, % as %25 and a space as %20; a database is a number',
  },
  REDIS_TIMEOUT: {
    ...count(60_000, 1),
    help: 'Milliseconds that Redis may cost a request, before the instance goes on alone. Default 500',
  },
  LIMIO_LIMIT_ALL: {
    ...limit,
    help: 'Checkouts in all that reach Limio, in so many seconds. Default 6000/60',
  },
  LIMIO_LIMIT_ADDRESS: { ...limit, help: 'New attempts at a checkout for one address. Default 30/60' },
  LIMIO_LIMIT_EMAIL: { ...limit, help: 'New baskets for one e-mail address. Default 5/600' },
  LIMIO_LIMIT_READS: { ...limit, help: 'Lists of offers for one address. Default 300/60' },
  LIMIO_LIMIT_REQUESTS: { ...limit, help: 'Whatever else one address sends. Default 300/60' },
  LIMIO_LIMIT_AGENT: { ...limit, help: 'Questions of one agent. Default 60/60' },
  LIMIO_STOP_DELAY: {
    ...count(120_000),
    help: 'Milliseconds between not being ready and closing the port, after SIGTERM. Default 3000',
  },
  LIMIO_KEEP_ALIVE: {
    ...count(3600, 1),
    help: 'Seconds for which an idle connection is kept; behind a load balancer more than its own. Default 5',
  },
  LIMIO_METRICS_PORT: {
    ...count(65_535),
    help: 'Serves metrics for Prometheus at /metrics on this port. Default: none',
  },
  HOST: { schema: text, help: 'Address to listen on. Default 127.0.0.1; in a container 0.0.0.0' },
  PORT: { ...count(65_535), help: 'Port to listen on. Default 8787' },
} as const satisfies Record<string, Variable>;

/** The name of a variable, such as `LIMIO_TENANT`. */
export type VariableName = keyof typeof VARIABLES;

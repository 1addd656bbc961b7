import { fieldsOf } from '../../../core/read-fields.ts';
import type { Challenge } from '../../options.ts';
import { askVerifier } from './ask-verifier.ts';

/** What a token has to be, whoever verifies it. */
interface Demands {
  /** Least score that passes, from 0 (a program) to 1 (a person). Default 0.5, as Google suggests. */
  minScore?: number;
  /** What the customer did, as the page names it. Default `initiateCheckout`. */
  action?: string;
  /** Host names of the pages the token may come from; left out: any. */
  hostnames?: readonly string[];
  /** Address of the verification. Default: Google's. */
  endpoint?: string;
  fetch?: typeof fetch;
}

/** What verifies tokens of reCAPTCHA v3, and what they have to meet. */
export interface RecaptchaOptions extends Demands {
  /** Secret key of the site. */
  secret: string;
}

/**
 * Verifies tokens of Google reCAPTCHA v3; `limio-offers/integrations/recaptcha` has them. The customer's address is not
 * passed on. Where the service cannot be asked, the challenge counts as not passed.
 *
 * @see https://developers.google.com/recaptcha/docs/verify
 *
 * @example
 * limioBackend({ ...options, challenge: recaptcha({ secret: env.RECAPTCHA_SECRET, minScore: 0.4 }) });
 */
export function recaptcha({
  secret,
  endpoint = 'https://www.google.com/recaptcha/api/siteverify',
  fetch = globalThis.fetch,
  ...demands
}: RecaptchaOptions): Challenge {
  return async ({ token, signal }) => {
    const body = new URLSearchParams({ secret, response: token });
    const result = await askVerifier({ url: endpoint, body, fetch, signal });
    return result?.['success'] === true && isMet(demands, result, result['score']);
  };
}

/** What verifies tokens of reCAPTCHA Enterprise, and what they have to meet. */
export interface RecaptchaEnterpriseOptions extends Demands {
  /** Project in Google Cloud. */
  project: string;
  /** API key of the project, restricted to reCAPTCHA Enterprise. */
  apiKey: string;
  /** Site key of the page, with a score and no challenge of its own. */
  siteKey: string;
}

/**
 * The same for reCAPTCHA Enterprise, by an assessment.
 *
 * @see https://cloud.google.com/recaptcha/docs/create-assessment-website
 *
 * @example
 * limioBackend({ ...options, challenge: recaptchaEnterprise({ project: 'acme-shop', apiKey, siteKey: '6Lc…' }) });
 */
export function recaptchaEnterprise({
  project,
  apiKey,
  siteKey,
  endpoint = `https://recaptchaenterprise.googleapis.com/v1/projects/${encodeURIComponent(project)}/assessments`,
  fetch = globalThis.fetch,
  ...demands
}: RecaptchaEnterpriseOptions): Challenge {
  return async ({ token, signal }) => {
    const body = JSON.stringify({
      event: { token, siteKey, expectedAction: demands.action ?? DEFAULT_ACTION },
    });
    const headers = { 'x-goog-api-key': apiKey };
    const result = await askVerifier({ url: endpoint, headers, body, fetch, signal });
    const properties = fieldsOf(result?.['tokenProperties']);
    const score = fieldsOf(result?.['riskAnalysis'])['score'];
    return properties['valid'] === true && isMet(demands, properties, score);
  };
}

const DEFAULT_ACTION = 'initiateCheckout';

function isMet(
  { minScore = 0.5, action = DEFAULT_ACTION, hostnames }: Demands,
  token: Readonly<Record<string, unknown>>,
  score: unknown,
): boolean {
  if (typeof score !== 'number' || score < minScore) return false;
  return token['action'] === action && (!hostnames || hostnames.includes(String(token['hostname'])));
}

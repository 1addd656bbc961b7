import { recaptcha, recaptchaEnterprise } from '../gate/challenges/recaptcha.ts';
import { turnstile } from '../gate/challenges/turnstile.ts';
import type { Challenge } from '../options.ts';
import type { Values } from './read-variables.ts';

/** The challenge that the variables set up; nothing where they set up none. */
export function challengeOf(env: Values): Challenge | undefined {
  const { TURNSTILE_SECRET, RECAPTCHA_SECRET, RECAPTCHA_API_KEY, CHALLENGE_VERIFY_URL } = env;
  const { RECAPTCHA_PROJECT: project = '', RECAPTCHA_SITE_KEY: siteKey = '', RECAPTCHA_MIN_SCORE } = env;
  const endpoint = CHALLENGE_VERIFY_URL && { endpoint: CHALLENGE_VERIFY_URL };
  const demands = { ...endpoint, ...(RECAPTCHA_MIN_SCORE && { minScore: Number(RECAPTCHA_MIN_SCORE) }) };
  if (TURNSTILE_SECRET) return turnstile({ secret: TURNSTILE_SECRET, ...endpoint });
  if (RECAPTCHA_SECRET) return recaptcha({ secret: RECAPTCHA_SECRET, ...demands });
  if (RECAPTCHA_API_KEY)
    return recaptchaEnterprise({ project, apiKey: RECAPTCHA_API_KEY, siteKey, ...demands });
  return undefined;
}

import type { LimioChallengeEvent } from '../assisted-checkout/challenge-event.ts';

/** Asks the page for a token of reCAPTCHA; nothing where nobody answers, as for a tenant without a site key. */
export const askRecaptcha = (host: Element) => (): Promise<string> | string => {
  let answer: Promise<string> | string = '';
  const respondWith: LimioChallengeEvent['respondWith'] = (token) => {
    answer ||= token as Promise<string>;
  };
  const event = new Event('limio-recaptcha', { bubbles: true, composed: true });
  host.dispatchEvent(Object.assign(event, { respondWith }));
  return answer;
};

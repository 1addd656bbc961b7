import { LimioChallengeEvent } from '../assisted-checkout/challenge-event.ts';

/** Asks the page for a token of reCAPTCHA; nothing where nobody answers, as for a tenant without a site key. */
export const askRecaptcha = (host: Element) => (): Promise<string> | string => {
  const event = new LimioChallengeEvent('limio-recaptcha');
  host.dispatchEvent(event);
  return event.answer ?? '';
};

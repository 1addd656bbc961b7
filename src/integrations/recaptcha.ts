import { loadScript, onChallenge } from './challenge.ts';

/** How offers and reCAPTCHA work together. */
export interface RecaptchaOptions {
  /** Site key of the page; it is public. */
  siteKey: string;
  /** Whether it is a key of reCAPTCHA Enterprise. */
  enterprise?: boolean;
  /** What the customer does, as reports name it. The backend expects the same. Default `initiateCheckout`, as Limio's shops have it. */
  action?: string;
  /** Address of Google's script. `false`: the page has it already. Default: the documented one. */
  script?: string | false;
  root?: EventTarget;
}

interface Recaptcha {
  ready(then: () => void): void;
  execute(siteKey: string, options: { action: string }): PromiseLike<string>;
}

const page = globalThis as { grecaptcha?: Recaptcha & { enterprise?: Recaptcha } };

/**
 * Lets a backend that asks for Google reCAPTCHA v3, or Enterprise with a score, be passed: a token is had when a
 * customer is handed over. Where none can be had in time, the purchase link opens. `<limio-plan>` has its token from it,
 * too, for Limio.
 *
 * Google's script is loaded when this is called, unless it is there.
 *
 * @returns a function that ends it.
 * @see https://developers.google.com/recaptcha/docs/v3
 * @see https://cloud.google.com/recaptcha/docs/instrument-web-pages
 *
 * @example
 * connectRecaptcha({ siteKey: '6Lc…' });
 */
export function connectRecaptcha({
  siteKey,
  enterprise = false,
  action = 'initiateCheckout',
  script = `https://www.google.com/recaptcha/${enterprise ? 'enterprise' : 'api'}.js?render=${encodeURIComponent(siteKey)}`,
  root = document,
}: RecaptchaOptions): () => void {
  const there = () => (enterprise ? page.grecaptcha?.enterprise : page.grecaptcha);
  const loaded = there() || !script ? Promise.resolve() : loadScript(script);
  // Whoever waits for a token hears of it.
  loaded.catch(() => {});
  const solve = async () => {
    await loaded;
    const recaptcha = there()!;
    await new Promise<void>((resolve) => recaptcha.ready(resolve));
    return recaptcha.execute(siteKey, { action });
  };
  return onChallenge(root, solve, ['limio-challenge', 'limio-recaptcha']);
}

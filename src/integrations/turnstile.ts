import { loadScript, onChallenge } from './challenge.ts';

/** How offers and Turnstile work together. */
export interface TurnstileOptions {
  /** Site key of the widget; it is public. */
  siteKey: string;
  /** What the customer does, as reports name it. */
  action?: string;
  /** Where the challenge is shown if it needs the customer. Default: a corner of the window. */
  container?: HTMLElement;
  /** Address of Cloudflare's script. `false`: the page has it already. Default: the documented one. */
  script?: string | false;
  root?: EventTarget;
}

interface Turnstile {
  render(container: HTMLElement, options: Record<string, unknown>): string;
  remove(widget: string): void;
}

const page = globalThis as { turnstile?: Turnstile };

const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

/** Where the challenge is shown in a page that says nothing of it: nothing of the page moves. */
const CORNER = { position: 'fixed', insetBlockEnd: '16px', insetInlineEnd: '16px', zIndex: '2147483647' };

/** How long an answer is good for, with a margin: Cloudflare takes it for 300 s. */
const FRESH_MS = 240_000;

/**
 * Lets a backend that asks for Cloudflare Turnstile be passed. The challenge begins when a customer points at the offers
 * or reaches them by keyboard, so that its answer is there at the click. Where none can be had in time, the purchase link
 * opens.
 *
 * Cloudflare's script is loaded when this is called, unless it is there.
 *
 * @returns a function that ends it.
 * @see https://developers.cloudflare.com/turnstile/get-started/client-side-rendering/
 *
 * @example
 * connectTurnstile({ siteKey: '0x4AAA…' });
 */
export function connectTurnstile(options: TurnstileOptions): () => void {
  const { script = SCRIPT, root = document } = options;
  const loaded = page.turnstile || !script ? Promise.resolve() : loadScript(script);
  // Whoever waits for a token hears of it.
  loaded.catch(() => {});
  let ready: { token: Promise<string>; at: number } | undefined;

  function prepare(): Promise<string> {
    if (ready && Date.now() - ready.at < FRESH_MS) return ready.token;
    const attempt = (ready = { token: loaded.then(() => solve(options)), at: Date.now() });
    attempt.token.catch(() => {
      if (ready === attempt) ready = undefined;
    });
    return attempt.token;
  }

  const onIntent = (event: Event) => {
    if (event.composedPath().some((node) => (node as Element).localName === 'limio-offers')) void prepare();
  };
  const intents = ['pointerover', 'focusin'];
  for (const type of intents) root.addEventListener(type, onIntent);
  const stop = onChallenge(root, () => {
    const token = prepare();
    // Each is good for one customer who is handed over.
    ready = undefined;
    return token;
  });
  return () => {
    for (const type of intents) root.removeEventListener(type, onIntent);
    stop();
  };
}

/** Shows the challenge until it is solved. */
async function solve({ siteKey, action, container }: TurnstileOptions): Promise<string> {
  const turnstile = page.turnstile!;
  const box = (container ?? document.body).appendChild(document.createElement('div'));
  if (!container) Object.assign(box.style, CORNER);
  let widget = '';
  try {
    return await new Promise<string>((callback, reject) => {
      const fail = () => (reject(new Error('The challenge was not solved.')), true);
      widget = turnstile.render(box, {
        sitekey: siteKey,
        ...(action && { action }),
        appearance: 'interaction-only',
        callback,
        'error-callback': fail,
        'timeout-callback': fail,
        'unsupported-callback': fail,
      });
    });
  } finally {
    if (widget) turnstile.remove(widget);
    box.remove();
  }
}

import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { connectRecaptcha } from '../../src/integrations/recaptcha.ts';
import { connectTurnstile } from '../../src/integrations/turnstile.ts';
import {
  assisted,
  bodyOf,
  cta,
  departures,
  fallbacks,
  filled,
  opened,
  signed,
} from '../element/assist-fixtures.ts';
import { href, serve } from '../element/fixtures.ts';
import { WAIT_MS } from '../setup/patience.ts';

const page = globalThis as unknown as Record<string, unknown>;

/** A script with the functions that a vendor documents, at an address of its own; it is gone after the test. */
function scriptOf(code: (page: Record<string, unknown>, log: unknown[][]) => void, names: string[]) {
  const log: unknown[][] = [];
  page['challengeLog'] = log;
  const blob = new Blob([`(${code.toString()})(globalThis, globalThis.challengeLog)`], {
    type: 'text/javascript',
  });
  const script = URL.createObjectURL(blob);
  onTestFinished(() => {
    URL.revokeObjectURL(script);
    for (const name of ['challengeLog', ...names]) delete page[name];
    document.head.querySelectorAll(`script[src="${script}"]`).forEach((each) => each.remove());
  });
  return { script, log };
}

/** https://developers.google.com/recaptcha/docs/v3 */
const recaptchaScript = () =>
  scriptOf(
    (page, log) => {
      page['grecaptcha'] = {
        ready: (then: () => void) => setTimeout(then, 5),
        execute: (siteKey: string, options: object) => {
          log.push([siteKey, options]);
          return Promise.resolve(`token ${log.length}`);
        },
      };
    },
    ['grecaptcha'],
  );

/** https://cloud.google.com/recaptcha/docs/instrument-web-pages */
const enterpriseScript = () =>
  scriptOf(
    (page, log) => {
      page['grecaptcha'] = {
        enterprise: {
          ready: (then: () => void) => setTimeout(then, 5),
          execute: (siteKey: string, options: object) => {
            log.push([siteKey, options]);
            return Promise.resolve(`enterprise ${log.length}`);
          },
        },
      };
    },
    ['grecaptcha'],
  );

/** https://developers.cloudflare.com/turnstile/get-started/client-side-rendering/ */
const turnstileScript = () =>
  scriptOf(
    (page, log) => {
      let count = 0;
      page['turnstile'] = {
        render(box: HTMLElement, options: Record<string, unknown> & { callback: (token: string) => void }) {
          const id = `widget ${++count}`;
          const { sitekey, appearance, action } = options;
          log.push(['render', sitekey, appearance, action, box.isConnected]);
          setTimeout(() => options.callback(`token ${id}`), 5);
          return id;
        },
        remove: (id: string) => void log.push(['remove', id]),
      };
    },
    ['turnstile'],
  );

/** A customer buys; gives what was sent along, and where they went. */
async function buy() {
  const calls = serve(() => opened());
  const el = await assisted();
  const [left, failed] = [departures(), fallbacks(el)];
  cta(el).click();
  await filled(left);
  return { left, codes: failed.map(({ code }) => code), challenge: calls[0] && bodyOf(calls[0]).challenge };
}

describe('reCAPTCHA', () => {
  test('gives a token for the action that the backend expects', async () => {
    const { script, log } = recaptchaScript();
    onTestFinished(connectRecaptcha({ siteKey: 'site-key', script }));
    expect(await buy()).toEqual({ left: [signed()], codes: [], challenge: 'token 1' });
    expect(log).toEqual([['site-key', { action: 'initiateCheckout' }]]);
  });

  test('Enterprise does, too', async () => {
    const { script, log } = enterpriseScript();
    onTestFinished(connectRecaptcha({ siteKey: 'k', enterprise: true, action: 'buy', script }));
    expect(await buy()).toMatchObject({ left: [signed()], challenge: 'enterprise 1' });
    expect(log).toEqual([['k', { action: 'buy' }]]);
  });

  test('of the page itself is used as it is', async () => {
    recaptchaScript();
    page['grecaptcha'] = { ready: (then: () => void) => then(), execute: () => Promise.resolve('own') };
    const before = document.scripts.length;
    onTestFinished(connectRecaptcha({ siteKey: 'k' }));
    expect(await buy()).toMatchObject({ challenge: 'own' });
    expect(document.scripts).toHaveLength(before);
  });

  test('gives a token for each hand-over, and none once it has ended', async () => {
    const { script } = recaptchaScript();
    const end = connectRecaptcha({ siteKey: 'k', script });
    expect(await buy()).toMatchObject({ challenge: 'token 1' });
    expect(await buy()).toMatchObject({ challenge: 'token 2' });
    end();
    expect(await buy()).toMatchObject({ challenge: undefined, left: [signed()] });
  });
});

/** The mouse of the machine may stand anywhere, also where a test draws its offers. */
const IGNORED = ['pointerover', 'focusin'];
const ignore = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
beforeAll(() => IGNORED.forEach((type) => addEventListener(type, ignore, true)));
afterAll(() => IGNORED.forEach((type) => removeEventListener(type, ignore, true)));

describe('Turnstile', () => {
  test('is solved at the click at the latest, and leaves nothing behind', async () => {
    const { script, log } = turnstileScript();
    onTestFinished(connectTurnstile({ siteKey: 'site-key', action: 'buy', script }));
    const before = document.body.childElementCount;
    expect(await buy()).toEqual({ left: [signed()], codes: [], challenge: 'token widget 1' });
    expect(log).toEqual([
      ['render', 'site-key', 'interaction-only', 'buy', true],
      ['remove', 'widget 1'],
    ]);
    // The element of the test is still there.
    expect(document.body.childElementCount).toBeLessThanOrEqual(before + 1);
  });

  test.for(['pointerover', 'focusin'])('begins at %s, once, and its answer is used once', async (type) => {
    const { script, log } = turnstileScript();
    onTestFinished(connectTurnstile({ siteKey: 'k', script }));
    const calls = serve(() => opened());
    const el = await assisted();
    const left = departures();
    const intend = () => cta(el).dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    intend();
    intend();
    await vi.waitFor(() => expect(log).toHaveLength(2), WAIT_MS);
    cta(el).click();
    await filled(left);
    cta(el).click();
    await filled(left, 2);
    expect(calls.map((call) => bodyOf(call).challenge)).toEqual(['token widget 1', 'token widget 2']);
  });

  test('is not begun by whoever points elsewhere', async () => {
    const { script, log } = turnstileScript();
    onTestFinished(connectTurnstile({ siteKey: 'k', script }));
    await assisted();
    document.body.dispatchEvent(new Event('pointerover', { bubbles: true }));
    await vi.waitFor(() => expect(page['turnstile']).toBeDefined(), WAIT_MS);
    expect(log).toEqual([]);
  });

  test('that needs the customer moves nothing of a page that says nothing of it', async () => {
    const { script } = turnstileScript();
    onTestFinished(connectTurnstile({ siteKey: 'k', script }));
    await vi.waitFor(() => expect(page['turnstile']).toBeDefined(), WAIT_MS);
    const shown: unknown[] = [];
    Object.assign(page['turnstile'] as object, {
      render: (box: HTMLElement, { callback }: { callback: (token: string) => void }) => {
        shown.push(getComputedStyle(box).position);
        callback('token');
        return 'id';
      },
    });
    await buy();
    expect(shown).toEqual(['fixed']);
  });

  test('that needs the customer is shown where the page says', async () => {
    const { script } = turnstileScript();
    const container = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => container.remove());
    onTestFinished(connectTurnstile({ siteKey: 'k', container, script }));
    await vi.waitFor(() => expect(page['turnstile']).toBeDefined(), WAIT_MS);
    const shown: unknown[] = [];
    Object.assign(page['turnstile'] as object, {
      render: (box: HTMLElement, { callback }: { callback: (token: string) => void }) => {
        shown.push(box.parentElement, box.style.position);
        callback('token');
        return 'id';
      },
    });
    expect(await buy()).toMatchObject({ challenge: 'token' });
    expect(shown).toEqual([container, '']);
    expect(container.childElementCount).toBe(0);
  });
});

describe('where no answer can be had, the purchase link sells', () => {
  const broken = () => {
    const script = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    URL.revokeObjectURL(script);
    return script;
  };
  const failing = (callback: string) => ({
    render: (_: HTMLElement, options: Record<string, (code: string) => boolean>) => {
      expect(options[callback]!('300010')).toBe(true);
      return 'id';
    },
    remove: () => {},
  });

  // prettier-ignore
  const causes: Array<[cause: string, connect: () => () => void]> = [
    ['the script of reCAPTCHA is blocked',  () => connectRecaptcha({ siteKey: 'k', script: broken() })],
    ['the script of Turnstile is blocked',  () => connectTurnstile({ siteKey: 'k', script: broken() })],
    ['the page has no script',              () => connectRecaptcha({ siteKey: 'k', script: false })],
    ['Google refuses the key',              () => { set('grecaptcha', { ready: (then: () => void) => then(), execute: () => Promise.reject(new Error('Invalid site key')) }); return connectRecaptcha({ siteKey: 'k' }); }],
    ['the challenge fails',                 () => { set('turnstile', failing('error-callback')); return connectTurnstile({ siteKey: 'k' }); }],
    ['the customer takes too long for it',  () => { set('turnstile', failing('timeout-callback')); return connectTurnstile({ siteKey: 'k' }); }],
  ];
  function set(name: string, value: unknown) {
    page[name] = value;
    onTestFinished(() => void delete page[name]);
  }
  test.for(causes)('as %s', async ([, connect]) => {
    onTestFinished(connect());
    expect(await buy()).toEqual({ left: [href('A')], codes: ['challenge_failed'], challenge: undefined });
  });

  test('as none comes within the time for all', async () => {
    set('turnstile', { render: () => 'id', remove: () => {} });
    onTestFinished(connectTurnstile({ siteKey: 'k' }));
    expect(await buy()).toEqual({ left: [href('A')], codes: ['timeout'], challenge: undefined });
  });
});

import { describe, expect, vi } from 'vitest';
import { limioBackend } from '../../src/server/backend.ts';
import { optionsFrom } from '../../src/server/environment/options-from.ts';
import { listen } from '../../src/server/node/listen.ts';
import { pretendLimio } from '../server/pretend-limio.ts';
import { optionsFor } from '../server/setup.ts';
import { asScript } from './built-files.ts';
import { moduleScript, pageOf } from './markup.ts';
import { pointTo } from './point-to.ts';
import { test, type Scene } from './scene.ts';
import { WAIT_MS } from '../setup/patience.ts';

/** The vendor's script, with the functions it documents; each gives `token`. */
const vendorScript = (token: string) => `
  globalThis.turnstile = {
    render(box, { callback }) { setTimeout(() => callback('${token}')); return 'widget'; },
    remove() {},
  };
  globalThis.grecaptcha = { ready: (then) => then(), execute: async () => '${token}' };`;

/** A page, a backend that asks for a challenge, and a service that verifies it, each on a socket of its own. */
async function open(scene: Scene, env: Record<string, string>, connect: string, token: string) {
  const { cdn, host, shop, known } = scene;
  const asked: string[] = [];
  cdn.answers.set('/vendor.js', asScript(vendorScript(token)));
  cdn.answers.set('/verify', (request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.push(text);
      const success = text.includes('solved');
      const body = { success, score: 0.9, action: 'initiateCheckout' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
  });
  const { challenge } = optionsFrom({
    LIMIO_TENANT: 'acme.prod.limio.com',
    LIMIO_CLIENT_ID: 'id',
    LIMIO_CLIENT_SECRET: 'secret',
    LIMIO_SHOP: shop.origin,
    LIMIO_ORIGINS: host.origin,
    LIMIO_COUNTRY: 'DE',
    CHALLENGE_VERIFY_URL: cdn.origin.replace('cdn.localhost', '127.0.0.1') + '/verify',
    ...env,
  });
  const limio = pretendLimio();
  const backend = limioBackend({
    ...optionsFor(limio),
    shop: shop.origin,
    origins: [host.origin],
    challenge: challenge!,
  });
  // What the browser says of a refusal.
  scene.tolerated.push(/status of 403/);
  const server = await listen(backend, { host: '127.0.0.1', port: 0 });
  known.push(server.url);
  await scene.open(
    pageOf(
      `<meta name="limio-backend" content="${server.url}">${moduleScript(scene)}
      <script type="module">${connect.replaceAll('CDN', cdn.origin)}</script>`,
      `<limio-offers shop="${shop.origin}" backend="${server.url}" checkout="assisted"></limio-offers>`,
    ),
  );
  return { asked, limio, close: () => server.close(0) };
}

const TURNSTILE = `import { connectTurnstile } from 'CDN/turnstile.js'; connectTurnstile({ siteKey: 'k', script: 'CDN/vendor.js' });`;
const RECAPTCHA = `import { connectRecaptcha } from 'CDN/recaptcha.js'; connectRecaptcha({ siteKey: 'k', script: 'CDN/vendor.js' });`;

// prettier-ignore
const challenges: Array<[what: string, env: Record<string, string>, connect: string, token: string, end: RegExp, asked: number]> = [
  ['Turnstile, solved',       { TURNSTILE_SECRET: 's' }, TURNSTILE, 'solved', /^\/api\/checkout\/recover/,     1],
  ['reCAPTCHA, by a person',  { RECAPTCHA_SECRET: 's' }, RECAPTCHA, 'solved', /^\/api\/checkout\/recover/,     1],
  ['Turnstile, not solved',   { TURNSTILE_SECRET: 's' }, TURNSTILE, 'failed', /^\/checkout\?purchase=/,        1],
  ['Turnstile, no adapter',   { TURNSTILE_SECRET: 's' }, '',        '',       /^\/checkout\?purchase=/,        0],
];

describe('A backend that asks for a challenge', () => {
  test.for(challenges)('%s', async ([, env, connect, token, end, times], { scene }) => {
    const { asked, limio, close } = await open(scene, env, connect, token);
    try {
      const link = scene.page.locator('a[part~=cta]').first();
      await pointTo(link);
      await link.click();
      await vi.waitFor(() => {
        const visits = scene.shop.seen.filter(({ isVisit }) => isVisit).map(({ url }) => url);
        expect(visits).toEqual([expect.stringMatching(end) as string]);
      }, WAIT_MS);
      expect(asked).toHaveLength(times);
      expect(limio.count('initiateCheckout')).toBe(token === 'solved' ? 1 : 0);
    } finally {
      await close();
    }
  });
});

import { describe, expect, vi } from 'vitest';
import { moduleScript, pageOf } from './markup.ts';
import { pointTo } from './point-to.ts';
import { test, type Scene } from './scene.ts';
import { WAIT_MS } from '../setup/patience.ts';

const PLAIN = '/checkout?purchase=%2Foffers2%2FPro%20Plan';
const SIGNED = '/api/checkout/recover?basketId=b1&recover=t1';

/** What browsers say when a sandbox keeps a page from something. */
const REFUSALS = [/sandboxed frame/, /Unsafe attempt to initiate navigation/, /allow-top-navigation/];

/** A page with a frame, whose element hands over to a backend of the frame's own site. */
async function open(scene: Scene, sandbox: string) {
  const { cdn, shop } = scene;
  const offers = JSON.stringify([{ path: '/offers2/Pro Plan', name: 'Pro Plan' }]);
  const inside = `<limio-offers shop="${shop.origin}" backend="/api" checkout="assisted"
    ><script type="application/json">${offers}</script></limio-offers>`;
  cdn.answers.set('/chat.html', pageOf(moduleScript(scene), inside));
  cdn.answers.set('/api/checkouts', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: shop.origin + SIGNED, expiresAt: '' }),
  });
  scene.tolerated.push(...REFUSALS);
  // A click before that is a click on a plain link, which a frame without windows cannot open.
  const isKept = scene.page.waitForEvent('requestfinished', (request) => request.url().endsWith('/frame.js'));
  await scene.open(
    pageOf(
      '',
      `<iframe src="${cdn.origin}/chat.html" title="Chat" width="380" height="500" ${sandbox}></iframe>`,
    ),
  );
  scene.served = '';
  await isKept;
  const content = scene.page.frameLocator('iframe');
  const link = content.locator('a[part~=cta]');
  await pointTo(link);
  await link.click();
  return content;
}

// prettier-ignore
const sandboxes: Array<[sandbox: string, isAsked: boolean, end: string]> = [
  ['',                                                                    true,  SIGNED],
  ['sandbox="allow-scripts allow-same-origin allow-popups"',              true,  SIGNED],
  // A frame without an origin can reach no backend.
  ['sandbox="allow-scripts allow-popups"',                                false, PLAIN],
  ['sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"', false, PLAIN],
  // No window: the customer is given the link.
  ['sandbox="allow-scripts allow-same-origin"',                           false, 'shown'],
  ['sandbox="allow-scripts"',                                             false, 'shown'],
];

describe('An assisted checkout in a frame', () => {
  test.for(sandboxes)(
    'with %s, the backend is asked: %s, and it ends at %s',
    async ([sandbox, isAsked, end], { scene }) => {
      const content = await open(scene, sandbox);
      const { cdn, shop } = scene;
      await vi.waitFor(async () => {
        const visits = shop.seen.filter(({ isVisit }) => isVisit).map(({ url }) => url);
        if (end !== 'shown') return expect(visits).toEqual([end]);
        expect(await content.locator('input[part=link]').inputValue({ timeout: 1000 })).toBe(
          shop.origin + PLAIN,
        );
        expect(visits).toEqual([]);
      }, WAIT_MS);
      expect(cdn.seen.some(({ url }) => url === '/api/checkouts')).toBe(isAsked);
    },
  );
});

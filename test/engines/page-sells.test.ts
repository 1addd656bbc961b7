import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { builtFile } from '../pages/built-files.ts';
import type { Site } from '../pages/site.ts';
import { classicScript, links, moduleScript, plans, TEAM } from '../pages/markup.ts';
import { PATIENCE, visit, type Visit } from './visit.ts';
import { visitorsIn, type Visitors } from './visitor.ts';

const SIGNED = '/api/checkout/recover?basketId=b1&recover=t1';
const json = (value: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** Lets a frame tell its site where its first call to action is drawn. */
const TELL_MIDDLE = `<script>
  addEventListener('limio-ready', ({ target }) => {
    const { x, y, width, height } = target.shadowRoot.querySelector('a[part~=cta]').getBoundingClientRect();
    new Image().src = '/drawn?' + [x + width / 2, y + height / 2];
  });
</script>`;
const middleIn = ({ seen }: Site) =>
  seen.flatMap(({ url }) => (url.startsWith('/drawn?') ? url.slice(7).split(',').map(Number) : [])) as [
    x: number,
    y: number,
  ];

describe(`In ${inject('engine')}`, () => {
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await visitorsIn(inject('engine'));
  });
  afterAll(() => visitors?.close());

  const SCRIPTS: Array<[kind: string, script: (scene: Visit) => string]> = [
    ['module script', (scene) => moduleScript(scene)],
    ['classic script', (scene) => classicScript(scene)],
  ];
  describe.for(SCRIPTS)('a page with the %s', ([, script]) => {
    test('sells what its links say, with promo code and campaign', async () => {
      const scene = await visit(visitors);
      await scene.open(plans(scene, 'promo-code="save20"'), {
        head: script(scene),
        query: '?utm_source=news',
      });
      await scene.click('a[part~=cta]');
      expect(await scene.arrival()).toMatchObject({
        url: `${TEAM}&pc=SAVE20&utm_source=news`,
        referrer: `${scene.host.origin}/`,
      });
    });

    test('sells by the keyboard', async () => {
      const scene = await visit(visitors);
      await scene.open(plans(scene), { head: script(scene) });
      await scene.drawn('a[part~=cta]');
      await scene.press('Tab', 'Tab', 'Enter');
      expect((await scene.arrival()).url).toContain('Desk%20Starter%20Monthly');
    });

    test('sells what a recorded reply lists, under a strict policy', async () => {
      const scene = await visit(visitors);
      const { cdn, host, shop } = scene;
      host.answers.set('/offers.json', json({ items: CATALOGUE }));
      const policy =
        `default-src 'none'; script-src 'nonce-watch' ${cdn.origin}; connect-src 'self'; ` +
        `img-src ${shop.origin} data:; require-trusted-types-for 'script'; trusted-types lit-html`;
      await scene.open(plans(scene, 'src="/offers.json" label="pricing" group="yearly"'), {
        head: script(scene),
        headers: { 'content-security-policy': policy },
      });
      await scene.click('li:nth-of-type(2) a[part~=cta]');
      expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FDesk%20Team%20Yearly');
    });

    test('fills in the checkout with what was typed', async () => {
      const scene = await visit(visitors);
      const { host, shop } = scene;
      host.answers.set('/api/checkouts', json({ url: shop.origin + SIGNED, expiresAt: '' }));
      const attributes = 'checkout="assisted" backend="/api" ask="email"';
      const offers = `<script type="application/json">[{ "path": "/offers2/Pro", "name": "Pro" }]</script>`;
      await scene.open(plans(scene, attributes, offers), { head: script(scene) });
      await scene.click('a[part~=cta]');
      await scene.drawn('input#email');
      await scene.press(...'ada@example.com', 'Enter');
      expect((await scene.arrival()).url).toBe(SIGNED);
    });
  });

  test('a page that comes back from the shop sells again', async () => {
    const scene = await visit(visitors);
    await scene.open(plans(scene), { head: moduleScript(scene) });
    await scene.click('a[part~=cta]');
    await scene.arrival();
    await scene.back();
    await scene.click('li:nth-of-type(2) a[part~=cta]');
    expect((await scene.arrival(2)).url).toContain('Desk%20Starter%20Monthly');
  });

  // prettier-ignore
  const frames: Array<[behaviour: string, attributes: string]> = [
    ['a frame',                           ''],
    ['a frame that may open windows',     'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"'],
    ['a frame whose page opens its links', 'data-limio-offers sandbox="allow-scripts"'],
  ];
  test.for(frames)('%s of another site sells', async ([, attributes]) => {
    const scene = await visit(visitors);
    const { cdn, shop } = scene;
    const bridge = `<script type="module" src="${cdn.origin}/bridge.js"></script>`;
    cdn.answers.set('/embed.html', builtFile('embed.html').replace('<head>', `<head>${TELL_MIDDLE}`));
    const query = new URLSearchParams({ shop: shop.origin, offer: '/offers2/Pro Plan' });
    const frame = `<iframe src="${cdn.origin}/embed.html?${query}" width="380" height="300" ${attributes}></iframe>`;
    await scene.open(
      `<style>body { margin: 0 } iframe { border: 0; display: block }</style>${bridge}${frame}`,
    );
    await expect.poll(() => middleIn(cdn), PATIENCE).toHaveLength(2);
    // The script of the page that opens links has run by then.
    await expect.poll(() => scene.run('return document.readyState'), PATIENCE).toBe('complete');
    await scene.clickAt(...middleIn(cdn));
    expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FPro%20Plan');
  });

  test('a frame without an address of its own draws cards, also of what leads to the page', async () => {
    const scene = await visit(visitors);
    const offers = [
      { path: '/offers2/Pro', name: 'Pro' },
      { path: '/offers2/Talk', name: 'Talk', href: '/contact' },
    ];
    const json = `<script type="application/json">${JSON.stringify(offers)}</script>`;
    const inside = moduleScript(scene) + plans(scene, '', json);
    await scene.open(`<iframe srcdoc="${inside.replaceAll('"', '&quot;')}"></iframe>`);
    const hrefs = () =>
      scene.run(`
        const { shadowRoot } = frames[0].document.querySelector('limio-offers') ?? {};
        return [...(shadowRoot?.querySelectorAll('a[part~=cta]') ?? [])].map(({ href }) => href);`);
    await expect
      .poll(hrefs, PATIENCE)
      .toEqual([`${scene.shop.origin}/checkout?purchase=%2Foffers2%2FPro`, `${scene.host.origin}/contact`]);
  });

  test('links sell where no script runs', async () => {
    const scene = await visit(visitors);
    await scene.open(links(scene));
    await scene.press('Tab', 'Enter');
    expect((await scene.arrival()).url).toBe(TEAM);
  });
});

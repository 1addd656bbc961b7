import { describe, expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { classicScript, drawn, moduleScript, pageOf, plans, TEAM } from './markup.ts';
import { pointTo } from './point-to.ts';
import { test, type Scene } from './scene.ts';

const reply = {
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  body: JSON.stringify({ items: CATALOGUE }),
};

/** A page served with a policy. Any violation of it is noise, and noise fails a test. */
const openUnder = (scene: Scene, policy: string, html: string) =>
  scene.open(html, { headers: { 'content-security-policy': policy } });

/** Nothing but our script, and the offers of the page's own site. */
const strict = ({ cdn, shop }: Scene) =>
  `default-src 'none'; script-src ${cdn.origin}; connect-src 'self'; img-src ${shop.origin} data:; ` +
  `require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; form-action 'none'`;

describe('Under a strict policy with trusted types', () => {
  const scripts = [
    ['module', moduleScript],
    ['classic', classicScript],
  ] as const;
  test.for(scripts)('everything works and nothing is violated: %s script', async ([, script], { scene }) => {
    const { page, host } = scene;
    host.answers.set('/offers.json', reply);
    const element = plans(
      scene,
      'src="/offers.json" label="pricing" promo-code="SAVE20" select="many" copy-link',
    );
    await openUnder(scene, strict(scene), pageOf(script(scene), element));
    await scene.told('limio-ready');
    await page.getByRole('radio').last().check({ force: true });
    await page.getByRole('checkbox').first().check({ force: true });
    const { url } = await scene.sell(drawn(scene).last());
    expect(url).toBe('/checkout?purchase=%2Foffers2%2FDesk%20Starter%20Yearly&pc=SAVE20');
  });

  test('a script tag with a nonce brings its parts along', async ({ scene }) => {
    scene.host.answers.set('/offers.json', reply);
    const policy = "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
    const script = moduleScript(scene, 'nonce="r4nd0m" crossorigin');
    await openUnder(scene, policy, pageOf(script, plans(scene, 'src="/offers.json" label="pricing"')));
    // A browser hides the nonce from the page, so its HTML is not as it was served.
    scene.served = '';
    expect(await scene.told('limio-ready')).toMatchObject([{ source: 'src' }]);
  });
});

test('Where the policy forbids the offers at src, the links of the page sell, and one event says why', async ({
  scene,
}) => {
  scene.tolerated.push(/connect-src|Content Security Policy|Fetch API cannot load/);
  const policy = strict(scene).replace("connect-src 'self'", "connect-src 'none'");
  const html = pageOf(moduleScript(scene), plans(scene, 'src="/offers.json"'));
  await openUnder(scene, policy, html);
  expect(await scene.told('limio-error')).toMatchObject([{ code: 'network' }]);
  expect((await scene.sell(scene.page.getByRole('link').first())).url).toBe(TEAM);
});

describe('A page that is itself locked in', () => {
  test('sells under a policy of `sandbox` and without forms', async ({ scene }) => {
    const policy = "sandbox allow-scripts allow-top-navigation; form-action 'none'";
    await openUnder(scene, policy, pageOf(classicScript(scene), plans(scene)));
    await scene.told('limio-ready');
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });

  test('sells from a sandboxed frame without an origin, offers at src included', async ({ scene }) => {
    const { page, host, cdn } = scene;
    cdn.answers.set('/offers.json', reply);
    const element = plans(scene, `src="${cdn.origin}/offers.json" label="pricing" target="_top"`);
    host.answers.set('/framed', pageOf(classicScript(scene), element));
    await scene.open(
      pageOf(
        '',
        '<iframe src="/framed" sandbox="allow-scripts allow-top-navigation-by-user-activation"></iframe>',
      ),
    );
    const link = page.frameLocator('iframe').getByRole('link', { name: 'Buy now' }).first();
    await pointTo(link);
    expect((await scene.sell(link)).url).toBe(TEAM);
    await page.waitForURL(scene.shop.origin + TEAM);
  });

  test('sells from its plain links where a frame may not run scripts', async ({ scene }) => {
    scene.host.answers.set('/framed', pageOf('', plans(scene).replaceAll('<a ', '<a target="_top" ')));
    const frame = '<iframe src="/framed" sandbox="allow-top-navigation-by-user-activation"></iframe>';
    await scene.open(pageOf('', frame));
    const link = scene.page.frameLocator('iframe').getByRole('link').first();
    expect((await scene.sell(link)).url).toBe(TEAM);
  });
});

describe('A page that asks for nothing is asked for nothing', () => {
  test('no storage, no cookie, no request but for the files of the script', async ({ scene }) => {
    await scene.context.addInitScript(() => {
      const refuse = (target: object, name: string) =>
        Object.defineProperty(target, name, {
          get: () => {
            console.error(`${name} was touched`);
            throw new DOMException('refused', 'SecurityError');
          },
        });
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) refuse(window, name);
      refuse(Document.prototype, 'cookie');
      refuse(Navigator.prototype, 'sendBeacon');
    });
    await scene.open(pageOf(moduleScript(scene), plans(scene, 'promo-code="SAVE20"')));
    await scene.told('limio-ready');
    await scene.sell(drawn(scene).first());
    expect(scene.host.seen.map(({ url }) => url)).toEqual(['/']);
    expect(scene.cdn.seen.map(({ url }) => url).sort()).toEqual([
      '/extras.js',
      '/finish.js',
      '/limio-offers.js',
    ]);
  });
});

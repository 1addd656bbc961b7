import { describe, expect } from 'vitest';
import { pageOf } from './markup.ts';
import { test, type Scene } from './scene.ts';

const plan = (name: string, amount: string) => ({
  id: name.toLowerCase(),
  name,
  price: { amount, currency: 'EUR', interval: { unit: 'month', count: 1 } },
});

/** What a backend answers: nothing chosen yet, and with the larger plan chosen. */
const START = { id: 'c', plan: plan('Team', '29'), upgrades: [plan('Business', '59')], lines: [] };
const chosen = ({ shop }: Scene) => ({
  ...START,
  lines: [{ action: 'add', kind: 'plan', offerId: 'business', name: 'Business', quantity: 1 }],
  total: { amount: '59', currency: 'EUR' },
  effectiveAt: '2096-12-01T00:00:00.000Z',
  url: `${shop.origin}/update?basket=basket-1`,
});

const tag = ({ shop }: Scene) =>
  `<limio-plan lang="en" subscription="sub-1" backend="/api" shop="${shop.origin}"><a href="${shop.origin}/account">Your account</a></limio-plan>`;

const asModule = ({ cdn }: Scene, file = 'limio-plan.js') =>
  `<script type="module" src="${cdn.origin}/${file}"></script>`;

const SCRIPTS: Array<[what: string, script: (scene: Scene) => string]> = [
  ['the module', (scene) => asModule(scene)],
  ['the module beside that of the cards', (scene) => asModule(scene, 'limio-offers.js') + asModule(scene)],
  ['the classic file', ({ cdn }) => `<script src="${cdn.origin}/limio-plan.classic.js" defer></script>`],
];

const json = (body: object) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function backend(scene: Scene): void {
  scene.host.answers.set('/api/plan-changes', json(START));
  scene.host.answers.set('/api/plan-changes/c', json(chosen(scene)));
}

describe('A page with a change of plan', () => {
  test.for(SCRIPTS)(
    'is unharmed under a strict policy, and ends at the shop: %s',
    async ([, script], { scene }) => {
      backend(scene);
      const { page, cdn } = scene;
      const policy = `default-src 'none'; script-src ${cdn.origin}; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'`;
      await scene.open(pageOf(script(scene), tag(scene)), { headers: { 'content-security-policy': policy } });
      await page.getByRole('button', { name: 'Choose Business' }).click();
      const link = page.getByRole('link', { name: 'Change to Business' });
      await link.waitFor();
      const { url, referrer } = await scene.sell(link);
      expect([url, referrer]).toEqual(['/update?basket=basket-1', `${scene.host.origin}/`]);
    },
  );

  test('asks for nothing but its files and its backend', async ({ scene }) => {
    backend(scene);
    await scene.open(pageOf(asModule(scene), tag(scene)));
    await scene.page.getByRole('button', { name: 'Choose Business' }).waitFor();
    const files = scene.cdn.seen.map(({ url }) => url).sort();
    expect(files).toEqual([
      '/backend-error.js',
      '/extras.js',
      '/finish.js',
      '/limio-offers.js',
      '/limio-plan.js',
      '/placeholders.js',
    ]);
    expect(scene.host.seen.filter(({ url }) => url.startsWith('/api'))).toHaveLength(1);
  });

  test('speaks English where the file of its language hangs', async ({ scene }) => {
    backend(scene);
    const { page } = scene;
    await page.clock.install();
    await page.route('**/plan-fr.js', () => {});
    const asked = page.waitForRequest('**/plan-fr.js');
    const answered = page.waitForEvent('requestfinished', (r) => r.url().endsWith('/api/plan-changes'));
    await scene.open(pageOf(asModule(scene), tag(scene).replace('lang="en"', 'lang="fr"')));
    await Promise.all([asked, answered]);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.clock.fastForward(10_000);
    await page.getByRole('button', { name: 'Choose Business' }).waitFor();
    await page.evaluate(() => watched.globals.push('__pwClock'));
  });

  test('leads to the account where its script never comes', async ({ scene }) => {
    scene.cdn.answers.set('/limio-plan.js', { status: 404 });
    scene.tolerated.push(/blocked by CORS|ERR_FAILED/);
    await scene.open(pageOf(asModule(scene), tag(scene)));
    const { url } = await scene.sell(scene.page.getByRole('link', { name: 'Your account' }));
    expect(url).toBe('/account');
  });

  test.for(SCRIPTS)('leads to the account where no tag can be defined: %s', async ([, script], { scene }) => {
    const refuse = `<script>customElements.define = () => { throw new Error('Not here.'); };</script>`;
    await scene.open(pageOf(refuse + script(scene), tag(scene)));
    const { url } = await scene.sell(scene.page.getByRole('link', { name: 'Your account' }));
    expect(url).toBe('/account');
  });

  test('leads to the account where the backend does not answer', async ({ scene }) => {
    scene.host.answers.set('/api/plan-changes', { status: 503 });
    scene.tolerated.push(/503/);
    await scene.open(pageOf(asModule(scene), tag(scene)));
    await scene.told('limio-error');
    const { url } = await scene.sell(scene.page.getByRole('link', { name: 'Your account' }));
    expect(url).toBe('/account');
  });
});

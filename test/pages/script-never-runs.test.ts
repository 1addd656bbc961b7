import { describe, expect } from 'vitest';
import { classicScript, drawn, moduleScript, pageOf, plain, plans, TEAM } from './markup.ts';
import { test, type Scene } from './scene.ts';

describe('Without the script the links of the page sell', () => {
  const WRONG = `integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous"`;
  const causes: Array<[cause: string, noise: RegExp, head: (scene: Scene) => string]> = [
    [
      'it is not there',
      /Failed to load resource|CORS/,
      (scene) => moduleScript(scene).replace('.js', '-gone.js'),
    ],
    ['its integrity is wrong', /integrity/, (scene) => moduleScript(scene, WRONG)],
    ['its integrity is wrong, classic', /integrity/, (scene) => classicScript(scene, WRONG)],
    ['it came from another page and does not run', /^$/, (scene) => inert(moduleScript(scene))],
    ['the policy of the page forbids it', /policy|directive/, (scene) => forbid(scene, "script-src 'none'")],
    [
      'Lit may not make its policy for trusted types',
      /polic|TrustedTypes|lit-html/i,
      (scene) => forbid(scene, "require-trusted-types-for 'script'; trusted-types 'none'"),
    ],
  ];
  const inert = (tag: string) => `<template>${tag}</template>`;
  const forbid = (scene: Scene, policy: string) =>
    `<meta http-equiv="content-security-policy" content="${policy}">${moduleScript(scene)}`;

  test.for(causes)('%s', async ([, noise, head], { scene }) => {
    scene.tolerated.push(noise);
    await scene.open(pageOf(head(scene), plans(scene)));
    expect((await scene.sell(plain(scene).first())).url).toBe(TEAM);
  });

  test('an ad blocker refuses it', async ({ scene }) => {
    scene.tolerated.push(/Failed to load resource|CORS/);
    await scene.context.route(/limio-offers\.js/, (route) => route.abort('blockedbyclient'));
    await scene.open(pageOf(moduleScript(scene), plans(scene)));
    expect((await scene.sell(plain(scene).first())).url).toBe(TEAM);
  });

  // prettier-ignore
  const missing: Array<[files: string, left: RegExp]> = [
    ['every file beside it',                      /^\/limio-offers\.js$/],
    ['every file but the one that says what to do', /^\/(limio-offers|mistakes|backend-error)\.js$/],
  ];
  test.for(missing)('%s is missing, which is told once', async ([, left], { scene }) => {
    scene.tolerated.push(/Failed to load resource|CORS/);
    for (const path of scene.cdn.answers.keys())
      if (!left.test(path)) scene.cdn.answers.set(path, { status: 404 });
    scene.mistakes.push('file_missing');
    const twice = plans(scene, 'src="/offers.json" agent-tools') + plans(scene, 'select="many" copy-link');
    await scene.open(pageOf(moduleScript(scene), twice));
    const [error] = await scene.told('limio-error');
    expect(error).toMatchObject({ code: 'file_missing' });
    expect((await scene.sell(scene.page.getByRole('link').first())).url).toBe(TEAM);
  });
});

describe('A script that comes late', () => {
  const late = (src: string) => `<script>
    addEventListener('pointerdown', () => {
      const script = document.createElement('script');
      script.src = '${src}';
      document.head.append(script);
    }, { once: true });
  </script>`;

  test('does not swallow the click that it came with', async ({ scene }) => {
    await scene.open(pageOf(late(`${scene.cdn.origin}/limio-offers.classic.js`), plans(scene)));
    scene.served = '';
    expect((await scene.sell(plain(scene).first())).url).toBe(TEAM);
  });

  test('draws nothing between press and release, which are the click', async ({ scene }) => {
    const { page } = scene;
    await scene.open(pageOf(late(`${scene.cdn.origin}/limio-offers.classic.js`), plans(scene)));
    scene.served = '';
    await plain(scene).first().hover();
    await page.mouse.down();
    await page.evaluate(() => customElements.whenDefined('limio-offers').then(() => {}));
    await page.mouse.up();
    expect((await scene.arrival()).url).toBe(TEAM);
  });

  test('draws once a press that led nowhere is over', async ({ scene }) => {
    const { page } = scene;
    await scene.open(pageOf(late(`${scene.cdn.origin}/limio-offers.classic.js`), plans(scene)));
    scene.served = '';
    await plain(scene).first().hover();
    await page.mouse.down();
    await page.evaluate(() => customElements.whenDefined('limio-offers').then(() => {}));
    await page.mouse.move(0, 0);
    await page.mouse.up();
    expect(await scene.told('limio-ready')).toMatchObject([{ count: 2 }]);
  });

  test('finds the offers of an element that was there before', async ({ scene }) => {
    await scene.open(pageOf('', plans(scene)));
    scene.served = '';
    await scene.page.addScriptTag({ url: `${scene.cdn.origin}/limio-offers.js`, type: 'module' });
    await scene.told('limio-ready');
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});

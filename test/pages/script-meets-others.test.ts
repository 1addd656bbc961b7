import { describe, expect } from 'vitest';
import { VERSION } from '../../src/core/version.ts';
import { asScript, builtFile } from './built-files.ts';
import { classicScript, drawn, moduleScript, pageOf, plain, plans, TEAM } from './markup.ts';
import { test, type Scene } from './scene.ts';

const both = (scene: Scene) => plans(scene) + plans(scene, 'select="many"');

describe('The same release twice', () => {
  const pairs: Array<[pair: string, head: (scene: Scene) => string]> = [
    ['classic and classic', (scene) => classicScript(scene) + classicScript(scene)],
    ['classic and module', (scene) => classicScript(scene) + moduleScript(scene)],
    [
      'module and the same under another address',
      (scene) => moduleScript(scene) + moduleScript(scene).replace('.js', '.js?v=2'),
    ],
  ];
  test.for(pairs)('works as one: %s', async ([, head], { scene }) => {
    await scene.open(pageOf(head(scene), both(scene)));
    await scene.told('limio-ready', 2);
    expect(await scene.told('limio-error', 0)).toEqual([]);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});

describe('Another release', () => {
  const orders: Array<[order: string, first: string, second: string]> = [
    ['older first', '0.9.0', VERSION],
    ['newer first', VERSION, '0.9.0'],
  ];
  test.for(orders)('leaves the tag to the one that was there: %s', async ([, first, second], { scene }) => {
    const current = builtFile('limio-offers.classic.js');
    for (const version of [first, second])
      scene.cdn.answers.set(`/${version}.js`, asScript(current.replaceAll(VERSION, version)));
    scene.mistakes.push('version_conflict');
    const script = (version: string) => `<script src="${scene.cdn.origin}/${version}.js"></script>`;
    await scene.open(pageOf(script(first) + script(second), plans(scene)));
    const [error, ...more] = await scene.told('limio-error');
    expect(error).toMatchObject({ code: 'version_conflict' });
    expect(error!.message).toContain(`${first} is there already`);
    expect(error!.message).toContain(second);
    expect(more).toEqual([]);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});

test('A tag that another script has defined is left alone and told once, and its links sell', async ({
  scene,
}) => {
  const foreign = `<script>customElements.define('limio-offers', class extends HTMLElement {})</script>`;
  scene.mistakes.push('tag_taken');
  await scene.open(pageOf(foreign + moduleScript(scene), plans(scene)));
  expect(await scene.told('limio-error')).toMatchObject([{ code: 'tag_taken' }]);
  expect((await scene.sell(plain(scene).first())).url).toBe(TEAM);
});

test('An AMD loader is not asked', async ({ scene }) => {
  const loader = `<script>var calls = 0; var define = () => { calls++ }; define.amd = {}; var exports, module;</script>`;
  await scene.open(pageOf(loader + classicScript(scene), plans(scene)));
  await scene.told('limio-ready');
  expect(await scene.page.evaluate('calls')).toBe(0);
  await scene.page.evaluate(() => watched.globals.push('calls', 'define', 'exports', 'module'));
  expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
});

test('A tag manager may put the script in, without a single attribute', async ({ scene }) => {
  await scene.open(pageOf('', plans(scene)));
  scene.served = '';
  await scene.page.evaluate((src) => {
    const script = document.createElement('script');
    script.src = src;
    document.head.append(script);
  }, `${scene.cdn.origin}/limio-offers.classic.js`);
  await scene.told('limio-ready');
  expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
});

test('The classic file works as a module, too', async ({ scene }) => {
  const tag = classicScript(scene, 'type="module"');
  await scene.open(pageOf(tag, plans(scene)));
  await scene.told('limio-ready');
  expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
});

test('An element that a script adds later works', async ({ scene }) => {
  await scene.open(pageOf(moduleScript(scene), '<div></div>'));
  scene.served = '';
  await scene.page.evaluate((html) => {
    document.querySelector('div')!.innerHTML = html;
  }, plans(scene));
  await scene.told('limio-ready');
  expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
});

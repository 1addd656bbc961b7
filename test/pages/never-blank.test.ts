import { describe, expect } from 'vitest';
import { asScript } from './built-files.ts';
import { classicScript, drawn, links, moduleScript, pageOf, plain, plans, TEAM } from './markup.ts';
import { test, type Scene } from './scene.ts';

/** A page whose document is XML, where markup of templates cannot be parsed. */
const xhtml = (scene: Scene, head: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title><link rel="icon" href="data:," />${head}</head><body>${plans(scene).replaceAll('&', '&amp;')}</body></html>`;

test('A page in XML with the classic script shows the links and sells, without an error', async ({
  scene,
}) => {
  const script = classicScript(scene, 'defer="defer"');
  await scene.open(xhtml(scene, script), { headers: { 'content-type': 'application/xhtml+xml' } });
  scene.served = '';
  expect(await scene.told('limio-error')).toMatchObject([{ code: 'internal' }]);
  expect((await scene.sell(plain(scene).first())).url).toBe(TEAM);
});

describe('A file that cannot be loaded costs itself alone, and one event says why', () => {
  // prettier-ignore
  const files: Array<[file: string, attributes: string]> = [
    ['controls.js',           'select="many"'],
    ['controls.js',           'copy-link'],
    ['assisted-checkout.js',  'checkout="assisted" backend="/api" src="/offers.json"'],
    ['offers-controller.js',  'src="/offers.json"'],
    ['extras.js',             'promo-code="SAVE20"'],
    ['layouts.js',            'layout="list"'],
    ['de.js',                 'locale="de"'],
  ];
  test('written-offer.js for prices as people write them', async ({ scene }) => {
    scene.cdn.answers.set('/written-offer.js', { status: 404 });
    scene.tolerated.push(/404|ERR_FAILED|blocked by CORS/);
    scene.mistakes.push('file_missing', 'price_unreadable');
    const inside = links(scene).replace('data-price="29"', 'data-price="29,-"');
    await scene.open(pageOf(moduleScript(scene), plans(scene, '', inside)));
    await scene.told('limio-ready');
    expect(await scene.told('limio-error')).toMatchObject([{ code: 'file_missing' }]);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });

  test('finish.js, and what comes in its place is empty', async ({ scene }) => {
    scene.cdn.answers.set('/finish.js', asScript(''));
    scene.mistakes.push('file_missing');
    await scene.open(pageOf(moduleScript(scene), plans(scene)));
    await scene.told('limio-ready');
    await expect.poll(() => scene.cdn.seen.some(({ url }) => url === '/finish.js')).toBe(true);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });

  const answers = { 'is not there': { status: 404 }, 'is empty, as blockers have it': asScript('') };
  const faults = files.flatMap((file) =>
    Object.entries(answers).map(([fault, answer]) => [...file, fault, answer] as const),
  );
  test.for(faults)('%s for %s %s', async ([file, attributes, , answer], { scene }) => {
    const offers = [{ path: '/offers2/Desk Team Monthly', name: 'Team' }];
    scene.host.answers.set('/offers.json', JSON.stringify(offers));
    scene.cdn.answers.set(`/${file}`, answer);
    scene.tolerated.push(/404|ERR_FAILED|blocked by CORS/);
    scene.mistakes.push('file_missing');
    await scene.open(pageOf(moduleScript(scene), plans(scene, attributes)));
    await scene.told('limio-ready');
    expect(await scene.told('limio-error')).toMatchObject([{ code: 'file_missing' }]);
    expect((await scene.sell(drawn(scene).first())).url).toContain(TEAM);
  });
});

/** What scripts of a page, and libraries of twenty years, leave of the platform before ours comes. */
describe('What the page has changed before costs no sale and no error', () => {
  const named = (target: string, name: string) => `{ const own = ${target}.${name}; ${target}.${name} = `;
  const refuse = 'function () { throw new Error("Not here."); }; }';
  // prettier-ignore
  const patches: Array<[what: string, script: string, left: 'cards' | 'links']> = [
    ['Event of MooTools',             `${named('window', 'Event')} function (event) { this.event = event; }; }`, 'cards'],
    ['CustomEvent for old browsers',  `${named('window', 'CustomEvent')} function (type) { return document.createEvent('Event').initEvent(type); }; }`, 'cards'],
    ['Element of MooTools',           `${named('window', 'Element')} function (tag) { return document.createElement(tag); }; Element.prototype = own.prototype; }`, 'cards'],
    ['Function.bind of Prototype',    `Function.prototype.bind = function (self, ...given) { const run = this; return function () { return run.apply(self, [...given, ...arguments]); }; };`, 'cards'],
    ['JSON of Prototype',             `Array.prototype.toJSON = String.prototype.toJSON = function () { return '"' + this + '"'; };`, 'cards'],
    ['append that is wrapped',        `for (const name of ['appendChild', 'insertBefore', 'removeChild']) { const own = Node.prototype[name]; Node.prototype[name] = function (...given) { return own.apply(this, given); }; }`, 'cards'],
    ['listeners without options',     `{ const own = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, listener) { own.call(this, type, listener, false); }; }`, 'cards'],
    ['no list of its visit',          `performance.getEntriesByType = () => [];`, 'cards'],
    ['lists with names of their own', `Array.prototype.last = 5; Array.prototype.remove = function () {};`, 'cards'],
    ['Promise of zone.js',            `{ const own = Promise; window.Promise = class extends own { static get [Symbol.species]() { return own; } }; }`, 'cards'],
    ['define that is wrapped',        `{ const own = customElements.define; customElements.define = function (name, kind, ...given) { return own.call(this, name, class extends kind {}, ...given); }; }`, 'cards'],
    ['no words for numbers and days', `window.Intl = undefined;`, 'cards'],
    ['nothing of the last years',     `Array.prototype.at = Object.hasOwn = window.structuredClone = window.queueMicrotask = window.ResizeObserver = window.matchMedia = undefined;`, 'cards'],
    ['a search of old libraries',     `Array.prototype.includes = function (item) { return this.indexOf(item) > -1; };`, 'cards'],
    ['nothing that may be changed',   `for (const own of [Object, Array, Function, String, RegExp, Map, Promise, Error]) Object.freeze(own.prototype);`, 'cards'],
    ['promises of old browsers',      `delete Promise.prototype.finally;`, 'cards'],
    ['matches under another name',    `Element.prototype.matches = undefined;`, 'links'],
    ['no tag can be defined',         `customElements.define = ${refuse.slice(0, -2)};`, 'links'],
    ['no tags of its own',            `Object.defineProperty(window, 'customElements', { value: null });`, 'links'],
    ['slots that take nothing',       `HTMLSlotElement.prototype.assign = undefined;`, 'links'],
    ['an old way to empty',           `for (const own of [Element, Document, DocumentFragment]) own.prototype.replaceChildren = undefined;`, 'links'],
    ['append that gives nothing',     `{ const own = Node.prototype.insertBefore; Node.prototype.insertBefore = function (...given) { own.apply(this, given); }; }`, 'links'],
    ['an observer that cannot',       `window.MutationObserver = function () {};`, 'links'],
    ['events that throw',             `EventTarget.prototype.dispatchEvent = ${refuse.slice(0, -2)}`, 'links'],
  ];
  const scripts = { module: moduleScript, classic: classicScript };
  const cases = patches.flatMap((patch) =>
    (['module', 'classic'] as const).map((kind) => [patch[0], kind, patch] as const),
  );
  test.for(cases)('%s, with the %s script', async ([, kind, [, patch, left]], { scene }) => {
    await scene.open(pageOf(`<script>${patch}</script>${scripts[kind](scene)}`, plans(scene)));
    const link = left === 'cards' ? drawn(scene) : plain(scene);
    expect((await scene.sell(link.first())).url).toBe(TEAM);
  });

  /** Names by which all objects of a page are taken for such of Lit or of the language. */
  const NAMES = ['strings', 'value', 'writable', 'get', 'set', 'return'];
  // prettier-ignore
  const additions: Array<[kind: string, value: string, script: keyof typeof scripts, names: string[]]> = [
    ['a text',     `'text'`,    'module',  NAMES],
    ['a function', '() => 1',   'module',  NAMES],
    ['a list',     `['one']`,   'classic', ['strings', 'return']],
  ];
  test.for(additions)('names that all objects have, as %s', async ([, value, script, names], { scene }) => {
    for (const name of names) {
      scene.shop.seen.length = 0;
      // They are gone before the test looks, as it is driven by scripts in the page, too.
      const patch = `Object.prototype.${name} = ${value};
        for (const type of ['limio-ready', 'limio-error']) addEventListener(type, () => { delete Object.prototype.${name}; });`;
      await scene.open(pageOf(`<script>${patch}</script>${scripts[script](scene)}`, plans(scene)));
      await expect.poll(() => scene.page.evaluate(() => watched.told.length), { message: name }).toBe(1);
      const cards = await drawn(scene).count();
      expect((await scene.sell((cards ? drawn(scene) : plain(scene)).first())).url).toBe(TEAM);
    }
  });

  test('a console that throws, where there is something to say', async ({ scene }) => {
    const patch = `<script>
      console.warn = () => { watched.told.push({ type: 'warned' }); throw new Error('Not here.'); };
    </script>`;
    await scene.open(pageOf(patch + moduleScript(scene), plans(scene, 'layout="nonsense"')));
    await scene.told('warned');
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});

test('Links without a tag become cards where the script tag asks for it', async ({ scene }) => {
  const page = (more: string) =>
    pageOf(moduleScript(scene, more), `<h1>Plans</h1><p>${links(scene)}</p><p>Text.</p>`);
  await scene.open(page(''));
  await scene.page.evaluate(() => customElements.whenDefined('limio-offers'));
  expect(await drawn(scene).count()).toBe(0);
  await scene.open(page(`data-limio-offers="${scene.shop.origin}"`));
  scene.served = '';
  await scene.told('limio-ready');
  expect(await drawn(scene).count()).toBe(2);
  expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
});

describe('Links without a tag become cards on the next page, however a script put it there', () => {
  // prettier-ignore
  const swaps: Array<[how: string, swap: string]> = [
    ['a text in the body',    `document.body.innerHTML = next`],
    ['another body',          `document.body.replaceWith(parsed.body)`],
    ['another document',      `document.replaceChild(parsed.documentElement, document.documentElement)`],
    ['one written anew',      `document.open(); document.write('<!doctype html>' + next); document.close()`],
    ['one that is announced', `document.startViewTransition(() => { document.body.innerHTML = next; })`],
  ];
  test.for(swaps)('%s', async ([, swap], { scene }) => {
    const { page, shop } = scene;
    await scene.open(
      pageOf(moduleScript(scene, `data-limio-offers="${shop.origin}"`), `<p>${links(scene)}</p>`),
    );
    scene.served = '';
    await expect.poll(() => drawn(scene).count()).toBe(2);
    await page.evaluate(
      ([swap, next]) =>
        Function('next', 'parsed', swap)(next, new DOMParser().parseFromString(next, 'text/html')),
      [swap, `<main><p>${links(scene)}</p></main>`] as const,
    );
    const cards = page.locator('main a[part~=cta]');
    await expect.poll(() => cards.count()).toBe(2);
    expect((await scene.sell(cards.first())).url).toBe(TEAM);
  });
});

test('An empty tag beside purchase links says nothing, as the links sell', async ({ scene }) => {
  const empty = plans(scene, '', '');
  const split = `<div><p>${empty}</p><p>${links(scene)}</p><p>${empty}</p></div>`;
  scene.mistakes.push('offers_missing');
  await scene.open(pageOf(moduleScript(scene), split));
  await scene.told('limio-error', 2);
  expect(await scene.page.locator('limio-offers [part=message]').count()).toBe(0);
  expect((await scene.sell(scene.page.locator('p > a').first())).url).toBe(TEAM);
});

import { describe, expect } from 'vitest';
import { drawn, moduleScript, pageOf, plans, TEAM } from './markup.ts';
import { test } from './scene.ts';

/** How page builders, caches and routers keep a page whose cards are drawn, and bring it back. `main` holds the tag. */
describe('What was drawn, saved and put back is drawn once, and sells', () => {
  // prettier-ignore
  const ways: Array<[how: string, way: string]> = [
    ['as text',                       `main.innerHTML = main.innerHTML`],
    ['as text with its shadow roots', `main.setHTMLUnsafe(main.getHTML({ serializableShadowRoots: true, shadowRoots: [tag.shadowRoot] }))`],
    ['as a copy',                     `main.replaceWith(main.cloneNode(true))`],
    ['as a copy of the page',         `document.body.replaceWith(document.body.cloneNode(true))`],
    ['in a template',                 `const kept = document.createElement('template'); kept.content.append(tag); main.append(kept.content)`],
    ['by a parser',                   `const parsed = new DOMParser().parseFromString(main.innerHTML, 'text/html'); main.replaceChildren(parsed.body.firstElementChild)`],
    ['from a document of its own',    `const other = document.implementation.createHTMLDocument(); other.body.append(tag); main.append(other.body.firstElementChild)`],
    ['without what HTML does not know', `for (const { name } of [...tag.attributes]) tag.removeAttribute(name)`],
  ];
  test.for(ways)('%s', async ([, way], { scene }) => {
    const { page } = scene;
    await scene.open(pageOf(moduleScript(scene), `<main>${plans(scene)}</main>`));
    scene.served = '';
    await expect.poll(() => drawn(scene).count()).toBe(2);
    await page.evaluate((way) => {
      const main = document.querySelector('main');
      Function('main', 'tag', way)(main, main!.firstElementChild);
    }, way);
    await expect.poll(() => drawn(scene).count()).toBe(2);
    expect(await page.locator('limio-offers > a').first().isVisible()).toBe(false);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});

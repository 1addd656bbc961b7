import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { DEFAULTS, SECTIONS } from '../../demo/playground/controls.ts';
import {
  canvasOf,
  cards,
  expectLinksAlone,
  links,
  newPost,
  OFFERS,
  pasted,
  publish,
  publishOnScreen,
  setPlugin,
  SOLD,
  test,
  withWordPress,
} from './wordpress-scene.ts';

withWordPress();

describe('what the playground writes for WordPress', () => {
  test('draws cards where an editor pastes it', async ({ site, scene }) => {
    const { link } = await publish(site, 'editor', pasted(scene));
    await scene.page.goto(link);
    expect((await scene.told('limio-ready'))[0]).toMatchObject({ count: 2 });
    expect(await scene.page.locator('[part~=name]').allTextContents()).toEqual([
      'Black & White [gallery]',
      'Team',
    ]);
    expect((await scene.sell(cards(scene).first())).url).toBe(SOLD[0]);
  });

  test('leaves links that sell where an author pastes it', async ({ site, scene }) => {
    const { link, content } = await publish(site, 'author', pasted(scene));
    expect(content.raw).not.toMatch(/limio-offers|<script/);
    await scene.page.goto(link);
    await expectLinksAlone(scene, 'Black & White [gallery], €29 per month', 'Team, €99 per year');
    expect((await scene.sell(links(scene).first())).url).toBe(SOLD[0]);
  });

  test('leaves links that sell where an author pastes it on the editing screen', async ({ site, scene }) => {
    const screen = await newPost(site, scene, 'author');
    // The editor of WordPress 6.1 writes escaped brackets out, so this offer has none.
    const text = pasted(scene, {}, { offers: OFFERS.slice(1) });
    await screen.evaluate((code) => navigator.clipboard.writeText(code), text);
    await screen.keyboard.press('Control+V');
    await (await canvasOf(screen)).locator('[data-type="core/html"]').waitFor();
    const link = await publishOnScreen(screen);
    await screen.context().close();
    await scene.page.goto(link);
    await expectLinksAlone(scene, 'Team, €99 per year');
    expect((await scene.sell(links(scene).last())).url).toBe(SOLD[1]);
  });
});

describe('with the plugin, what the playground writes', () => {
  test('draws cards where an author pastes it, too', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const { link, content } = await publish(site, 'author', pasted(scene));
    expect(content.raw).not.toContain('<script');
    await scene.page.goto(link);
    expect((await scene.told('limio-ready'))[0]).toMatchObject({ count: 2 });
    expect((await scene.sell(cards(scene).last())).url).toBe(SOLD[1]);
  });

  test('keeps every attribute and its value', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const every = SECTIONS.flatMap(({ controls }) => controls).map(({ attribute, values, placeholder }) => {
      const value = values?.at(-1)![0] ?? placeholder ?? 'true';
      // What is a default anyway is not written.
      return [
        attribute,
        attribute === 'accent' ? '#0d6b57' : value === DEFAULTS[attribute] ? 'none' : value,
      ] as const;
    });
    const text = pasted(scene, { ...Object.fromEntries(every), shop: scene.shop.origin });
    const { content } = await publish(site, 'author', text);
    const read = (html: string) =>
      scene.page.evaluate((inside) => {
        const { body } = new DOMParser().parseFromString(inside, 'text/html');
        const element = body.querySelector('limio-offers')!;
        return [element, ...element.children].map((node) => ({
          text: node.textContent!.trim(),
          attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
        }));
      }, html);
    const [written] = await read(text);
    expect(Object.keys(written!.attributes).sort()).toEqual(every.map(([name]) => `data-${name}`).sort());
    expect(await read(content.raw)).toEqual(await read(text));
  });

  test('loads the script on pages that show offers, and on no other', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const { link } = await publish(site, 'author', 'No offers here.');
    await scene.page.goto(link);
    expect(await scene.page.locator('script[src*="limio-offers"]').count()).toBe(0);
  });

  test('loads the script from where the site says', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const folder = join(site.folder, 'wp-content/mu-plugins');
    const address = `${scene.cdn.origin}/limio-offers.classic.js`;
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'site.php'),
      `<?php add_filter( 'limio_offers_script', fn() => '${address}' );`,
    );
    const { link } = await publish(site, 'author', pasted(scene));
    await scene.page.goto(link);
    await scene.told('limio-ready');
    expect(await scene.page.locator(`script[src^="${address}"]`).count()).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

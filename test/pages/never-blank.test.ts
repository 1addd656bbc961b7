import { describe, expect } from 'vitest';
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

  test.for(files)('%s for %s', async ([file, attributes], { scene }) => {
    const offers = [{ path: '/offers2/Desk Team Monthly', name: 'Team' }];
    scene.host.answers.set('/offers.json', JSON.stringify(offers));
    scene.cdn.answers.set(`/${file}`, { status: 404 });
    scene.tolerated.push(/404|ERR_FAILED|blocked by CORS/);
    scene.mistakes.push('file_missing');
    await scene.open(pageOf(moduleScript(scene), plans(scene, attributes)));
    await scene.told('limio-ready');
    expect(await scene.told('limio-error')).toMatchObject([{ code: 'file_missing' }]);
    expect((await scene.sell(drawn(scene).first())).url).toContain(TEAM);
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

test('An empty tag beside purchase links says nothing, as the links sell', async ({ scene }) => {
  const empty = plans(scene, '', '');
  const split = `<div><p>${empty}</p><p>${links(scene)}</p><p>${empty}</p></div>`;
  scene.mistakes.push('offers_missing');
  await scene.open(pageOf(moduleScript(scene), split));
  await scene.told('limio-error', 2);
  expect(await scene.page.locator('limio-offers [part=message]').count()).toBe(0);
  expect((await scene.sell(scene.page.locator('p > a').first())).url).toBe(TEAM);
});

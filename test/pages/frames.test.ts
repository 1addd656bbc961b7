import type { FrameLocator } from 'playwright';
import { describe, expect, vi } from 'vitest';
import { builtFile } from './built-files.ts';
import { pageOf } from './markup.ts';
import { pointTo } from './point-to.ts';
import { test, type Scene } from './scene.ts';
import { WAIT_MS } from '../setup/patience.ts';

const PRO = '/offers2/Pro Plan';
const PRO_LINK = '/checkout?purchase=%2Foffers2%2FPro%20Plan';

/** What browsers say when a sandbox keeps a page from something. */
const REFUSALS = [/sandboxed frame/, /Unsafe attempt to initiate navigation/, /allow-top-navigation/];

const bridge = ({ cdn }: Scene) => `<script type="module" src="${cdn.origin}/bridge.js"></script>`;

const embedAddress = ({ cdn, shop }: Scene, more = '') =>
  `${cdn.origin}/embed.html?shop=${encodeURIComponent(shop.origin)}&offer=${encodeURIComponent(PRO)}${more}`;

const frame = (src: string, attributes = '') =>
  `<iframe src="${src.replaceAll('&', '&amp;')}" title="Offers" width="380" height="300" ${attributes}></iframe>`;

/** Opens a page whose frame may be refused things, and which is given a height by its frame. */
async function open(scene: Scene, body: string): Promise<FrameLocator> {
  scene.tolerated.push(...REFUSALS);
  await scene.open(pageOf('', body));
  scene.served = '';
  const content = scene.page.frameLocator('iframe').first();
  await pointTo(content.locator('a[part~=cta]').first());
  return content;
}

/** Where the customer is after a click: in a window of the shop, there in this tab, or before the link to copy. */
async function outcomeOf(scene: Scene, content: FrameLocator): Promise<string> {
  const { page: tab, context, shop } = scene;
  return vi.waitFor(async () => {
    if (tab.url().startsWith(shop.origin)) return 'tab';
    const opened = context.pages().find((each) => each !== tab && each.url().startsWith(shop.origin));
    if (opened) return (await opened.evaluate(() => opener as unknown)) ? 'window that knows us' : 'window';
    const shown = content.locator('input[part=link]');
    expect(await shown.count()).toBe(1);
    expect(await shown.inputValue()).toBe(shop.origin + PRO_LINK);
    return 'shown';
  }, WAIT_MS);
}

// prettier-ignore
const sandboxes: Array<[sandbox: string, outcome: string]> = [
  ['',                                                                          'window'],
  ['sandbox="allow-scripts"',                                                   'shown'],
  ['sandbox="allow-scripts allow-same-origin"',                                 'shown'],
  // Such a window is a stranger to the frame, which cannot make it forget who opened it.
  ['sandbox="allow-scripts allow-popups"',                                      'window that knows us'],
  ['sandbox="allow-scripts allow-popups allow-same-origin"',                    'window'],
  ['sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',       'window'],
  ['sandbox="allow-scripts allow-same-origin allow-top-navigation"',            'tab'],
  ['sandbox="allow-scripts allow-top-navigation-by-user-activation"',           'tab'],
];

describe('A click in a frame of another site', () => {
  test.for(sandboxes)('of embed.html, %s, ends in: %s', async ([sandbox, outcome], { scene }) => {
    const content = await open(scene, frame(embedAddress(scene), sandbox));
    await content.locator('a[part~=cta]').click();
    expect(await outcomeOf(scene, content)).toBe(outcome);
  });

  test.for(sandboxes)(
    'of any page with the element, %s, ends in: %s',
    async ([sandbox, outcome], { scene }) => {
      const { cdn, shop } = scene;
      const offers = `<limio-offers><a href="${shop.origin}${PRO_LINK}">Pro Plan</a></limio-offers>`;
      cdn.answers.set('/chat.html', pageOf('<script type="module" src="limio-offers.js"></script>', offers));
      const content = await open(scene, frame(`${cdn.origin}/chat.html`, sandbox));
      await content.locator('a[part~=cta][target=_blank]').click();
      expect(await outcomeOf(scene, content)).toBe(outcome);
    },
  );

  test.for(sandboxes)(
    'of embed.html, %s, opens a window where the page listens',
    async ([sandbox], { scene }) => {
      const content = await open(
        scene,
        bridge(scene) + frame(embedAddress(scene), `data-limio-offers ${sandbox}`),
      );
      await expect.poll(() => scene.page.locator('iframe').getAttribute('style')).toBeTruthy();
      await content.locator('a[part~=cta]').click();
      expect(await outcomeOf(scene, content)).toBe('window');
      const [visit] = scene.shop.seen.filter(({ isVisit }) => isVisit);
      expect(visit).toMatchObject({ url: PRO_LINK, referrer: `${scene.host.origin}/` });
    },
  );

  test('takes the whole tab where the element says so', async ({ scene }) => {
    const body =
      bridge(scene) + frame(embedAddress(scene, '&target=_top'), 'data-limio-offers sandbox="allow-scripts"');
    const content = await open(scene, body);
    await expect.poll(() => scene.page.locator('iframe').getAttribute('style')).toBeTruthy();
    await content.locator('a[part~=cta]').click();
    expect(await outcomeOf(scene, content)).toBe('tab');
  });

  test('is honoured as well while the page shows its own links, as without a list', async ({ scene }) => {
    const address = embedAddress(scene, '&src=https%3A%2F%2Fnowhere.localhost%2Fnone.json');
    scene.tolerated.push(/Failed to load resource|CORS/);
    scene.tolerated.push(...REFUSALS);
    scene.known.push('https://nowhere.localhost');
    await scene.open(pageOf('', frame(address, 'sandbox="allow-scripts"')));
    const content = scene.page.frameLocator('iframe');
    const link = content.getByRole('link', { name: 'Pro Plan' });
    await pointTo(link);
    await link.click();
    expect(await outcomeOf(scene, content)).toBe('shown');
  });
});

test('what an own copy of embed.html says on its tag, no address can change', async ({ scene }) => {
  const tag = `<limio-offers shop="${scene.shop.origin}" target="_top">`;
  scene.cdn.answers.set('/own.html', builtFile('embed.html').replace('<limio-offers>', tag));
  const address = `${scene.cdn.origin}/own.html?shop=https%3A%2F%2Fevil.example&target=_self&offer=${encodeURIComponent(PRO)}`;
  const content = await open(scene, frame(address));
  const link = content.locator('a[part~=cta]');
  expect(await link.getAttribute('href')).toBe(scene.shop.origin + PRO_LINK);
  expect(await link.getAttribute('target')).toBe('_top');
});

describe('The page around a frame', () => {
  test('gives it the height of its content, also after it was hidden', async ({ scene }) => {
    const hidden = `<div hidden>${frame(embedAddress(scene), 'data-limio-offers')}</div>`;
    await scene.open(pageOf('', bridge(scene) + hidden));
    scene.served = '';
    const height = () =>
      scene.page.locator('iframe').evaluate((el: HTMLElement) => parseInt(el.style.height));
    await scene.page.evaluate(() => document.querySelector('div')!.removeAttribute('hidden'));
    await expect.poll(height).toBeGreaterThan(80);
    const content = scene.page.frameLocator('iframe').locator('body');
    const missing = async () =>
      (await content.evaluate((body: HTMLElement) => body.offsetHeight)) - (await height());
    await expect.poll(missing).toBe(0);
  });

  test('may open the link in its own way', async ({ scene }) => {
    const own = `<script>addEventListener('limio-open', (event) => {
      event.preventDefault();
      document.title = event.detail.url;
    })</script>`;
    const content = await open(scene, own + bridge(scene) + frame(embedAddress(scene), 'data-limio-offers'));
    await expect.poll(() => scene.page.locator('iframe').getAttribute('style')).toBeTruthy();
    await content.locator('a[part~=cta]').click();
    await expect.poll(() => scene.page.title()).toBe(scene.shop.origin + PRO_LINK);
    expect(scene.context.pages()).toHaveLength(1);
  });
});

import { expect } from 'vitest';
import { moduleScript, pageOf, plans } from './markup.ts';
import { test } from './scene.ts';

test('Two hundred elements that came, asked and went leave nothing behind', async ({ scene }) => {
  const { page, host } = scene;
  host.answers.set('/offers.json', (_, response) => response.writeHead(200).write('['));
  await scene.open(pageOf(moduleScript(scene), ''));
  scene.served = '';
  const protocol = await scene.context.newCDPSession(page);
  const count = async () => {
    await protocol.send('HeapProfiler.collectGarbage');
    await protocol.send('HeapProfiler.collectGarbage');
    return protocol.send('Memory.getDOMCounters');
  };
  const comeAndGo = (html: string, times: number) =>
    page.evaluate(
      async ([html, times]) => {
        const own = fetch;
        for (let n = 0; n < times; n++) {
          await new Promise<void>((asked) => {
            window.fetch = (...wish) => {
              asked();
              return own(...wish);
            };
            document.body.innerHTML = html;
          });
          document.body.replaceChildren();
          await new Promise((left) => setTimeout(left));
        }
        window.fetch = own;
      },
      [html, times] as const,
    );
  const html = plans(scene, 'src="/offers.json" promo-code="SAVE20" copy-link');
  await page.evaluate(() => customElements.whenDefined('limio-offers'));
  await comeAndGo(html, 5);
  const before = await count();
  await comeAndGo(html, 200);
  const after = await count();
  // One element has some 60 nodes.
  expect(after.nodes - before.nodes).toBeLessThan(120);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
});

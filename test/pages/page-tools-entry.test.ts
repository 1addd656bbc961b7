import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFiles } from './built-files.ts';
import { element, open, script, shop, STARTER, TEAM, toolsOf, withTools } from './tools-scene.ts';

test('the entry of the package gives the tools to elements without the attribute, until it is ended', async () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { default: string }>;
  };
  const entry = exports['./integrations/agent-tools']!.default.replace('./dist', '');
  const imports = { 'limio-offers/integrations/agent-tools': entry };
  const connect = `import { connectAgentTools } from 'limio-offers/integrations/agent-tools';
    window.end = connectAgentTools();`;
  const page = await open(withTools, '', {
    '/': `<!doctype html><title>Page</title>
      <script type="importmap">${JSON.stringify({ imports })}</script>
      ${script(connect)}${element([TEAM], '')}`,
    ...packageFiles(),
  });
  await toolsOf(page);
  const paths = ['/offers2/Team'];
  const url = `${shop.origin}/checkout?purchase=%2Foffers2%2FTeam`;
  expect(await page.webmcp.callTool('limio_list_offers')).toMatchObject({ total: 1 });
  expect(await page.webmcp.callTool('limio_make_link', { paths })).toMatchObject({ url });
  const later = element([STARTER], '');
  await page.evaluate(async (markup) => {
    (window as unknown as { end: () => void }).end();
    const ready = new Promise((resolve) => addEventListener('limio-ready', resolve, { once: true }));
    document.body.insertAdjacentHTML('beforeend', markup);
    await ready;
  }, later);
  expect(await page.webmcp.callTool('limio_list_offers')).toMatchObject({ total: 1 });
  expect(await page.webmcp.callTool('limio_go_to_checkout', { paths })).toMatchObject({ url });
  await page.waitForURL(url);
  await page.close();
});

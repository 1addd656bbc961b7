import type { Browser } from 'playwright';
import { expect, test } from 'vitest';
import { serveSite } from './site.ts';
import {
  asToday,
  element,
  open,
  script,
  shop,
  STARTER,
  TEAM,
  told,
  toolsOf,
  withTools,
} from './tools-scene.ts';

// prettier-ignore
const forbidden: Array<[behaviour: string, browser: () => Browser, attributes: string, headers: object, errors: string[]]> = [
  ['without the attribute',              () => withTools, '',            {},                                      []],
  ['in a browser without tools',         () => asToday,   'agent-tools', {},                                      []],
  ['where the policy of a page forbids', () => withTools, 'agent-tools', { 'permissions-policy': 'tools=()' },    ['tools_refused']],
];
test.for(forbidden)(
  '%s a page sells as before, and has no tools',
  async ([, browser, attributes, headers, errors]) => {
    const page = await open(browser(), element([STARTER], attributes), {}, headers);
    await expect.poll(() => told(page)).toEqual(errors);
    expect(
      await page.evaluate(
        () =>
          (document as { modelContext?: { getTools(): Promise<unknown[]> } }).modelContext
            ?.getTools()
            .catch(() => []) ?? [],
      ),
    ).toEqual([]);
    // What helps agents is loaded after what customers see.
    await expect
      .poll(() =>
        page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('agent-tools')),
        ),
      )
      .toBe(attributes !== '');
    await page.locator('a[part~=cta]').first().click();
    await page.waitForURL(`${shop.origin}/**`);
    await page.close();
  },
);

test('a name that another script has taken is told once, and nothing else fails', async () => {
  const taken = `<script>
    document.modelContext.registerTool({ name: 'limio_make_link', description: 'x', inputSchema: {}, execute: () => 'theirs' }).catch(() => {});
  </script>`;
  const page = await open(withTools, taken + element([STARTER]) + element([TEAM]));
  await expect.poll(() => told(page)).toEqual(['tools_refused']);
  expect((await toolsOf(page, 1)).map(({ name }) => name)).toEqual(['limio_make_link']);
  expect(await page.webmcp.callTool('limio_make_link')).toBe('theirs');
  await page.close();
});

test('an agent of the page does not see the tools of a frame of another site', async () => {
  const frame = await serveSite('frame', { '/': `<!doctype html>${script()}${element([STARTER])}` });
  const page = await open(
    withTools,
    `${element([TEAM], '')}<iframe src="${frame.origin}" allow="tools"></iframe>`,
  );
  await page.frameLocator('iframe').locator('a[part~=cta]').first().waitFor();
  const inFrame = page.frames().find((each) => each.url().startsWith(frame.origin))!;
  await expect.poll(() => inFrame.webmcp.tools()).toHaveLength(3);
  expect(
    await page.evaluate(() =>
      (document as unknown as { modelContext: { getTools(): Promise<unknown[]> } }).modelContext.getTools(),
    ),
  ).toEqual([]);
  frame.close();
  await page.close();
});

import { expect, test } from 'vitest';
import { CLASSIC, element, open, shop, STARTER, TEAM, told, toolsOf, withTools } from './tools-scene.ts';

test('a page that wants it has three tools, named and described within the limits of browsers', async () => {
  const page = await open(withTools, element([STARTER]));
  const tools = await toolsOf(page);
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'limio_go_to_checkout',
    'limio_list_offers',
    'limio_make_link',
  ]);
  for (const { name, description, inputSchema } of tools) {
    expect(name.length).toBeLessThanOrEqual(30);
    expect(description.length).toBeLessThanOrEqual(500);
    const properties = Object.entries(
      (inputSchema as { properties: Record<string, { description: string }> }).properties,
    );
    for (const [parameter, { description }] of properties) {
      expect(parameter).toMatch(/^(paths|quantity|limit)$/);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  }
  const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
  expect(hints).toMatchObject({
    limio_list_offers: { readOnly: true, untrustedContent: true },
    limio_make_link: { readOnly: true },
  });
  await page.close();
});

test('an agent lists offers, makes a link and goes to the checkout', async () => {
  const page = await open(withTools, element([STARTER, TEAM]));
  await toolsOf(page);
  expect(await page.webmcp.callTool('limio_list_offers', { quantity: 5 })).toEqual({
    offers: [
      {
        path: '/offers2/Starter',
        name: 'Starter',
        price: '€9 per month',
        billed: 'per month',
        includes: '',
        quantity: '1',
      },
      {
        path: '/offers2/Team',
        name: 'Team',
        price: '€29 per month',
        billed: 'per month',
        includes: '',
        quantity: '5 to 50, in steps of 5',
        total: '€145 per month for 5',
      },
    ],
    total: 2,
  });
  const url = `${shop.origin}/checkout?purchase=%2Foffers2%2FTeam`;
  const paths = ['/offers2/Team'];
  expect(await page.webmcp.callTool('limio_make_link', { paths })).toMatchObject({
    url,
    say: expect.stringContaining(`(<${url}>)`),
  });
  expect(await page.webmcp.callTool('limio_go_to_checkout', { paths })).toMatchObject({ url });
  await page.waitForURL(url);
  await page.close();
});

test('the classic file of another site loads the tools from where it came from itself', async () => {
  const page = await open(withTools, element([TEAM]), {}, {}, CLASSIC);
  await toolsOf(page);
  const paths = ['/offers2/Team'];
  const url = `${shop.origin}/checkout?purchase=%2Foffers2%2FTeam`;
  expect(await page.webmcp.callTool('limio_list_offers')).toMatchObject({ total: 1 });
  expect(await page.webmcp.callTool('limio_go_to_checkout', { paths })).toMatchObject({ url });
  await page.waitForURL(url);
  await page.close();
});

test('an agent is told what the element itself refuses', async () => {
  const long = Array.from({ length: 10 }, (_, i) => ({
    path: `/offers2/${i}${'x'.repeat(250)}`,
    name: 'Long',
  }));
  const page = await open(withTools, element(long));
  await toolsOf(page);
  const paths = long.map(({ path }) => path);
  expect(await page.webmcp.callTool('limio_make_link', { paths })).toEqual({
    isError: true,
    content: [{ type: 'text', text: expect.stringMatching(/^link_too_long: /) }],
  });
  await page.close();
});

// prettier-ignore
const refusals: Array<[behaviour: string, input: object, words: RegExp]> = [
  ['a path that is nearly right', { paths: ['/offers2/start'] },          /`\/offers2\/start` is not on sale\. Paths like it: `\/offers2\/Starter`/],
  ['an invention',                { paths: ['/x'] },                      /Call limio_list_offers and use a `path`/],
  ['a path in small letters',     { paths: ['/offers2/starter'] },        /Copy the path letter by letter: `\/offers2\/Starter`/],
  ['no list',                     { paths: 5 },                           /is a list of 1 to 10 paths/],
  ['too long a list',             { paths: '0123456789x'.split('') },     /is a list of 1 to 10 paths/],
  ['nothing',                     {},                                     /is a list of 1 to 10 paths/],
];
test.for(refusals)('an agent that asks for %s is told what to do', async ([, input, words]) => {
  const page = await open(withTools, element([STARTER]));
  await toolsOf(page);
  for (const tool of ['limio_make_link', 'limio_go_to_checkout'])
    expect(await page.webmcp.callTool(tool, input as never)).toEqual({
      isError: true,
      content: [{ type: 'text', text: expect.stringMatching(words) }],
    });
  expect(page.url()).toMatch(/^http:\/\/page\./);
  await page.close();
});

test('an agent that writes a list and a number as text is understood', async () => {
  const page = await open(withTools, element([STARTER, TEAM]));
  await toolsOf(page);
  const url = `${shop.origin}/checkout?purchase=%2Foffers2%2FTeam`;
  for (const paths of ['/offers2/Team', '["/offers2/Team"]', ['/offers2/Team', '/offers2/Team']])
    expect(await page.webmcp.callTool('limio_make_link', { paths } as never)).toMatchObject({ url });
  expect(await page.webmcp.callTool('limio_list_offers', { limit: '1', quantity: '10' } as never)).toEqual({
    offers: [expect.objectContaining({ name: 'Starter' })],
    total: 2,
  });
  await page.close();
});

test('no link is made up for an offer that leads elsewhere', async () => {
  const talk = { path: '/talk', name: 'Talk to us', href: 'https://www.example.com/talk' };
  const page = await open(withTools, element([STARTER, talk]));
  await toolsOf(page);
  for (const tool of ['limio_make_link', 'limio_go_to_checkout'])
    expect(await page.webmcp.callTool(tool, { paths: ['/talk'] })).toEqual({
      isError: true,
      content: [
        {
          type: 'text',
          text: '`/talk` has no checkout here. Give the buyer [its page](<https://www.example.com/talk>).',
        },
      ],
    });
  await page.close();
});

test('a listener that prevents the checkout of a click prevents that of an agent', async () => {
  const page = await open(withTools, element([STARTER]));
  await toolsOf(page);
  await page.evaluate(() => {
    addEventListener('limio-checkout', (event) => {
      event.preventDefault();
      document.title = 'prevented';
    });
  });
  await page.webmcp.callTool('limio_go_to_checkout', { paths: ['/offers2/Starter'] });
  await page.waitForFunction(() => document.title === 'prevented');
  expect(shop.seen).not.toContainEqual(
    expect.objectContaining({ url: '/checkout?purchase=%2Foffers2%2FStarter' }),
  );
  await page.close();
});

test('several elements share the tools; what only one sells is bought there', async () => {
  const page = await open(withTools, element([STARTER]) + element([TEAM], 'agent-tools page="/team"'));
  await toolsOf(page);
  await expect.poll(() => page.webmcp.callTool('limio_list_offers')).toMatchObject({ total: 2 });
  expect(await page.webmcp.callTool('limio_make_link', { paths: ['/offers2/Team'] })).toMatchObject({
    url: `${shop.origin}/team?purchase=%2Foffers2%2FTeam`,
  });
  expect(
    await page.webmcp.callTool('limio_make_link', { paths: ['/offers2/Team', '/offers2/Starter'] }),
  ).toMatchObject({ isError: true });
  expect(await told(page)).toEqual([]);
  await page.close();
});

test('the tools go with the last element, and come back with the next', async () => {
  const page = await open(withTools, element([STARTER]) + element([TEAM]));
  await toolsOf(page);
  await page.evaluate(() => document.querySelector('limio-offers')!.remove());
  await expect.poll(() => page.webmcp.callTool('limio_list_offers')).toMatchObject({ total: 1 });
  await page.evaluate(() => {
    const last = document.querySelector('limio-offers')!;
    last.remove();
    Object.assign(window, { last });
  });
  await toolsOf(page, 0);
  await page.evaluate(() => document.body.append((window as unknown as { last: Element }).last));
  await toolsOf(page);
  expect(await told(page)).toEqual([]);
  await page.close();
});

test('a long list is shortened to what an answer may hold, and says how many there are', async () => {
  const many = Array.from({ length: 40 }, (_, i) => ({
    path: `/offers2/${i}`,
    name: `Plan ${i} ${'x'.repeat(60)}`,
    features: ['y'.repeat(300)],
  }));
  const page = await open(withTools, element(many));
  await toolsOf(page);
  const answer = (await page.webmcp.callTool('limio_list_offers', { limit: 20 })) as {
    offers: unknown[];
    total: number;
  };
  expect(JSON.stringify(answer).length).toBeLessThanOrEqual(1500);
  expect(answer.offers.length).toBeGreaterThan(1);
  expect(answer.total).toBe(40);
  await page.close();
});

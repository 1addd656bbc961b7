import { expect, test } from 'vitest';
import { agentSetup, PUBLIC_URL } from './agent-setup.ts';
import { item, pretendLimio, SHOP } from './pretend-limio.ts';
import { setup } from './setup.ts';

const LINK = `${SHOP}/checkout?purchase=%2Foffers2%2FPro`;

async function open(path: string, limio = pretendLimio()) {
  const { ask, log } = agentSetup({ keys: undefined as never, agents: { mcp: 'read' } }, limio);
  const response = await ask(path, { method: 'GET' });
  return { response, text: await response.text(), location: response.headers.get('location'), log };
}

// prettier-ignore
const links: Array<[behaviour: string, path: string, location: string]> = [
  ['a name',                          '/buy/pro',                             LINK],
  ['several, with numbers',           '/buy/Pro:1,team:5',                    `${LINK}&purchase=%2Foffers2%2FTeam`],
  ['a token of UCP',                  '/buy/~L29mZmVyczIvUHJv:1',             LINK],
  ['a promo code',                    '/buy/pro?pc=save20',                   `${LINK}&pc=SAVE20`],
  ['where it was found',              '/buy/pro?utm_source=poster&email=a%40b.example', `${LINK}&utm_source=poster`],
  ['what a link may not hold',        '/buy/pro?pc=%26x&continue_to=//evil.example&purchase=/x', LINK],
];
test.for(links)('%s leads to the purchase link', async ([, path, location]) => {
  const { response, location: to } = await open(path);
  expect([response.status, to]).toEqual([303, location]);
  expect([response.headers.get('cache-control'), response.headers.get('referrer-policy')]).toEqual([
    'no-store',
    'no-referrer',
  ]);
});

test('what is not clear is asked on a page that runs nothing and says what there is', async () => {
  const { response, text, location } = await open('/buy/prow');
  expect([response.status, location]).toEqual([404, null]);
  expect(text).toContain('<h1>This is not on sale</h1>');
  expect(text).toContain(`<a href="${LINK}">Pro</a>`);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('what was asked for and what is called so are shown as text', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const limio = pretendLimio({
    listOffers: () =>
      Response.json({
        items: [item('a', { display_name__limio: evil }), item('b', { display_name__limio: evil })],
      }),
  });
  const { text } = await open(`/buy/${encodeURIComponent(evil)}`, limio);
  expect(text).toContain('Which one do you mean?');
  expect(text.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)).toHaveLength(3);
  expect(text).not.toContain('<img');
});

test('what is sold elsewhere has its own page, and is in no purchase link', async () => {
  const talk = { checkout__limio: { checkout_type: 'external', external_url: 'https://other.example/talk' } };
  const items = [item('Talk', talk), item('Pro')];
  const { response, text } = await open(
    '/buy/talk,pro',
    pretendLimio({ listOffers: () => Response.json({ items }) }),
  );
  expect(response.status).toBe(404);
  expect(text).toContain('<a href="https://other.example/talk">Talk</a>');
});

test('links of more offers than an address holds are asked for one by one', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `${n}${'ü'.repeat(60)}`);
  const limio = pretendLimio({ listOffers: () => Response.json({ items: names.map((name) => item(name)) }) });
  const { response, text } = await open(`/buy/${names.map(encodeURIComponent).join()}`, limio);
  expect([response.status, text.match(/<li>/g)!.length]).toEqual([404, 10]);
});

test('the document for readers says how such a link is written, where its address is known', async () => {
  const { ask } = agentSetup();
  expect(await (await ask('/llms.txt', { method: 'GET' })).text()).toContain(
    `Short links: \`${PUBLIC_URL}/buy/NAME\``,
  );
});

test('no such link is there where no agent is served', async () => {
  expect((await setup().ask('/buy/pro', { method: 'GET' })).status).toBe(404);
});

import { expect, test } from 'vitest';
import { goPage } from '../../src/server/agents/go-page.ts';
import { newShortCode, readShortCode } from '../../src/server/agents/short-code.ts';
import { agentSetup, CLICK, PUBLIC_URL } from './agent-setup.ts';
import { SHOP } from './pretend-limio.ts';

/** A backend with a checkout that was opened, and where its short link leads. */
async function opened() {
  const own = agentSetup();
  const { body } = await own.send('/agent/checkouts', { paths: ['/offers2/Pro'] });
  const path = (body.url as string).slice(PUBLIC_URL.length);
  const follow = async (headers: Record<string, string> = CLICK, method = 'GET', at = path) => {
    const response = await own.ask(at, { method, headers });
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text: await response.text(),
    };
  };
  return { ...own, path, follow };
}

const SIGNED = new RegExp(`^${SHOP}/api/checkout/recover\\?`);

test('a click of a person leads to the checkout, again and again, and nobody keeps the way', async () => {
  const { follow } = await opened();
  for (let i = 0; i < 3; i++) {
    const { status, location, headers } = await follow();
    expect([status, location]).toEqual([303, expect.stringMatching(SIGNED)]);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
  }
});

// prettier-ignore
const others: Array<[who: string, headers: Record<string, string>, method: string]> = [
  ['a preview of a chat',     { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }, 'GET'],
  ['a scanner of mails',      { 'user-agent': 'Mozilla/5.0 (compatible; Safe Links)' },                       'GET'],
  ['a question for headers',  CLICK,                                                                          'HEAD'],
  ['a page that fetches',     { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },                        'GET'],
  ['a prefetch',              { ...CLICK, 'sec-purpose': 'prefetch' },                                        'GET'],
  ['a script that navigates', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },                 'GET'],
];
test.for(others)('%s gets a page without the signed link', async ([, headers, method]) => {
  const { follow } = await opened();
  const page = await follow(headers, method);
  expect([page.status, page.location]).toEqual([200, null]);
  expect(JSON.stringify([page.text, [...page.headers]])).not.toMatch(/recover|assisted/);
  if (method === 'GET') expect(page.text).toContain('<h1>Pro</h1>');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('x-robots-tag')).toBe('noindex');
});

test('the button of that page leads to the checkout, in any browser', async () => {
  const { follow, path } = await opened();
  expect((await follow({})).text).toContain(`<form method="post" action="${PUBLIC_URL}${path}"><button>`);
  expect(await follow({}, 'POST')).toMatchObject({ status: 303, location: expect.stringMatching(SIGNED) });
});

test('a checkout that is over leads to the purchase link, and after a month to nothing', async () => {
  const { follow, wait } = await opened();
  wait(4 * 3600 + 1);
  const page = await follow();
  expect(page.status).toBe(410);
  expect(page.text).toContain(`<a class="button" href="${SHOP}/checkout?purchase=%2Foffers2%2FPro">`);
  expect((await follow({}, 'POST')).status).toBe(410);
});

test('a name of the catalogue is text on the page', async () => {
  const link = { url: '', expiresAt: 0, fallback: `${SHOP}/checkout`, names: '<img src=x onerror=alert(1)>' };
  const page = await (await goPage({ kind: 'over', link }, SHOP)).text();
  expect(page).toContain('<h1>&lt;img src=x onerror=alert(1)&gt;</h1>');
});

test('every slip of one sign is caught; what looks alike is understood', async () => {
  const { follow } = await opened();
  const code = newShortCode();
  expect(readShortCode(code.toLowerCase())).toBe(code);
  expect(readShortCode(code.replace(/0/g, 'O').replace(/1/g, 'l'))).toBe(code);
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (let i = 0; i < code.length; i++) {
    for (const sign of signs)
      if (sign !== code[i])
        expect(readShortCode(code.slice(0, i) + sign + code.slice(i + 1))).toBeUndefined();
    expect(readShortCode(code.slice(0, i) + code.slice(i + 1))).toBeUndefined();
    expect(readShortCode(`${code.slice(0, i)}A${code.slice(i)}`)).toBeUndefined();
    const swapped = code.slice(0, i) + (code[i + 1] ?? '') + code[i] + code.slice(i + 2);
    if (swapped !== code) expect(readShortCode(swapped)).toBeUndefined();
  }
  expect(await follow(CLICK, 'GET', `/go/${code.slice(1)}`)).toMatchObject({
    status: 404,
    text: expect.stringContaining('This link is not complete'),
  });
  expect(await follow(CLICK, 'GET', `/go/${code}`)).toMatchObject({
    status: 404,
    text: expect.stringContaining('does not work any more'),
  });
});

test('no two codes are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, newShortCode)).size).toBe(1000);
});

test('without keys there are no short links', async () => {
  const { ask } = agentSetup({ keys: undefined, agents: { mcp: 'read' } } as never);
  expect((await ask(`/go/${newShortCode()}`, { headers: CLICK })).status).toBe(404);
  expect((await ask('/agent/openapi.json')).status).toBe(404);
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startChain, type Chain } from '../../demo/chain.ts';
import type { Report } from '../../src/doctor/finding.ts';
import { serveSite, type Answer, type Site } from '../pages/site.ts';
import { call } from './call.ts';

const ENTRY = 'const tag = "limio-offers"; const later = () => import(`./finish.js`);';
const asScript = (body: string, headers = {}): Answer => ({
  headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*', ...headers },
  body,
});
const asJson = (value: unknown, headers = {}): Answer => ({
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', ...headers },
  body: JSON.stringify(value),
});

/** Sites whose names need no name server. */
const local = ({ origin, ...site }: Site): Site => ({
  ...site,
  origin: `http://127.0.0.1:${new URL(origin).port}`,
});

let site: Site;
let cdn: Site;
let chain: Chain;
beforeAll(async () => {
  site = local(await serveSite('www'));
  cdn = local(await serveSite('cdn'));
  chain = await startChain(site.origin);
});
afterAll(async () => {
  site.close();
  cdn.close();
  await chain.close();
});

const SHOP = 'https://shop.example.com';
const LINK = `<a href="${SHOP}/checkout?purchase=%2Foffers2%2FPro">Pro</a>`;
const scriptTag = (attributes = '') =>
  `<script type="module" src="${cdn.origin}/limio-offers.js" ${attributes}></script>`;
const classicTag = () => `<script defer src="${cdn.origin}/limio-offers.classic.js"></script>`;
const CLASSIC = {
  '/limio-offers.classic.js': asScript(
    '"limio-offers"; import(e?new URL(`./classic-de.js`,e):0); import(e?new URL(`./classic-comparison.js`,e):0)',
  ),
};
const tag = (attributes = '') => `<limio-offers shop="${SHOP}" ${attributes}>${LINK}</limio-offers>`;

/** What the doctor says of a page at a site, and with which exit code. */
async function examine(
  html: string,
  headers: Record<string, string> = {},
  files: Record<string, Answer> = {},
) {
  cdn.answers.clear();
  const usual = { '/limio-offers.js': asScript(ENTRY), '/finish.js': asScript('export {};') };
  for (const [path, answer] of Object.entries({ ...usual, ...files })) cdn.answers.set(path, answer);
  site.answers.set('/pricing', { headers, body: html });
  const { out, err, code } = await call('doctor', `${site.origin}/pricing?token=secret`, '--json');
  expect(err).toBe('');
  expect(out).not.toContain('secret');
  return { code, ...(JSON.parse(out) as Report) };
}

const gone: Answer = { status: 404 };

type Files = Record<string, Answer>;
// prettier-ignore
const wrong: Array<[setUp: string, html: () => string, code: string, said: RegExp, files?: (() => Files) | undefined, headers?: Record<string, string>]> = [
  ['a script that is not there',             () => tag() + scriptTag(), 'file_missing',     /answers 404/,           () => ({ '/limio-offers.js': gone })],
  ['a page in place of the script',          () => tag() + scriptTag(), 'file_missing',     /text\/html/,            () => ({ '/limio-offers.js': { headers: { 'access-control-allow-origin': '*' }, body: '<!doctype html>' } })],
  ['another script under its name',          () => tag() + scriptTag(), 'file_missing',     /another file/,          () => ({ '/limio-offers.js': asScript('alert(1)') })],
  ['a module that other sites may not load', () => tag() + scriptTag(), 'file_missing',     /access-control/,        () => ({ '/limio-offers.js': { headers: { 'content-type': 'text/javascript' }, body: ENTRY } })],
  ['a script that its hash does not fit',    () => tag() + scriptTag('integrity="sha384-AAAA"'), 'file_missing', /integrity/],
  ['a part that is not there',               () => tag() + scriptTag(), 'file_missing',     /finish\.js/,            () => ({ '/finish.js': gone })],
  ['a part that is empty',                   () => tag() + scriptTag(), 'file_missing',     /finish\.js/,            () => ({ '/finish.js': asScript(' ') })],
  ['no file of the page’s language',         () => `<main lang="de-AT">${tag()}</main>${classicTag()}`, 'file_missing', /missing or empty: classic-de\.js\./, () => CLASSIC],
  ['no file of a table',                     () => tag('compare-offers') + classicTag(), 'file_missing', /missing or empty: classic-comparison\.js\./, () => CLASSIC],
  ['a site that cannot be reached',          () => tag() + scriptTag().replace(cdn.origin, 'http://127.0.0.1:1'), 'file_missing', /cannot be reached/],
  ['a list that is not there',               () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'invalid_response', /answers 404/],
  ['a page in place of the list',            () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'invalid_response', /no JSON/, () => ({ '/offers.json': { headers: { 'access-control-allow-origin': '*' }, body: '<!doctype html>' } })],
  ['a list that other sites may not read',   () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'cors_refused', /does not let/, () => ({ '/offers.json': { body: '[]' } })],
  ['a list for another site',                () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'cors_refused', /does not let/, () => ({ '/offers.json': asJson([], { 'access-control-allow-origin': SHOP }) })],
  ['a price of a list nobody can read',      () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'price_unreadable', /cheap/, () => ({ '/offers.json': asJson([{ path: '/offers2/Pro', price: { amount: 'cheap', currency: 'EUR' } }]) })],
  ['a list of nothing',                      () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'offers_empty', /None of the 0/, () => ({ '/offers.json': asJson({ offers: [] }) })],
  ['an address that is no backend',          () => tag(`backend="${cdn.origin}/shop"`) + scriptTag(), 'invalid_response', /\/shop\/offers answers 404/],
  ['a backend that knows no such route',     () => tag(`backend="${chain.backend}/v2"`) + scriptTag(), 'not_found', /answers 404/],
  ['a backend that is not ready',            () => tag(`src="/offers.json" backend="${cdn.origin}"`) + scriptTag(), 'upstream_unavailable', /token/, () => ({ '/health/ready': asJson({ ready: false, down: ['token'] }) })],
  ['a frame that is not there',              () => `<iframe src="${cdn.origin}/embed.html?shop=shop.example.com&offer=%2Foffers2%2FPro"></iframe>`, 'file_missing', /answers 404/],
  ['a frame that names other ancestors',     () => `<iframe src="${cdn.origin}/embed.html?shop=shop.example.com&offer=%2Foffers2%2FPro"></iframe>`, 'frame_refused', /frame-ancestors/, () => ({ '/embed.html': { headers: { 'content-security-policy': `frame-ancestors 'self' ${SHOP}` } } })],
  ['a frame for its own site',               () => `<iframe src="${cdn.origin}/embed.html?shop=shop.example.com&offer=%2Foffers2%2FPro"></iframe>`, 'frame_refused', /x-frame-options/, () => ({ '/embed.html': { headers: { 'x-frame-options': 'SAMEORIGIN' } } })],
  ['a policy that refuses images of a list', () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), 'policy_refused', /`img-src`.*\/a\.png/, () => ({ '/offers.json': asJson([{ path: '/offers2/Pro', image: 'https://img.example.com/a.png' }]) }), { 'content-security-policy': "img-src 'self'" }],
  ['a policy in the header',                 () => tag() + scriptTag(), 'policy_refused',   /the header/, undefined, { 'content-security-policy': "script-src 'self'" }],
];
test.for(wrong)('doctor finds %s', async ([, html, expected, said, files, headers]) => {
  site.answers.set('/offers.json', asJson([{ path: '/offers2/Pro' }]));
  const { code, findings } = await examine(html(), headers, files?.());
  expect(findings.map((each) => each.code)).toEqual([expected]);
  expect(findings[0]!.message).toMatch(said);
  expect(code).toBe(1);
});

test('doctor misses no file beside the classic one that the page does without', async () => {
  expect(await examine(tag() + classicTag(), {}, CLASSIC)).toMatchObject({ code: 0, findings: [] });
});

test('doctor finds a backend that does not know the page', async () => {
  const other = await startChain('https://www.example.com');
  onTestFinished(() => other.close());
  const meta = `<meta name="limio-backend" content="${other.backend}">`;
  const { findings, code } = await examine(
    meta +
      tag(`checkout="assisted" backend="${other.backend}" src="${cdn.origin}/offers.json"`) +
      scriptTag(),
    {},
    { '/offers.json': asJson([{ path: '/offers2/Pro' }]) },
  );
  expect(findings.map((each) => each.code)).toEqual(['origin_denied']);
  expect(findings[0]!.message).toContain(site.origin);
  expect(code).toBe(1);
});

const hash = `sha384-${createHash('sha384').update(ENTRY).digest('base64')}`;
// prettier-ignore
const right: Array<[setUp: string, html: () => string, files?: (() => Files) | undefined, headers?: Record<string, string>]> = [
  ['links and a script',                    () => tag() + scriptTag()],
  ['a script that its hash fits',           () => tag() + scriptTag(`integrity="${hash}" crossorigin`)],
  ['a list for this site alone',            () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), () => ({ '/offers.json': asJson([{ path: '/offers2/Pro' }], { 'access-control-allow-origin': site.origin }) })],
  ['a packed list',                         () => tag(`src="${cdn.origin}/offers.json"`) + scriptTag(), () => ({ '/offers.json': { headers: { 'access-control-allow-origin': '*', 'content-encoding': 'gzip' }, body: gzipSync('[{"path":"/offers2/Pro"}]') } })],
  ['a backend, for the list and checkouts', () => `<meta name="limio-backend" content="${chain.backend}">${tag(`checkout="assisted" backend="${chain.backend}"`)}${scriptTag()}`],
  ['a frame that names this page',          () => `<iframe src="${cdn.origin}/embed.html?shop=shop.example.com&offer=%2Foffers2%2FPro"></iframe>`, () => ({ '/embed.html': { headers: { 'content-security-policy': `frame-ancestors ${site.origin}`, 'x-frame-options': 'DENY' } } })],
  ['a policy that names the files',         () => tag() + scriptTag(), undefined, { 'content-security-policy': 'script-src http://127.0.0.1:*' }],
];
test.for(right)('doctor has nothing to say against %s', async ([, html, files, headers]) => {
  const { code, findings, unknown } = await examine(html(), headers, files?.());
  expect(findings).toEqual([]);
  expect(code).toBe(0);
  // What only a browser knows is never claimed.
  expect(unknown).toEqual(expect.arrayContaining([expect.stringContaining('blockers')]));
});

test('it says it to people, with the line and where the docs say more', async () => {
  await examine(`<p>Plans</p>\n${tag('layout="grid"')}\n${scriptTag()}`);
  const { out, code } = await call('doctor', `${site.origin}/pricing`);
  expect(out).toContain(`${site.origin}/pricing\n\nIt has:\n  1 <limio-offers> tag\n`);
  expect(out).toMatch(
    /One thing is wrong:\n\n {2}attribute_invalid, line 2\n {4}.*grid.*\n {4}Use one.*\n {4}.*errors\.md#attribute_invalid\n/,
  );
  expect(code).toBe(1);
  await examine(tag() + scriptTag());
  expect((await call('doctor', `${site.origin}/pricing`)).out).toContain(
    'Nothing is wrong that can be seen from here.',
  );
});

test('it reads a file, and asks as the page that the file will be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'page.html');
  writeFileSync(file, `${tag()}<script type="module" src="/limio-offers.js"></script>`);
  const without = JSON.parse((await call('doctor', file, '--json')).out) as Report;
  expect(without.findings).toEqual([]);
  expect(without.unknown).toEqual(expect.arrayContaining([expect.stringContaining('relative')]));
  const { out, code } = await call('doctor', file, '--url', `${site.origin}/plans`, '--json');
  expect((JSON.parse(out) as Report).findings).toMatchObject([{ code: 'file_missing' }]);
  expect(code).toBe(1);
});

// prettier-ignore
const unreadable: Array<[what: string, words: () => string[], said: RegExp]> = [
  ['no page',                       () => [],                                             /Name a page/],
  ['two pages',                     () => ['a', 'b'],                                     /one PAGE too many/],
  ['a file that is not there',      () => ['no-such.html'],                               /no file "no-such\.html"/],
  ['an address that is not there',  () => [`${site.origin}/none`],                        /answers 404/],
  ['a site that is not there',      () => ['http://127.0.0.1:1/'],                        /cannot be reached/],
  ['an address of no page',         () => ['package.json', '--url', 'javascript:1'],      /--url/],
  ['a redirect without an end',     () => [`${site.origin}/loop`],                        /without an end/],
  ['a redirect into a private network', () => [`${site.origin}/inward`],                  /private network/],
  ['a page without an end',         () => [`${site.origin}/endless`],                     /more than 8 MB/],
];
test.for(unreadable)('%s is said, with code 2', async ([, words, said]) => {
  site.answers.set('/loop', { status: 302, headers: { location: '/loop' } });
  site.answers.set('/inward', {
    status: 302,
    headers: { location: 'http://169.254.169.254/latest/meta-data' },
  });
  site.answers.set('/endless', (_, response) => {
    const more = () => {
      while (response.write(' '.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  });
  const { out, err, code } = await call('doctor', ...words());
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(said);
});

test('it follows a redirect, and judges the page by where it ends', async () => {
  await examine(tag() + scriptTag());
  site.answers.set('/old', { status: 301, headers: { location: '/pricing' } });
  const { out } = await call('doctor', `${site.origin}/old`, '--json');
  expect(JSON.parse(out)).toMatchObject({ page: `${site.origin}/pricing`, findings: [] });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderWithPackage } from '../setup/packed.ts';
import { installed } from './here.ts';
import { worker } from './worker.ts';

const folder = folderWithPackage();
afterAll(folder.remove);

/** What a build, a server or a worker writes: cards, a table of them, and the hashes for a policy. */
const CODE = `
import { renderOffers, styleHashes } from 'limio-offers/html';
const price = (amount, unit) => ({ amount, currency: 'EUR', interval: { unit, count: 1 } });
const features = ['Mail', { text: 'Seats', value: '3', group: 'Team', hint: 'For each team' }];
const offers = [
  { path: '/offers2/A', name: 'A', group: 'monthly', price: price('29', 'month'), features },
  { path: '/offers2/A yearly', name: 'A', group: 'yearly', price: price('290', 'year'), features },
];
const options = { shop: 'https://shop.example.com', accent: '#0a7d4f' };
const written = [
  renderOffers(offers, options),
  renderOffers(offers.slice(1), { ...options, layout: 'compare', lang: 'de' }),
  renderOffers(offers, { ...options, form: 'cards' }),
];
const html = written.join('\\n');
const answer = JSON.stringify({ html, hashes: await styleHashes(html) });
`;

/** Runs it as a program, from which the package is found, and no other. */
function printed(program: string, words: readonly string[] = []): string {
  const cwd = mkdtempSync(join(folder.path, 'html-'));
  writeFileSync(join(cwd, 'write.mjs'), `${CODE}console.log(answer);`);
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, DENO_DIR: cwd, DENO_NO_UPDATE_CHECK: '1' };
  return execFileSync(program, [...words, 'write.mjs'], { cwd, env, encoding: 'utf8' }).trim();
}

const here = printed(process.execPath);

test('cards are written with nothing installed but the package', () => {
  const { html, hashes } = JSON.parse(here) as { html: string; hashes: string[] };
  expect(html).toContain('Save 16%');
  expect(html).toContain('<table');
  expect(hashes.length).toBeGreaterThan(0);
});

// prettier-ignore
const programs: Array<[name: string, program: string, words?: string[]]> = [
  ['Node 22', installed('node-22/bin/node')],
  ['Node 24', installed('node-24/bin/node')],
  ['Deno',    installed('@deno/linux-x64-glibc/deno'), ['run', '--no-remote']],
  ['Bun',     installed('@oven/bun-linux-x64/bin/bun'), ['run']],
];
test.for(programs)('%s writes the same cards', ([, program, words]) => {
  expect(printed(program, words)).toBe(here);
});

const WORKERD = '@cloudflare/workerd-linux-64/bin/workerd';

describe.for([
  ['April', installed(`workerd-2026-04/node_modules/${WORKERD}`)],
  ['November', installed(WORKERD)],
] as const)('workerd of %s 2026', ([, program]) => {
  test('writes the same cards', async () => {
    const code = `${CODE}export default { fetch: () => new Response(answer) };`;
    const served = await worker(program, code)(mkdtempSync(join(folder.path, 'worker-')), {});
    try {
      expect(await (await fetch(served.url)).text()).toBe(here);
    } finally {
      await served.stop();
    }
  });
});

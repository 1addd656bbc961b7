import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { notesOf, withVersion } from '../../build/version.ts';
import pack from '../../package.json' with { type: 'json' };
import { serveSite, type Answer } from '../pages/site.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  execFileSync('node', ['build/write-release-files.js', folder]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const unzipped = (name: string) =>
  Object.entries(unzipSync(readFileSync(join(folder, `limio-offers-${name}-${pack.version}.zip`)))).filter(
    ([path]) => !path.endsWith('/'),
  );

test('a release has the package, the plugin, the playground and its notes', () => {
  expect(readdirSync(folder).sort()).toEqual([
    `limio-offers-${pack.version}.tgz`,
    `limio-offers-playground-${pack.version}.zip`,
    `limio-offers-wordpress-${pack.version}.zip`,
    'notes.md',
  ]);
});

test('the plugin is one folder that WordPress can unpack, with the script in it', () => {
  const plugin = new Map(unzipped('wordpress'));
  expect([...plugin.keys()].filter((path) => !/^limio-offers\/[\w.-]+$/.test(path))).toEqual([]);
  const files = readdirSync('demo/wordpress/limio-offers').map((file) => `limio-offers/${file}`);
  expect([...plugin.keys()]).toEqual(expect.arrayContaining(files));
  const scripts = readdirSync('dist/cdn').filter(
    (file) => /classic|^agent-|^page-data/.test(file) && !/plan/.test(file),
  );
  expect(scripts).toContain('classic-de.js');
  for (const file of scripts)
    expect(Buffer.from(plugin.get(`limio-offers/${file}`)!).equals(readFileSync(`dist/cdn/${file}`))).toBe(
      true,
    );
});

test('the playground runs from any folder and asks for nothing outside of it', async () => {
  const files = unzipped('playground').map(([path, content]): [string, Answer] => {
    const headers = { 'content-type': TYPES[extname(path)] ?? 'text/html; charset=utf-8' };
    return [`/some/where/${path}`, { headers, body: Buffer.from(content) }];
  });
  const site = await serveSite('playground', Object.fromEntries(files));
  const browser = await chromium.connect(inject('browser'));
  try {
    const page = await browser.newPage();
    const noise: string[] = [];
    page.on('pageerror', ({ message }) => noise.push(message));
    page.on('console', (message) => noise.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${site.origin}/some/where/limio-offers-playground/`))
        noise.push(request.url());
    });
    await page.goto(`${site.origin}/some/where/limio-offers-playground/index.html`);
    await page.locator('.stage a[part~=cta]').nth(2).waitFor();
    const links = await page.locator('.stage a[part~=cta]').evaluateAll((all) => all.map(String));
    expect(links.filter((link) => !link.startsWith('https://shop.example.com/'))).toEqual([]);
    expect(await page.locator('pre').first().innerText()).toMatch(
      /<limio-offers (data-)?shop="https:\/\/shop\.example\.com"/,
    );
    await page.getByRole('link', { name: 'Check a page' }).click();
    await page.getByLabel('HTML of the page').fill('<limio-offers></limio-offers>');
    await page.getByText('offers_missing').waitFor();
    expect(noise).toEqual([]);
  } finally {
    await browser.close();
    site.close();
  }
});

test('a new version is written wherever the release is named, and in the changelog', () => {
  const files = withVersion('9.8.7', '2030-01-02');
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['README.md', 'src/core/version.ts', 'demo/wordpress/limio-offers/block.json']),
  );
  const { 'CHANGELOG.md': changelog, ...others } = files;
  expect(changelog).toContain('## [Unreleased]\n\n## [9.8.7] - 2030-01-02\n');
  const left = Object.entries(others).filter(([, text]) => text.includes(pack.version));
  expect(left.map(([file]) => file)).toEqual([]);
});

test('the notes of a release are its chapter of the changelog', () => {
  expect(notesOf('1.0.0')).toMatch(/^### Added\n/);
  expect(notesOf('1.0.0')).not.toContain('\n## ');
  expect(notesOf('0.0.0')).toBe('');
});

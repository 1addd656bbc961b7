import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { call } from './call.ts';

function folderWithOffers(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const offers = [
    { path: '/offers2/Pro', name: 'Pro', labels: ['web'] },
    { path: '/offers2/Print', name: 'Print', countries: ['DE'] },
  ];
  writeFileSync(join(folder, 'offers.json'), JSON.stringify(offers));
  return folder;
}

const shop = ['--shop', 'https://shop.example.com', '--page', '/acme-checkout'];

test('llms writes a document of the offers, with the page that was named', async () => {
  const { out, code } = await call('llms', ...shop, '--offers', join(folderWithOffers(), 'offers.json'));
  expect([code, out.split('\n')[0]]).toEqual([0, '# Subscriptions of shop.example.com']);
  expect(out).toContain('[Pro](<https://shop.example.com/acme-checkout?purchase=%2Foffers2%2FPro>)');
});

test('llms keeps to a label and a country, and writes a file where one is named', async () => {
  const folder = folderWithOffers();
  const file = join(folder, 'llms.txt');
  const source = ['--offers', join(folder, 'offers.json')];
  const { out } = await call('llms', ...shop, ...source, '--country', 'fr', '--label', 'web', '--out', file);
  expect([out, readFileSync(file, 'utf8').match(/^- \[\w+/gm)]).toEqual(['', ['- [Pro']]);
});

test('llms says that a file cannot be written in a folder that is not there', async () => {
  const source = ['--offers', join(folderWithOffers(), 'offers.json')];
  const { err, code } = await call('llms', ...shop, ...source, '--out', '/no/such/llms.txt');
  expect([err.trim(), code]).toEqual(['"/no/such/llms.txt" cannot be written. Is there such a folder?', 2]);
});

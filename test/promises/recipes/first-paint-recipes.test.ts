import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderWithPackage } from '../../setup/packed.ts';
import { blocksIn } from './blocks.ts';

const folder = folderWithPackage();
afterAll(folder.remove);

const [recipe] = blocksIn('js').filter(({ place }) => place.startsWith('docs/first-paint.md'));

test('what a build runs writes cards and structured data', () => {
  const price = { amount: '29', currency: 'EUR', interval: { unit: 'month', count: 1 } };
  const offers = [{ path: '/offers2/Pro', name: 'Pro', price }];
  writeFileSync(join(folder.path, 'offers.json'), JSON.stringify(offers));
  writeFileSync(join(folder.path, 'build.mjs'), recipe!.code);
  execFileSync(process.execPath, ['build.mjs'], { cwd: folder.path });
  const html = readFileSync(join(folder.path, 'offers.html'), 'utf8');
  expect(html).toContain('<template shadowrootmode="open">');
  expect(html).toMatch(/<script type="application\/ld\+json">.*"name":"Pro"/);
});

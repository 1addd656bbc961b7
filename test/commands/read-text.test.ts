import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText } from '../../src/commands/read-text.ts';
import { ownFolder } from './limio-env.ts';

const TEXT = '{"name":"Zoë 😀"}';
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

// prettier-ignore
const files: Array<[how: string, bytes: Buffer]> = [
  ['in UTF-8',                                 Buffer.from(TEXT)],
  ['in UTF-8 with a mark, as Notepad does',    Buffer.from(`\uFEFF${TEXT}`)],
  ['in UTF-16, as PowerShell does',            Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['in UTF-16, the other way round',           bigEndian(`\uFEFF${TEXT}`)],
];
test.for(files)('a file that is written %s is read', async ([, bytes]) => {
  const file = join(ownFolder(), 'offers.json');
  writeFileSync(file, bytes);
  expect(await readText(file)).toBe(TEXT);
});

test('a file of nothing is empty', async () => {
  const file = join(ownFolder(), 'empty');
  writeFileSync(file, '');
  expect(await readText(file)).toBe('');
});

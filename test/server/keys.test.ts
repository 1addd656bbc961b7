import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { digest } from '../../src/server/gate/digest.ts';
import { checkKey, parseKeys } from '../../src/server/gate/keys.ts';
import { keysOfFile } from '../../src/server/node/keys-file.ts';

const KEY = 'limio-offers-key-of-an-agent-0123456789';
const OTHER_KEY = 'limio-offers-key-of-a-crm-0123456789012';
const hashed = 'a'.repeat(64);

test('a file names each caller, its scopes and the digest of its key', () => {
  expect(
    parseKeys(
      `# callers\nagentforce agent ${hashed}\n\ncrm quotes,renewals ${hashed.toUpperCase()} # since May\n`,
    ),
  ).toEqual([
    { label: 'agentforce', scopes: ['agent'], sha256: hashed },
    { label: 'crm', scopes: ['quotes', 'renewals'], sha256: hashed },
  ]);
});

test('the limits of an agent stand behind its key', () => {
  expect(
    parseKeys(`a agent ${hashed} order=500EUR day=2000.50EUR\nb agent ${hashed} day=10JPY`),
  ).toMatchObject([
    { limits: { currency: 'EUR', order: '500', day: '2000.50' } },
    { limits: { currency: 'JPY', day: '10' } },
  ]);
});

// prettier-ignore
const lines: Array<[behaviour: string, line: string]> = [
  ['a key in place of its digest', `crm agent ${KEY}`],
  ['a scope nobody knows',         `crm everything ${hashed}`],
  ['no scope',                     `crm ${hashed}`],
  ['a label that is none',         `c/rm agent ${hashed}`],
  ['too many words',               `crm agent ${hashed} x`],
  ['a limit without a currency',   `crm agent ${hashed} order=500`],
  ['a limit below nothing',        `crm agent ${hashed} order=-5EUR`],
  ['two limits of one kind',       `crm agent ${hashed} order=5EUR order=50EUR`],
  ['limits in two currencies',     `crm agent ${hashed} order=5EUR day=50USD`],
  ['a limit of what has none',     `crm agent,quotes ${hashed} order=5EUR`],
];
test.for(lines)('a file with %s is refused, naming the line and nothing of it', ([, line]) => {
  expect(() => parseKeys(`# x\n${line}`)).toThrow(
    expect.objectContaining({ code: 'config', message: expect.stringMatching(/^Line 2 /) }),
  );
  expect(() => parseKeys(line)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(KEY) }),
  );
});

const check = async (authorization: string) =>
  checkKey(
    new Request('https://backend.example.com', { headers: authorization ? { authorization } : {} }),
    'agent',
    async () => [
      { label: 'crm', scopes: ['quotes'], sha256: digest(OTHER_KEY) },
      { label: 'agentforce', scopes: ['agent', 'quotes'], sha256: digest(KEY) },
    ],
  );

// prettier-ignore
const headers: Array<[who: string, authorization: string]> = [
  ['no key',                       ''],
  ['a key nobody knows',           `Bearer ${KEY}x`],
  ['a shorter key',                `Bearer ${KEY.slice(0, -1)}`],
  ['a key for something else',     `Bearer ${OTHER_KEY}`],
  ['a digest in place of the key', `Bearer ${digest(KEY)}`],
  ['another way to log in',        `Basic ${KEY}`],
];
test.for(headers)('a caller with %s is refused, and is not told why', async ([, authorization]) => {
  await expect(check(authorization)).rejects.toThrow(
    expect.objectContaining({
      code: 'key_invalid',
      message: 'The key is missing, unknown, or not for this route.',
      details: { headers: { 'www-authenticate': 'Bearer' } },
    }),
  );
});

test.for([`Bearer ${KEY}`, `bearer ${KEY}`])('a caller with its key is known by its label', async (given) => {
  expect(await check(given)).toMatchObject({ label: 'agentforce' });
});

test('without keys nobody gets in', async () => {
  const request = new Request('https://backend.example.com', { headers: { authorization: `Bearer ${KEY}` } });
  await expect(checkKey(request, 'agent', undefined)).rejects.toMatchObject({ code: 'key_invalid' });
});

test('a file is read again when it changes; a change that cannot be read is told once and leaves the keys', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const warnings: string[] = [];
  const listen = ({ message }: Error) => void warnings.push(message);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  const file = join(folder, 'keys');
  let changes = 0;
  const write = (text: string) => {
    writeFileSync(file, text);
    // Two changes within one tick of the clock are two changes.
    utimesSync(file, new Date(), new Date(2026, 1, 1, 0, 0, ++changes));
  };
  write(`one agent ${hashed}`);
  const read = keysOfFile(file);
  expect(await read()).toMatchObject([{ label: 'one' }]);
  write(`two agent ${hashed}`);
  expect(await read()).toMatchObject([{ label: 'two' }]);
  write('half a li');
  expect(await read()).toMatchObject([{ label: 'two' }]);
  expect(await read()).toMatchObject([{ label: 'two' }]);
  rmSync(file);
  expect(await read()).toMatchObject([{ label: 'two' }]);
  write(`three agent ${hashed}`);
  expect(await read()).toMatchObject([{ label: 'three' }]);
  await expect
    .poll(() => warnings)
    .toEqual([expect.stringMatching(/^Line 1 .* The keys stay as they were\.$/)]);
  rmSync(file);
  expect(() => keysOfFile(file)).toThrow(expect.objectContaining({ code: 'config' }));
});

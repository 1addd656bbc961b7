import { expect, test } from 'vitest';
import { parseKeys, sha256Of } from '../../src/server/gate/keys.ts';
import { call } from './call.ts';

test('key makes a key and a line that holds its digest alone', async () => {
  const { out, code } = await call('key', '--label', 'salesforce', '--scopes', 'quotes,renewals', '--json');
  const { key, line } = JSON.parse(out) as { key: string; line: string };
  expect(code).toBe(0);
  expect(parseKeys(line)).toEqual([
    { label: 'salesforce', scopes: ['quotes', 'renewals'], sha256: await sha256Of(key) },
  ]);
  expect(line).not.toContain(key);
  expect(key).toMatch(/^limio-offers-[\w-]{43}$/);
});

test('key says for people what to do with both', async () => {
  const { out } = await call('key', '--label', 'agentforce');
  expect(out).toMatch(
    /^Key, shown this once:\nlimio-offers-\S+\n\nLine for LIMIO_KEYS_FILE:\nagentforce agent [\da-f]{64}\n$/,
  );
});

// prettier-ignore
const refused: Array<[what: string, words: string[], said: RegExp]> = [
  ['no label',              [],                                         /--label is missing/],
  ['a label with a space',  ['--label', 'our crm'],                     /Line 1 /],
  ['a scope nobody knows',  ['--label', 'crm', '--scopes', 'anything'], /Scopes: agent, quotes, renewals, partner/],
];
test.for(refused)('key refuses %s', async ([, words, said]) => {
  expect(await call('key', ...words)).toEqual({
    out: '',
    err: expect.stringMatching(said) as string,
    code: 2,
  });
});

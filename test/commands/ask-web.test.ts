import type { lookup as dnsLookup } from 'node:dns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askWeb } from '../../src/commands/doctor/ask-web.ts';
import { serveSite, type Site } from '../pages/site.ts';

let site: Site;
beforeAll(async () => {
  site = await serveSite('www');
});
afterAll(() => site.close());

/** A name server that knows one name. */
const lookup = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
  done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as typeof dnsLookup;

// prettier-ignore
const inward: Array<[what: string, given: string, named: string, isAsked: boolean]> = [
  ['by number, from a public page',          'https://www.example.com', 'http://127.0.0.1/',       false],
  ['by another notation',                    'https://www.example.com', 'http://0x7f.1/',          false],
  ['in IPv6',                                'https://www.example.com', 'http://[::1]/',           false],
  ['as IPv4 in IPv6',                        'https://www.example.com', 'http://[::ffff:10.0.0.1]/', false],
  ['by a name that leads there',             'https://www.example.com', 'http://inside.example.com/', false],
  ['from a private page of another network', 'http://10.0.0.1',         'http://192.168.1.1/',     false],
  ['where the page itself is',               'http://localhost:1',      'http://127.0.0.1/',       true],
  ['by the name that was typed',             'http://inside.example.com', 'http://inside.example.com/', true],
];
test.for(inward)('a private address that a page names %s', async ([, given, named, isAsked]) => {
  const { port } = new URL(site.origin);
  const ask = askWeb({ given: new URL(given), lookup });
  const url = new URL(named);
  url.port = port;
  site.answers.set('/', 'inside');
  const before = site.seen.length;
  const text = await ask({ url }).then(
    (answer) => answer.text,
    (error: Error) => error.message,
  );
  expect(text).toBe(isAsked ? 'inside' : 'It lies in a private network, so it was not asked.');
  expect(site.seen.length - before).toBe(isAsked ? 1 : 0);
});

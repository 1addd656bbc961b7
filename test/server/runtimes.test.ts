import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { pretendLimio } from './pretend-limio.ts';
import { HERE, optionsFor, ORIGIN } from './setup.ts';

const ENTRY = 'src/server.ts';
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** Every module that is reached from a file by relative imports, and every package they import. */
function walk(file: string, files = new Set<string>(), packages = new Set<string>()) {
  if (files.has(file)) return { files, packages };
  files.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (name!.startsWith('.')) walk(join(dirname(file), name!), files, packages);
    else packages.add(name!);
  }
  return { files, packages };
}

test('the backend imports no built-in of Node', () => {
  const { files, packages } = walk(ENTRY);
  expect([...files].every(existsSync)).toBe(true);
  expect(files.size).toBeGreaterThan(30);
  expect([...packages].filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual(
    [],
  );
  expect([...files].filter((file) => file.startsWith('src/server/node/'))).toEqual([]);
  expect(
    [...packages].filter((name) => /^(redis|pino|close-with-grace|@hono\/node-server)/.test(name)),
  ).toEqual([]);
});

test('the backend and its packages run where there is nothing but web standards', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['workerd', 'worker', 'browser', 'import', 'default'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: ENTRY, formats: ['iife'], name: 'server' },
      rolldownOptions: { platform: 'neutral' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  const { code } = output[0];
  // A guarded attempt of a cache to find diagnostics; everything else would stop the worker.
  expect(
    [...code.matchAll(/\b(?:require|import)\((['"])node:([^'"]+)\1\)/g)].map(([, , name]) => name),
  ).toEqual([]);

  const limio = pretendLimio();
  const web = {
    AbortController,
    AbortSignal,
    DOMException,
    Event,
    EventTarget,
    Headers,
    ReadableStream,
    Request,
    Response,
    TextDecoder,
    TextEncoder,
    URL,
    URLSearchParams,
    TransformStream,
    WritableStream,
    FormData,
    Blob,
    atob,
    btoa,
    clearInterval,
    clearTimeout,
    console,
    crypto,
    fetch,
    performance,
    queueMicrotask,
    setInterval,
    setTimeout,
    structuredClone,
    CryptoKey,
    Uint8Array,
  };
  const context = createContext({ ...web, options: optionsFor(limio), here: HERE, origin: ORIGIN });
  const answer = (await runInContext(
    `${code};
    const { fetch } = server.limioBackend(options);
    const ask = async (path, init) => (await fetch(new Request(here + path, init), { address: '192.0.2.1' })).json();
    const headers = { origin, 'content-type': 'application/json' };
    const body = JSON.stringify({ attemptId: 'a'.repeat(22), items: [{ path: '/offers2/Pro' }] });
    Promise.all([typeof process, ask('/offers', { headers }), ask('/checkouts', { method: 'POST', headers, body })]);`,
    context,
  )) as [string, object, object];
  expect(answer).toMatchObject([
    'undefined',
    { offers: [{ name: 'Pro' }, {}, {}] },
    { url: expect.stringContaining('recover') as string },
  ]);
});

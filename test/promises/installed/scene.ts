import { spawn, type ChildProcess } from 'node:child_process';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { Webhook } from 'standardwebhooks';
import { freePort } from '../../../demo/free-port.ts';
import { CREDENTIALS } from '../../../demo/sandbox/sandbox.ts';
import { serveSandbox, type ServedSandbox } from '../../../demo/sandbox/serve-sandbox.ts';
import { folderWithPackage } from '../../setup/packed.ts';

/** The folder of somebody who installed the package, their backend, their Limio, and their CRM, each on a socket. */
export interface Scene {
  limio: ServedSandbox;
  backend: string;
  key: string;
  env: Record<string, string>;
  /** Path of a file in the folder. */
  file(name: string): string;
  /** Runs a line of the documents that begins with `npx limio-offers`, or the words after that. */
  command(line: string | readonly string[], replaced?: Record<string, string>): Promise<Ended>;
  /** Runs a recipe of the documents as a program of its own, with what it takes as given; gives what it says. */
  recipe(code: string, given: Record<string, unknown>, wanted: string): Promise<unknown>;
  crm: { url: string; events: { type: string; data: Record<string, unknown> }[] };
  /** The company's own site: the page it shows, and who its server says the customer is. */
  site: { origin: string; page: string; context: () => Promise<string> };
  close(): Promise<void>;
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const CLI = 'node_modules/limio-offers/dist/npm/cli.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export const ORIGIN = 'https://www.example.com';

/** A block of code of a document, by the mark above it. */
export function documented(document: string, mark: string): string {
  const text = readFileSync(`docs/${document}.md`, 'utf8');
  const code = new RegExp(`<!-- ${mark} -->\\n\`\`\`\\w+\\n([^]*?)\\n\`\`\``).exec(text)?.[1];
  if (!code) throw new Error(`${document} has no block marked ${mark}.`);
  return code;
}

/** A line of a document that calls the command. */
export function documentedLine(document: string, beginning: string): string {
  const text = readFileSync(`docs/${document}.md`, 'utf8');
  const line = text.split('\n').find((each) => each.startsWith(`npx limio-offers ${beginning}`));
  if (!line) throw new Error(`${document} has no line that begins with ${beginning}.`);
  return line.replace(/\s+#.*/, '');
}

/** Installs the package as `npm pack` wraps it, and sets up a company around it. */
export async function install(): Promise<Scene> {
  const folder = folderWithPackage();
  const file = (name: string) => join(folder.path, name);
  const limio = await serveSandbox();
  const crm = await startCrm();
  const site = await startSite(file('node_modules/limio-offers/dist/cdn'));
  const env: Record<string, string> = {
    LIMIO_TENANT: limio.origin,
    LIMIO_CLIENT_ID: CREDENTIALS.clientId,
    LIMIO_CLIENT_SECRET: CREDENTIALS.clientSecret,
    LIMIO_PARTNER_CLIENT_ID: CREDENTIALS.clientId,
    LIMIO_PARTNER_CLIENT_SECRET: CREDENTIALS.clientSecret,
    LIMIO_SHOP: limio.origin,
    LIMIO_ORIGINS: `${ORIGIN} ${site.origin}`,
    LIMIO_COUNTRY: 'GB',
    LIMIO_CONTEXT_ISSUER: ORIGIN,
    LIMIO_CONTEXT_SECRET: 'a secret of more than 32 characters',
    LIMIO_WEBHOOK_SECRET: SECRET,
    LIMIO_EVENTS_USER: 'limio',
    LIMIO_EVENTS_PASSWORD: 'password-0123456789',
  };
  const inFolder = (words: readonly string[], more: Record<string, string> = {}) =>
    ended(spawn(process.execPath, words, { cwd: folder.path, env: { ...env, ...more } }));

  const words = ['key', '--label', 'crm', '--scopes', 'quotes,renewals,partner', '--json'];
  const made = JSON.parse((await inFolder([CLI, ...words])).out) as { key: string; line: string };
  writeFileSync(file('keys'), `${made.line}\n`);
  env['LIMIO_KEYS_FILE'] = file('keys');

  const port = String(await freePort());
  const backend = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [CLI, 'serve', '--port', port], { cwd: folder.path, env });
  const over = ended(server);
  await Promise.race([isListening(server), over.then(({ err }) => Promise.reject(new Error(err)))]);

  return {
    limio,
    backend,
    key: made.key,
    env,
    file,
    crm,
    site,
    command(line, replaced = {}) {
      const given = typeof line === 'string' ? wordsOf(line).slice(2) : line;
      return inFolder([CLI, ...given.map((word) => replaced[word] ?? word)]);
    },
    async recipe(code, given, wanted) {
      const { code: js } = await transformWithOxc(code, 'recipe.ts');
      const names = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
      writeFileSync(
        file('recipe.mjs'),
        `${names.join('\n')}\n${js}\nconsole.log(JSON.stringify(await (${wanted})));`,
      );
      const { out, err } = await inFolder(['recipe.mjs']);
      if (!out) throw new Error(err);
      return JSON.parse(out) as unknown;
    },
    async close() {
      server.kill('SIGKILL');
      await over;
      crm.close();
      site.close();
      await limio.close();
      folder.remove();
    },
  };
}

/** The words of a line, as a shell reads them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

async function ended(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout!.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
}

const isListening = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    server.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('"listening"')) resolve();
    }),
  );

/** A site that shows a page, vouches for whoever is logged in, and serves the script files of the package. */
async function startSite(scripts: string) {
  const site = { page: '', context: async () => '' };
  const server = createServer((request, response) => {
    const [, script] = /^\/scripts\/([\w.-]+\.js)$/.exec(request.url!) ?? [];
    if (script) {
      response.setHeader('content-type', 'text/javascript');
      createReadStream(join(scripts, script)).pipe(response);
    } else if (request.url === '/limio-context') void site.context().then((token) => response.end(token));
    else response.setHeader('content-type', 'text/html').end(site.page);
  });
  const { origin, close } = await listening(server);
  return Object.assign(site, { origin, close });
}

/** A CRM that checks what it is told. */
async function startCrm() {
  const events: Scene['crm']['events'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      new Webhook(SECRET).verify(body, request.headers as Record<string, string>);
      events.push(JSON.parse(body) as (typeof events)[number]);
      response.writeHead(204).end();
    });
  });
  const { origin, close } = await listening(server);
  return { url: origin, events, close };
}

async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => (server.closeAllConnections(), server.close()) };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { order, post, Program } from './program.ts';

const HOST = 'limio.test';
const program = new Program();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'moving-limio-'));
  // What a resolver would answer: the address that stands in a file.
  writeFileSync(
    join(folder, 'lookup.mjs'),
    `import dns from 'node:dns';
import { readFileSync } from 'node:fs';
const { lookup } = dns;
dns.lookup = (host, options, done) => {
  if (host !== '${HOST}') return lookup(host, options, done);
  const address = readFileSync(${JSON.stringify(join(folder, 'address'))}, 'utf8');
  process.nextTick(() => (options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4)));
};`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const moveTo = (address: string) => writeFileSync(join(folder, 'address'), address);

/** A key and a certificate that nobody else has signed. */
function certificate(name: string) {
  const [keyFile, file] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${HOST}`];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, '-keyout', keyFile, '-out', file],
    {
      stdio: 'ignore',
    },
  );
  return { file, key: readFileSync(keyFile), cert: readFileSync(file) };
}

/** A machine that takes TLS in front of the sandbox. */
async function machine(address: string, port: number, secret: ReturnType<typeof certificate>) {
  const sockets = new Set<Socket>();
  const server: Server = createServer(secret, (socket) => {
    const through = connect(Number(new URL(program.limio.origin).port), '127.0.0.1');
    socket.on('error', () => through.destroy()).on('close', () => through.destroy());
    through.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.pipe(through).pipe(socket);
  });
  server.on('connection', (socket: Socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const stop = () => (server.close(), cut());
  onTestFinished(stop);
  return { port: (server.address() as AddressInfo).port, server, connections: () => sockets.size, cut, stop };
}

const serve = (port: number, ...trusted: Array<ReturnType<typeof certificate>>) => {
  const authorities = join(folder, 'trusted.pem');
  writeFileSync(authorities, trusted.map(({ cert }) => cert).join('\n'));
  return program.serve({
    LIMIO_TENANT: `https://${HOST}:${port}`,
    LIMIO_BUDGET: '20000',
    NODE_EXTRA_CA_CERTS: authorities,
    NODE_OPTIONS: `--import ${pathToFileURL(join(folder, 'lookup.mjs')).href}`,
  });
};

test('a certificate that is replaced is taken where it is trusted, told of by name where it is not, and taken when it is mended', async () => {
  const [old, next, foreign] = [certificate('old'), certificate('next'), certificate('foreign')];
  moveTo('127.0.0.1');
  const limio = await machine('127.0.0.1', 0, old);
  const { url, line } = await serve(limio.port, old, next);
  const sell = async () => (await post(url, order())).status;
  expect(await sell()).toBe(200);
  const before = limio.connections();
  limio.server.setSecureContext(next);
  expect(await sell()).toBe(200);
  limio.cut();
  expect(await sell()).toBe(200);
  expect(limio.connections()).toBeGreaterThan(before);

  limio.server.setSecureContext(foreign);
  limio.cut();
  expect(await sell()).toBe(503);
  expect(JSON.parse(await line(/initiateCheckout.*CERT/))).toMatchObject({
    code: 'upstream_unavailable',
    cause: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  limio.server.setSecureContext(next);
  expect(await sell()).toBe(200);
});

test('a name that leads to another machine is followed when the first one is gone', async () => {
  const secret = certificate('both');
  moveTo('127.0.0.1');
  const first = await machine('127.0.0.1', 0, secret);
  const { url } = await serve(first.port, secret);
  const sell = async () => (await post(url, order())).status;
  expect(await sell()).toBe(200);
  const second = await machine('127.0.0.2', first.port, secret);
  moveTo('127.0.0.2');
  expect(await sell()).toBe(200);
  first.stop();
  expect(await sell()).toBe(200);
  expect(second.connections()).toBeGreaterThan(0);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createClient } from 'redis';
import { freePort } from '../../demo/free-port.ts';

/** A Redis of a test's own, on this machine, in memory. */
export interface RedisServer {
  url: string;
  /** Starts it, again if need be, empty. */
  start(): Promise<void>;
  /** Makes it hang, as if the machine had stalled, or go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  stop(): Promise<void>;
}

/**
 * Finds `redis-server` through PATH; where it is missing, the test fails and says so.
 *
 * @param more words of its command line.
 * @param password needed by whoever connects; left out: none.
 */
export async function redisServer(more: readonly string[] = [], password?: string): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://${password ? `:${encodeURIComponent(password)}@` : ''}127.0.0.1:${port}`,
    async start() {
      const words = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        ...(password ? ['--requirepass', password, '--masterauth', password] : []),
        ...more,
      ];
      const server = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'inherit'] });
      child = server;
      await new Promise<void>((resolve, reject) => {
        server.once('error', () =>
          reject(new Error('There is no redis-server. Run: apt-get install redis-server')),
        );
        server.once('exit', () => reject(new Error('redis-server did not start.')));
        createInterface(server.stdout).on(
          'line',
          (line) => line.includes('Ready to accept connections') && resolve(),
        );
      });
    },
    signal: (name) => void child?.kill(name),
    stop,
  };
}

/** A client that is connected, as an integrator would make it. */
export async function redisClient(url: string) {
  const client = createClient({ url, disableOfflineQueue: true });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** A way to a Redis on which each answer takes its time; it can be changed while it is used. */
export async function slowly(url: string, latency: number) {
  const { port } = new URL(url);
  const sockets = new Set<Socket>();
  const way = {
    url: '',
    latency,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
  const server = createServer((socket) => {
    const through = connect(Number(port), '127.0.0.1');
    sockets.add(socket).add(through);
    socket.on('error', () => through.destroy()).on('close', () => through.destroy());
    through.on('error', () => socket.destroy());
    socket.pipe(through);
    through.on('data', (data) => setTimeout(() => socket.writable && socket.write(data), way.latency));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  way.url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return way;
}

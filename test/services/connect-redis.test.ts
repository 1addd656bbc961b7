import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../demo/free-port.ts';
import { connectRedis } from '../../src/server/node/connect-redis.ts';
import { Fleet } from './fleet.ts';
import { redisCluster, type RedisCluster } from './redis-cluster.ts';
import { redisClient, redisServer, type RedisServer } from './redis-server.ts';

type Connection = Awaited<ReturnType<typeof connectRedis>>;

/** What was told of Redis, the last first. */
let told: Array<[isUp: boolean, cause?: string | undefined]>;
beforeEach(() => {
  told = [];
});

const connect = (urls: readonly string[]): Promise<Connection> =>
  connectRedis({ urls, timeout: 2000 }, (...change) => told.unshift(change));

/** Uses the state until this is the last that was told. */
const expectTold = ({ state }: Connection, isUp: boolean, cause?: string) =>
  expect.poll(async () => (await state.set('key', 'text', 60_000), told[0])).toEqual([isUp, cause]);

describe('a single Redis', () => {
  let server: RedisServer;
  beforeEach(async () => {
    server = await redisServer();
  });
  afterEach(() => server.stop());

  test('is told of by what was found last, not by what befell it before', async () => {
    const command = async (...words: string[]) => {
      const client = await redisClient(server.url);
      await client.sendCommand(words);
      client.destroy();
    };
    const connection = await connect([server.url]);
    await expectTold(connection, false, 'ECONNREFUSED');
    await server.start();
    await expectTold(connection, true);

    // Nobody asks while it is away.
    await server.stop();
    await server.start();
    await command('REPLICAOF', '127.0.0.1', '1');
    await expectTold(connection, false, 'READONLY');
    await command('REPLICAOF', 'NO', 'ONE');
    await expectTold(connection, true);

    await connection.close();
    await expectTold(connection, false, 'NotConnected');
  });
});

describe('a cluster', () => {
  let cluster: RedisCluster;
  let connection: Connection;
  beforeEach(async () => {
    cluster = await redisCluster();
  });
  afterEach(async () => {
    await connection.close();
    await cluster.stop();
  });

  test('that comes after the backend is used as soon as it is there', async () => {
    await Promise.all(cluster.nodes.map((node) => node.stop()));
    connection = await connect(cluster.url.split(' '));
    await expectTold(connection, false, 'ECONNREFUSED');
    await Promise.all(cluster.nodes.map((node) => node.start()));
    await expectTold(connection, true);
  });

  test('that loses a node while the backend connects is used without it', async () => {
    await cluster.nodes[0]!.stop();
    connection = await connect(cluster.url.split(' '));
    await connection.state.get('key');
    expect(told[0]?.[0]).toBe(false);
    await expectTold(connection, true);
  });
});

describe('REDIS_URL with a user and a password', () => {
  const ACCOUNT = 'limio:s%40cret';
  const fleet = new Fleet();
  let folder: string;
  let key: string;
  let certificate: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redis-access-'));
    [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=Redis', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
      stdio: 'ignore',
    });
    await fleet.build();
  });
  afterAll(() => {
    fleet.remove();
    rmSync(folder, { recursive: true });
  });

  /** A Redis, or a cluster of one node, that nobody may use but this user. */
  async function guarded(isCluster: boolean) {
    const tlsPort = await freePort();
    const server = await redisServer([
      ...['--user', 'limio', 'on', '>s@cret', '~*', '&*', '+@all', '--requirepass', 'another'],
      ...['--tls-port', String(tlsPort), '--tls-auth-clients', 'no', '--tls-cluster', 'yes'],
      ...['--tls-key-file', key, '--tls-cert-file', certificate, '--tls-ca-cert-file', certificate],
      ...[
        '--cluster-enabled',
        isCluster ? 'yes' : 'no',
        '--cluster-announce-ip',
        '127.0.0.1',
        '--dir',
        folder,
      ],
      ...['--cluster-config-file', `nodes-${tlsPort}.conf`],
    ]);
    await server.start();
    const { port } = new URL(server.url);
    const client = await redisClient(`redis://${ACCOUNT}@127.0.0.1:${port}`);
    onTestFinished(async () => {
      client.destroy();
      await server.stop();
    });
    if (isCluster) {
      await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', '0', '16383']);
      await expect
        .poll(async () => String(await client.sendCommand(['CLUSTER', 'INFO'])))
        .toContain('state:ok');
    }
    const addressOf = (scheme: string) =>
      `${scheme}://${ACCOUNT}@127.0.0.1:${scheme === 'rediss' ? tlsPort : port}`;
    return { client, addressOf };
  }

  test.for([
    ['a Redis', 'redis', 1],
    ['a Redis over TLS', 'rediss', 1],
    ['a cluster', 'redis', 2],
    ['a cluster over TLS', 'rediss', 2],
  ] as const)('is used for %s', async ([, scheme, count]) => {
    const { client, addressOf } = await guarded(count > 1);
    const urls = Array<string>(count).fill(addressOf(scheme));
    await fleet.start(1, urls.join(' '), { REDIS_TIMEOUT: '10000', NODE_EXTRA_CA_CERTS: certificate });
    onTestFinished(() => fleet.stop());
    expect((await fleet.post(0, fleet.order())).status).toBe(200);
    expect((await client.keys('limio-offers:*')).length).toBeGreaterThan(3);
  });

  test.for([
    ['a Redis', 1],
    ['a cluster', 2],
  ] as const)('is told of where %s refuses it', async ([, count]) => {
    const { addressOf } = await guarded(count > 1);
    const wrong = addressOf('redis').replace(ACCOUNT, 'limio:wrong');
    const connection = await connect(Array<string>(count).fill(wrong));
    onTestFinished(() => connection.close());
    await expectTold(connection, false, 'WRONGPASS');
  });
});

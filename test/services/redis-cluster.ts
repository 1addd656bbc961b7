import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redisClient, redisServer, type RedisServer } from './redis-server.ts';

const SLOTS = 16_384;

/** Three masters that share the slots, and a replica of the first. */
export interface RedisCluster {
  /** Addresses of the masters, as `REDIS_URL` takes them. */
  url: string;
  nodes: readonly RedisServer[];
  stop(): Promise<void>;
}

/** Milliseconds after which a silent node counts as gone; the default is 15,000. */
const NODE_TIMEOUT = '500';

/**
 * A Redis Cluster of a test's own. https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/
 *
 * @param password of all its nodes; left out: none.
 */
export async function redisCluster(password?: string): Promise<RedisCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-cluster-'));
  const words = (n: number) => [
    ...['--cluster-enabled', 'yes', '--cluster-config-file', `${folder}/nodes-${n}.conf`, '--dir', folder],
    ...['--cluster-node-timeout', NODE_TIMEOUT, '--cluster-replica-validity-factor', '0'],
    // What the nodes that are left hold can still be had.
    ...['--cluster-require-full-coverage', 'no', '--repl-diskless-sync-delay', '0'],
  ];
  const nodes = await Promise.all([0, 1, 2, 3].map((n) => redisServer(words(n), password)));
  await Promise.all(nodes.map((node) => node.start()));
  const clients = await Promise.all(nodes.map(({ url }) => redisClient(url)));
  const each = Math.ceil(SLOTS / 3);
  for (const n of [0, 1, 2]) {
    const range = [n * each, Math.min((n + 1) * each, SLOTS) - 1].map(String);
    await clients[n]!.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', ...range]);
  }
  for (const node of nodes.slice(1)) {
    const { hostname, port } = new URL(node.url);
    await clients[0]!.sendCommand(['CLUSTER', 'MEET', hostname, port]);
  }
  const info = async (n: number) => String(await clients[n]!.sendCommand(['CLUSTER', 'INFO']));
  const everywhere = async (is: (text: string) => boolean) => {
    for (const n of [0, 1, 2, 3]) while (!is(await info(n))) await new Promise((go) => setTimeout(go, 20));
  };
  await everywhere((text) => text.includes('cluster_state:ok') && text.includes('cluster_known_nodes:4'));
  const first = String(await clients[0]!.sendCommand(['CLUSTER', 'MYID']));
  await clients[3]!.sendCommand(['CLUSTER', 'REPLICATE', first]);
  const isSynced = async () =>
    String(await clients[3]!.sendCommand(['INFO', 'replication'])).includes('master_link_status:up');
  while (!(await isSynced())) await new Promise((go) => setTimeout(go, 20));
  clients.forEach((client) => client.destroy());
  return {
    url: nodes
      .slice(0, 3)
      .map((node) => node.url)
      .join(' '),
    nodes,
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

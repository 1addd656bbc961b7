import { watch as watchFolder } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addBaskets, folder, ids, limio, receiver, scene, start } from './abandoned-scene.ts';

describe('killed at any point (kill -9)', () => {
  const PAGE = 3;
  const words = ['--once', '--page-size', String(PAGE), '--rate', '6000'];

  /** Runs it to its end, which must be a good one; what was received must be all, and each double the same. */
  async function finish(baskets: readonly string[], kills: number) {
    expect((await start(words).ended).code).toBe(0);
    const { received } = receiver;
    expect(new Set(received.map(({ id }) => id))).toEqual(new Set(ids(baskets)));
    expect(received.length).toBeLessThanOrEqual(baskets.length + kills * PAGE);
    for (const { id, body } of received)
      expect(withoutLink(body)).toBe(withoutLink(received.find((first) => first.id === id)!.body));
  }
  /** Limio signs each link anew. */
  const withoutLink = (body: string) => body.replace(/recover=[^"]*/, '');

  test('before and after each answer of the receiver', async () => {
    const baskets = addBaskets(500, 70, 90, 300, 80, 200, 100);
    let kills = 0;
    for (let n = 1; n <= 2 * baskets.length; n++) {
      const { child, ended } = start(words);
      const begin = receiver.received.length;
      scene.onEvent = (count, response) => {
        if (count - begin < 2) return false;
        // The second event of each run: every other time it has been answered.
        const kill = () => child.kill('SIGKILL');
        if (n % 2) kill();
        else response.writeHead(204).end(kill);
        return true;
      };
      if ((await ended).code === 0) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(4);
    scene.onEvent = () => false;
    await finish(baskets, kills);
  });

  test('while it keeps its checkpoint, before and after the new one is in its place', async () => {
    const baskets = addBaskets(500, 70, 90, 300, 80, 200, 100);
    let kills = 0;
    for (let n = 0; n < 8; n++) {
      const { child, ended } = start(words);
      const name = n % 2 ? 'abandoned.json' : 'abandoned.json.next';
      const watcher = watchFolder(folder, (_, changed) => changed === name && child.kill('SIGKILL'));
      const { code } = await ended;
      watcher.close();
      if (code === 0) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(1);
    await finish(baskets, kills);
  });

  test('while it waits for a page', async () => {
    const baskets = addBaskets(500, 70, 90, 300, 80, 200, 100);
    limio.use('slow=5000@abandonedBaskets');
    const { child, ended } = start(words);
    await expect.poll(() => limio.log.some(({ operation }) => operation === 'abandonedBaskets')).toBe(true);
    child.kill('SIGKILL');
    await ended;
    limio.use('happy');
    await finish(baskets, 1);
  });
});

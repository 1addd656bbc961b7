import { LimioState } from '../../src/server/state/durable-object.ts';
import type { DurableNamespace } from '../../src/server/state/durable-state.ts';

/**
 * A namespace of Durable Objects: each answers one question after another, from a storage of its own, as long as they
 * are not `down`.
 */
export function durableObjects() {
  const objects = new Map<
    string,
    { object: LimioState; last: Promise<unknown>; kept: Map<string, unknown> }
  >();
  let isDown = false;
  const make = () => {
    const kept = new Map<string, unknown>();
    const storage = {
      get: async (key: string) => kept.get(key),
      put: async (key: string, value: unknown) => void kept.set(key, value),
      delete: async (key: string) => kept.delete(key),
      setAlarm: async (at: number) => void setTimeout(() => void object.alarm(), at - Date.now() + 1).unref(),
    };
    const object = new LimioState({ storage });
    return { object, last: Promise.resolve(), kept };
  };
  const binding: DurableNamespace<string> = {
    idFromName: (name) => name,
    get: (name) => ({
      fetch: async (address, init) => {
        if (isDown) throw new Error('The object is not there.');
        const there = objects.get(name) ?? make();
        objects.set(name, there);
        const answer = there.last.then(() => there.object.fetch(new Request(address, init)));
        there.last = answer;
        return answer;
      },
    }),
  };
  const down = (is: boolean) => (isDown = is);
  return { binding, objects, down };
}

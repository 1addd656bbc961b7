/** What is used of the storage of a Durable Object. */
export interface DurableStorage {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<unknown>;
  setAlarm(at: number): Promise<void>;
}

/** What one key holds. */
interface Entry {
  value?: string;
  points?: number;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const ENTRY = 'entry';

/** What is asked of an object: an operation of the state, and what goes with it. */
export type Question =
  | { operation: 'get' }
  | { operation: 'set' | 'add'; value: string; ttl: number }
  | { operation: 'take'; value?: string | undefined }
  | { operation: 'count'; points: number; cost: number; ttl: number };

/** What it answers: a text, a number of milliseconds to wait, or nothing. */
export interface Reply {
  value?: string | undefined;
  wait?: number;
}

/**
 * A Durable Object that keeps one value of a backend on Workers for its time, so that all isolates see it. Export it
 * from the Worker and bind its namespace; `durableState` asks it.
 *
 * While it waits for its storage, no other question reaches it, so that each operation is done in one step.
 *
 * @see https://developers.cloudflare.com/durable-objects/reference/in-memory-state/
 *
 * @example
 * export { LimioState } from 'limio-offers/server'; // in the Worker; its binding goes to `durableState`
 */
export class LimioState {
  readonly #storage: DurableStorage;

  constructor({ storage }: { storage: DurableStorage }) {
    this.#storage = storage;
  }

  async fetch(request: Request): Promise<Response> {
    return Response.json(await this.#answer((await request.json()) as Question));
  }

  /** What was kept for its time leaves nothing behind. */
  async alarm(): Promise<void> {
    if (!(await this.#read())) await this.#storage.delete(ENTRY);
  }

  async #answer(question: Question): Promise<Reply> {
    const there = await this.#read();
    const value = there?.value;
    switch (question.operation) {
      case 'set':
        await this.#write({ value: question.value }, question.ttl);
        return {};
      case 'add':
        if (value === undefined) await this.#write({ value: question.value }, question.ttl);
        return { value };
      case 'take':
        if (value === undefined || (question.value !== undefined && question.value !== value)) return {};
        await this.#storage.delete(ENTRY);
        return { value };
      case 'count': {
        const { points: counted = 0, expiresAt = Date.now() + question.ttl } = there ?? {};
        const isWithin = counted + question.cost <= question.points;
        await this.#write({ points: isWithin ? counted + question.cost : counted }, expiresAt - Date.now());
        return { wait: isWithin ? 0 : Math.max(1, expiresAt - Date.now()) };
      }
      default:
        return { value };
    }
  }

  async #read(): Promise<Entry | undefined> {
    const entry = (await this.#storage.get(ENTRY)) as Entry | undefined;
    return entry && entry.expiresAt > Date.now() ? entry : undefined;
  }

  async #write(entry: Omit<Entry, 'expiresAt'>, ttl: number): Promise<void> {
    const expiresAt = Date.now() + Math.max(1, Math.ceil(ttl));
    await this.#storage.put(ENTRY, { ...entry, expiresAt });
    await this.#storage.setAlarm(expiresAt);
  }
}

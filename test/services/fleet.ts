import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { nodeProgram, removeProgram } from '../setup/node-program.ts';
import { ORIGIN, startBackend, type Backend } from './start-backend.ts';

/** Backends in processes of their own that share a state, and the Limio behind them. */
export class Fleet {
  limio!: ServedSandbox;
  backends: Backend[] = [];
  #program = '';
  #made = 0;

  async build(): Promise<void> {
    this.#program = await nodeProgram('src/cli.ts');
  }

  async start(count: number, redisUrl: string, more: Record<string, string> = {}): Promise<void> {
    this.limio = await serveSandbox();
    const all = Array.from({ length: count }, () => this.add(redisUrl, more));
    this.backends = await Promise.all(all);
  }

  add(redisUrl: string, more: Record<string, string> = {}): Promise<Backend> {
    return startBackend(this.#program, this.limio, { LIMIO_STOP_DELAY: '0', REDIS_URL: redisUrl, ...more });
  }

  order(): { attemptId: string; items: Array<{ path: string }> } {
    const attemptId = `attempt-of-a-fleet-${String(++this.#made).padStart(6, '0')}`;
    return { attemptId, items: [{ path: '/offers2/Desk Starter Monthly' }] };
  }

  /** Sends an order to one of the backends. @returns the status and the link; 0 where the backend is gone */
  async post(to: number, body: { attemptId: string }): Promise<{ status: number; url?: string }> {
    try {
      const response = await fetch(`${this.backends[to]!.url}/checkouts`, {
        method: 'POST',
        headers: {
          origin: ORIGIN,
          'content-type': 'application/json',
          'x-forwarded-for': `198.51.${Number(body.attemptId.slice(-3)) % 250}.1`,
        },
        body: JSON.stringify(body),
      });
      const { url } = (await response.json()) as { url?: string };
      return { status: response.status, ...(url && { url }) };
    } catch {
      return { status: 0 };
    }
  }

  /** How often Limio was asked for something. */
  asked = (operation: string): number => this.limio.log.filter((call) => call.operation === operation).length;

  /** Ends everything, whatever state it is in. */
  async stop(): Promise<void> {
    for (const { child } of this.backends) child.kill('SIGKILL');
    await Promise.all(this.backends.map(({ ended }) => ended));
    await this.limio.close();
    this.backends = [];
  }

  remove(): void {
    removeProgram(this.#program);
  }
}

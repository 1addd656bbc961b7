import { afterAll, afterEach, beforeAll } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { checkout, ORIGIN } from './setup.ts';

/** All that `npx limio-offers serve` needs. */
export const env = {
  LIMIO_TENANT: 'https://limio.test',
  LIMIO_CLIENT_ID: CREDENTIALS.clientId,
  LIMIO_CLIENT_SECRET: CREDENTIALS.clientSecret,
  LIMIO_SHOP: SHOP,
  LIMIO_ORIGINS: `${ORIGIN}, http://localhost:5173`,
  LIMIO_COUNTRY: 'US',
};

/** The command line as a program of its own, for the tests of a file, with a sandbox to talk to. */
export class Program {
  limio!: ServedSandbox;
  #path!: string;
  readonly #started: Running[] = [];

  constructor() {
    beforeAll(async () => {
      this.#path = await nodeProgram('src/cli.ts');
      this.limio = await serveSandbox();
    });
    afterEach(() => this.#started.splice(0).forEach(({ child }) => child.kill('SIGKILL')));
    afterAll(() => {
      removeProgram(this.#path);
      return this.limio.close();
    });
  }

  start(words: string[], more: Record<string, string> = {}): Running {
    const running = run(this.#path, words, more);
    this.#started.push(running);
    return running;
  }

  /** All that a backend in front of the sandbox needs. */
  env = (): Record<string, string> => ({ ...env, LIMIO_TENANT: this.limio.origin });

  /** A backend in a process of its own, and where it is. */
  async serve(more: Record<string, string> = {}): Promise<Running & { url: string }> {
    const running = this.start(['serve'], { ...this.env(), PORT: '0', ...more });
    const { url } = JSON.parse(await running.line(/"listening"/)) as { url: string };
    return { ...running, url };
  }
}

export const post = (url: string, body: unknown): Promise<Response> =>
  fetch(`${url}/checkouts`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export const order = (more = {}) => checkout({ items: [{ path: '/offers2/Desk Starter Monthly' }], ...more });

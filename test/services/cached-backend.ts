import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get as ask, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../demo/free-port.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';
import type { Service } from '../setup/service.ts';

/** Pages that show offers; the first one may open checkouts. */
export const PAGES = [
  'https://www.example.com',
  'https://de.example.com',
  'https://elsewhere.example.org',
  'null',
];

/** Where a cache is to be, and what it is to be in front of. */
export interface Place {
  backend: string;
  port: number;
  /** A folder of its own, gone after the test. */
  folder: string;
}

/** A backend with a cache in front of it, each a process of its own. */
export class CachedBackend {
  limio!: ServedSandbox;
  backend!: Running & { url: string };
  #program = '';
  #folder = '';
  #cache: Service | undefined;
  #url = '';

  async build(): Promise<void> {
    this.#program = await nodeProgram('src/cli.ts');
    this.limio = await serveSandbox();
  }

  async start(freshFor: number, startCache: (place: Place) => Promise<Service>): Promise<void> {
    const running = run(this.#program, ['serve'], {
      LIMIO_TENANT: this.limio.origin,
      LIMIO_CLIENT_ID: 'sandbox',
      LIMIO_CLIENT_SECRET: 'sandbox-secret',
      LIMIO_SHOP: 'https://shop.test',
      LIMIO_ORIGINS: PAGES[0]!,
      LIMIO_COUNTRY: 'US',
      LIMIO_FRESH_FOR: String(freshFor),
      PORT: '0',
    });
    this.backend = { ...running, ...(JSON.parse(await running.line(/"listening"/)) as { url: string }) };
    this.#folder = mkdtempSync(join(tmpdir(), 'cdn-'));
    const port = await freePort();
    this.#cache = await startCache({ backend: this.backend.url, port, folder: this.#folder });
    this.#url = `http://127.0.0.1:${port}`;
  }

  /** An answer of the cache as it comes over the wire. */
  async at(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const sent =
      method === 'GET' ? ask(this.#url + path, { headers }) : request(this.#url + path, { method });
    const [response] = (await once(sent.end(), 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return {
      status: response.statusCode,
      headers: response.headers,
      bytes: Buffer.concat(chunks).length,
    };
  }

  /** Opens a checkout through the cache. */
  checkout = (n: number): Promise<Response> =>
    fetch(`${this.#url}/checkouts`, {
      method: 'POST',
      headers: { origin: PAGES[0]!, 'content-type': 'application/json' },
      body: JSON.stringify({
        attemptId: `attempt-through-a-cache-${n}`,
        items: [{ path: '/offers2/Desk Starter Monthly' }],
      }),
    });

  /** How often the backend was asked for offers. */
  asked = (): number => this.backend.lines.filter((line) => line.includes('"listOffers"')).length;

  async kill(): Promise<void> {
    this.backend.child.kill('SIGKILL');
    await this.backend.ended;
  }

  async stop(): Promise<void> {
    this.backend.child.kill('SIGKILL');
    await this.#cache?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    removeProgram(this.#program);
    await this.limio.close();
  }
}

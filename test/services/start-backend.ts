import type { ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { run, type Running } from '../setup/node-program.ts';

/** The page that the backends of these tests know. */
export const ORIGIN = 'https://www.example.com';

/** A backend in a process of its own. */
export type Backend = Running & { url: string };

/** Starts the program in front of a sandbox, set up by variables. Callers say by `x-forwarded-for` who they are. */
export async function startBackend(
  program: string,
  limio: ServedSandbox,
  more: Record<string, string>,
): Promise<Backend> {
  const running = run(program, ['serve'], {
    LIMIO_TENANT: limio.origin,
    LIMIO_CLIENT_ID: 'sandbox',
    LIMIO_CLIENT_SECRET: 'sandbox-secret',
    LIMIO_SHOP: 'https://shop.test',
    LIMIO_ORIGINS: ORIGIN,
    LIMIO_COUNTRY: 'US',
    LIMIO_PROXIES: '1',
    PORT: '0',
    ...more,
  });
  const { url } = JSON.parse(await running.line(/"listening"/)) as { url: string };
  return { ...running, url };
}

import { onTestFinished, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREDENTIALS, SHOP } from '../../demo/sandbox/sandbox.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';

/** A sandbox on a port, and an environment in which commands find it. */
export async function limioInEnvironment(scenario = 'happy'): Promise<ServedSandbox> {
  const limio = await serveSandbox({ scenario });
  onTestFinished(() => limio.close());
  const variables = {
    LIMIO_TENANT: limio.origin,
    LIMIO_CLIENT_ID: CREDENTIALS.clientId,
    LIMIO_CLIENT_SECRET: CREDENTIALS.clientSecret,
    LIMIO_SHOP: SHOP,
    LIMIO_COUNTRY: 'US',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return limio;
}

/** A folder that is gone after the test. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'limio-offers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

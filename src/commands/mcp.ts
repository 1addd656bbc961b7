import { LimioError } from '../core/errors/limio-error.ts';
import type { Command } from './command.ts';
import { readAgentShop, SHOP_OPTIONS } from './read-agent-shop.ts';

/** Lets agents on this machine sell, from a file or from a backend. It needs no credential, so it only links. */
export const mcp: Command = {
  name: 'mcp',
  summary: 'Serves agents over MCP on standard input and output',
  options: SHOP_OPTIONS,
  help: 'It needs no credential. It ends when its input ends.',
  async run({ options }) {
    const shop = await readAgentShop(options);
    const { serveOverStdio } = await import('./serve-stdio.ts');
    // Standard output belongs to the protocol.
    await serveOverStdio(shop, (error) => process.stderr.write(`${problemOf(error)}\n`));
    return 0;
  },
};

const problemOf = (error: unknown): string =>
  error instanceof LimioError ? error.message : `Something failed: ${Object(error).constructor.name}`;

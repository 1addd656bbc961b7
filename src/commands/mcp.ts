import type { AgentShop } from '../agent/agent-shop.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { pagePath, shopOrigin } from '../core/link/shop.ts';
import type { Command, CommandCall } from './command.ts';
import { offersOfBackend, offersOfFile } from './published-offers.ts';

/** Lets agents on this machine sell, from a file or from a backend. It needs no credential, so it only links. */
export const mcp: Command = {
  name: 'mcp',
  summary: 'Serves agents over MCP on standard input and output',
  options: {
    shop: { type: 'string', help: 'Origin of the shop: https://shop.example.com' },
    offers: { type: 'string', help: 'JSON file: a list of offers, or a recorded Limio Offers V2 reply' },
    backend: { type: 'string', help: 'Address of a limio-offers backend, in place of a file' },
    page: { type: 'string', help: 'Checkout page to land on. Default /checkout' },
  },
  help: 'It needs no credential. It ends when its input ends.',
  async run({ options }) {
    const shop = await readShop(options);
    const { serveOverStdio } = await import('../mcp/serve-stdio.ts');
    // Standard output belongs to the protocol.
    await serveOverStdio(shop, (error) => process.stderr.write(`${problemOf(error)}\n`));
    return 0;
  },
};

async function readShop(options: CommandCall['options']): Promise<AgentShop> {
  const { offers, backend, shop, page } = options as Record<string, string | undefined>;
  if (!shop) throw new LimioError('config', 'There is no --shop. Name its origin: https://shop.example.com.');
  if (Boolean(offers) === Boolean(backend))
    throw new LimioError('config', 'Name one of --offers FILE and --backend ADDRESS.');
  const readOffers = offers ? await offersOfFile(offers) : offersOfBackend(backend!);
  return { shop: shopOrigin(shop), page: page && pagePath(page), now: Date.now, readOffers };
}

const problemOf = (error: unknown): string =>
  error instanceof LimioError ? error.message : `Something failed: ${Object(error).constructor.name}`;

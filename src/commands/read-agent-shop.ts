import type { AgentShop } from '../agent/agent-shop.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { pagePath, shopOrigin } from '../core/link/shop.ts';
import type { Command, CommandCall } from './command.ts';
import { shopMissing } from './read-option.ts';
import { offersOfBackend, offersOfFile } from './published-offers.ts';

/** The options that say which shop it is, and where its offers come from. */
export const SHOP_OPTIONS: Command['options'] = {
  shop: { type: 'string', help: 'Origin of the shop: https://shop.example.com' },
  offers: { type: 'string', help: 'JSON file: a list of offers, or a recorded Limio Offers V2 reply' },
  backend: { type: 'string', help: 'Address of a limio-offers backend, in place of a file' },
  page: { type: 'string', help: 'Checkout page to land on. Default /checkout' },
};

/** The shop that these options name, without any credential. @throws {LimioError} `config`, `shop_invalid` */
export async function readAgentShop(options: CommandCall['options']): Promise<AgentShop> {
  const { offers, backend, shop, page } = options as Record<string, string | undefined>;
  if (!shop) throw shopMissing();
  if (Boolean(offers) === Boolean(backend))
    throw new LimioError('config', 'Name one of --offers FILE and --backend ADDRESS.');
  const source = offers ? await offersOfFile(offers) : offersOfBackend(backend!);
  return { shop: shopOrigin(shop), page: page && pagePath(page), now: Date.now, ...source };
}

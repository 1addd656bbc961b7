import { offersDocument } from '../agent/say/offers-document.ts';
import type { Command } from './command.ts';
import { readAgentShop, SHOP_OPTIONS } from './read-agent-shop.ts';
import { readCountry } from './read-option.ts';
import { writeText } from './write-text.ts';

/** Writes what is on sale as a document for readers that call nothing, when a site is built. */
export const llms: Command = {
  name: 'llms',
  summary: 'Writes the offers on sale as an llms.txt',
  options: {
    ...SHOP_OPTIONS,
    label: { type: 'string', help: 'Only offers with this label' },
    country: { type: 'string', help: 'Only offers sold there: DE' },
    out: { type: 'string', help: 'File to write, in place of standard output' },
  },
  help: 'It needs no credential. At most 50 offers.',
  async run({ options, write }) {
    const { label, out } = options as Record<string, string | undefined>;
    const country = readCountry(options['country']);
    const shop = await readAgentShop(options);
    const text = offersDocument(await shop.readOffers(), shop, { label, country });
    if (out) await writeText(out, text);
    else write(text.trimEnd());
    return 0;
  },
};

import { renderANSI, renderSVG, renderUnicodeCompact } from 'uqr';
import { LimioError } from '../core/errors/limio-error.ts';
import { purchaseLink } from '../core/link/purchase-link.ts';
import { MAX_LINES } from '../core/offer/order-limits.ts';
import type { Command } from './command.ts';
import { readPath, shopMissing } from './read-option.ts';
import { writeText } from './write-text.ts';

/** Clear space that readers need around a code, in its own dots. ISO/IEC 18004, 6.3.8 */
const BORDER = 4;

/** Writes a purchase link, for a mail, a letter or a poster. */
export const link: Command = {
  name: 'link',
  summary: 'Writes a purchase link, also as a QR code',
  takes: { name: 'OFFER', help: 'Path as the catalogue shows it: "/offers2/Pro Plan"', most: MAX_LINES },
  options: {
    shop: { type: 'string', help: 'Origin of the shop: https://shop.example.com' },
    label: { type: 'string', help: 'Sells every offer that carries this label, in place of paths' },
    page: { type: 'string', help: 'Checkout page to land on. Default /checkout' },
    'promo-code': { type: 'string', help: 'Promo code, letters and digits' },
    qr: { type: 'boolean', help: 'Draws the link as a QR code below it' },
    svg: { type: 'string', help: 'Writes the QR code into this SVG file, for print' },
    json: { type: 'boolean', help: 'The link as one line of JSON' },
  },
  help: 'Several offers land in one basket. What cannot travel in the link, such as a promo code with a blank, is refused.',
  async run({ words, options, write }) {
    const { shop, label, page, 'promo-code': promoCode, svg } = options as Record<string, string | undefined>;
    if (!shop) throw shopMissing();
    if (Boolean(words.length) === Boolean(label))
      throw new LimioError(
        'config',
        'Name one or several offers, such as "/offers2/Pro Plan", or one --label.',
      );
    const url = purchaseLink({ shop, offers: words.map(readPath), label, page, promoCode }, (warning) => {
      throw warning;
    });
    if (svg) await writeSvg(svg, url);
    write(options['json'] ? `${JSON.stringify({ url })}\n` : `${url}\n`);
    if (options['qr']) write(`${draw(url)}\n`);
    return 0;
  },
};

/** A terminal shows the colours that readers expect; in a file or a chat there are letters alone. */
const draw = (url: string): string =>
  process.stdout.isTTY ? renderANSI(url, { border: BORDER }) : renderUnicodeCompact(url, { border: BORDER });

const writeSvg = (file: string, url: string): Promise<void> =>
  writeText(file, renderSVG(url, { border: BORDER }));

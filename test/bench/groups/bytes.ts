import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { bundle, scriptFiles } from '../bundle.ts';
import { bytes, type Figure } from '../figure.ts';

/** Everything as a server with brotli sends it. */
const size = (code: string): number => brotliCompressSync(code).length;

const sizeOf = (...names: string[]): number =>
  names.reduce((sum, name) => sum + size(scriptFiles.get(`${name}.js`)!), 0);

/** What travels before offers are drawn, and what a page may add to it. */
export async function sizes(): Promise<Figure[]> {
  const buyButton = size(readFileSync('node_modules/@shopify/buy-button-js/dist/buybutton.min.js', 'utf8'));
  const entry = sizeOf('limio-offers');
  const loading = sizeOf('offers-controller');
  const files: Array<[what: string, own: number]> = [
    ['links or inline JSON: limio-offers.js', entry],
    ['… and groups, baskets or copying', entry + sizeOf('controls', 'en-later')],
    ['… and src', entry + loading],
    ['… and src with a reply of Limio', entry + loading + sizeOf('read-catalog')],
    ['… and assisted checkout', entry + sizeOf('assisted-checkout', 'en-later')],
    ['limio-offers.classic.js, all in one', sizeOf('limio-offers.classic')],
  ];
  const [bareLit, linkAlone] = [
    size(await bundle('test/bench/contestants/lit-list.ts')),
    size(await bundle('src/link.ts')),
  ];
  const figure = (what: string, own: number, called: string, other: number): Figure => {
    const ratio = own / other;
    return {
      what,
      ours: bytes(own),
      beside: `${called}: ${bytes(other)}`,
      ratio: { low: ratio, median: ratio, high: ratio },
    };
  };
  return [
    ...files.map(([what, own]) => figure(what, own, 'Buy Button', buyButton)),
    figure('limio-offers.js, beside Lit', entry, 'a bare Lit list', bareLit),
    { what: 'limio-offers/link alone', ours: bytes(linkAlone) },
    ...['measure', 'embed', 'bridge'].map((name) => ({
      what: `${name}.js alone`,
      ours: bytes(sizeOf(name)),
    })),
  ];
}

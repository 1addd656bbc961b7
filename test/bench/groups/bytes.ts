import { readFileSync } from 'node:fs';
import { brotli, withStaticImports } from '../../setup/script-files.ts';
import { bundle, scriptFiles } from '../bundle.ts';
import { bytes, type Figure } from '../figure.ts';

/** Some script files and all they import, each once, as a server with brotli sends them. */
const sizeOf = (...names: string[]): number =>
  [...new Set(names.flatMap((name) => withStaticImports(`${name}.js`)))].reduce(
    (sum, file) => sum + brotli(scriptFiles.get(file)!),
    0,
  );

/** What travels before offers are drawn, and what a page may add to it. */
export async function sizes(): Promise<Figure[]> {
  const buyButton = brotli(readFileSync('node_modules/@shopify/buy-button-js/dist/buybutton.min.js', 'utf8'));
  const entry = sizeOf('limio-offers');
  const loading = ['limio-offers', 'offers-controller', 'extras'];
  const files: Array<[what: string, own: number]> = [
    ['links or inline JSON: limio-offers.js', entry],
    ['… and groups, baskets or copying', sizeOf('limio-offers', 'controls')],
    ['… and src', sizeOf(...loading)],
    ['… and src with a reply of Limio', sizeOf(...loading, 'read-catalog')],
    ['… and assisted checkout', sizeOf('limio-offers', 'assisted-checkout')],
    ['limio-offers.classic.js, all in one', sizeOf('limio-offers.classic')],
  ];
  const [bareLit, linkAlone] = [
    brotli(await bundle('test/bench/contestants/lit-list.ts')),
    brotli(await bundle('src/link.ts')),
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

import { readdirSync, readFileSync } from 'node:fs';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { scriptFiles } from './bundle.ts';
import { linksOf, offersOf } from './offers.ts';
import type { Site } from './site.ts';

const SHOP = /https:\/\/shop\.example\.com/g;

/**
 * Puts the marketing page of the demo on a site, at `/marketing`, and the same without the script, where its links
 * stay links, at `/marketing/without`. Below `/fold` are pages that begin with the offers and go on after them.
 */
export function putMarketingPages(site: Site): void {
  const marketing = readFileSync('demo/marketing.html', 'utf8').replace(SHOP, site.origin);
  const script = /<script[^>]*limio-offers\.js"><\/script>/;
  if (!script.test(marketing)) throw new Error('The page of the demo has no script tag of ours.');
  site.put('/marketing', 'html', marketing);
  site.put('/marketing/without', 'html', marketing.replace(script, ''));
  for (const [name, code] of scriptFiles) site.put(`/limio-offers/${name}`, 'javascript', code);
  for (const file of readdirSync('demo').filter((file) => file.endsWith('.css')))
    site.put(`/${file}`, 'css', readFileSync(`demo/${file}`, 'utf8'));
  for (const file of readdirSync('demo/images'))
    site.put(`/images/${file}`, 'svg', readFileSync(`demo/images/${file}`, 'utf8'));
  const reply = JSON.stringify({ items: CATALOGUE });
  const image = readFileSync('demo/images/acme-desk.svg', 'utf8');
  for (const [, path] of reply.matchAll(/"url":"([^"]+)"/g)) site.put(encodeURI(path!), 'svg', image);
  site.put('/offers.json', 'json', reply);

  const offers = offersOf(3);
  const inside = {
    links: ['', linksOf(offers, site.origin)],
    json: ['', `<script type="application/json">${JSON.stringify(offers)}</script>`],
    src: ['src="/offers/3.json"', ''],
    reserved: ['src="/offers/3.json" style="display:block;min-height:480px"', ''],
  };
  for (const [name, [attributes, children]] of Object.entries(inside))
    site.put(
      `/fold/${name}`,
      'html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plans</title><link rel="icon" href="data:,"><script type="module" src="/limio-offers.js"></script></head><body style="font-family:sans-serif"><h1>Plans</h1><limio-offers shop="${site.origin}" ${attributes}>${children}</limio-offers><p>Every plan can be left at the end of a month.</p></body></html>`,
    );
}

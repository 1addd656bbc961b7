import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import { readPage } from '../../src/doctor/page/page.ts';

export const SHOP = 'https://shop.example.com';
export const CDN = 'https://cdn.example.com/limio-offers/1.0.0';
export const SCRIPT = `<script type="module" src="${CDN}/limio-offers.js"></script>`;
export const CLASSIC = `<script defer src="${CDN}/limio-offers.classic.js"></script>`;
export const NOW = Date.parse('2026-11-26');

export const link = (data = '', shop = SHOP) =>
  `<a href="${shop}/checkout?purchase=%2Foffers2%2FPro" ${data}>Pro</a>`;
export const tag = (attributes = '', children = link()) =>
  `<limio-offers shop="${SHOP}" ${attributes}>${children}</limio-offers>`;
export const json = (text: string) => `<script type="application/json">${text}</script>`;
export const frame = (attributes: string) =>
  `<iframe src="${CDN}/embed.html?shop=shop.example.com&offer=%2Foffers2%2FPro" ${attributes}></iframe>`;

/** What is found on a page with this in it, sent with a policy or without. */
export const examine = (html: string, policy?: string, url = 'https://www.example.com/pricing') =>
  examineMarkup(
    readPage(`<!doctype html><title>Plans</title>\n${html}`, {
      url,
      ...(policy && { headers: new Headers({ 'content-security-policy': policy }) }),
    }),
    NOW,
  );

import type { Scene } from './scene.ts';

/** Path and query that the first link of {@link plans} leads to. */
export const TEAM = '/checkout?purchase=%2Foffers2%2FDesk%20Team%20Monthly';

/** The script tags of the README. */
export const moduleScript = ({ cdn }: Pick<Scene, 'cdn'>, more = 'crossorigin="anonymous"') =>
  `<script type="module" src="${cdn.origin}/limio-offers.js" ${more}></script>`;
export const classicScript = ({ cdn }: Pick<Scene, 'cdn'>, more = '') =>
  `<script src="${cdn.origin}/limio-offers.classic.js" ${more}></script>`;

/** Two purchase links, as a marketer writes them. */
export const links = ({ shop }: Pick<Scene, 'shop'>) => `
  <a href="${shop.origin}${TEAM}" data-price="29" data-currency="USD" data-interval="month">Team</a>
  <a href="${shop.origin}/checkout?purchase=%2Foffers2%2FDesk%20Starter%20Monthly">Starter</a>`;

/** The element with its links. */
export const plans = (scene: Pick<Scene, 'shop'>, attributes = '', inside = links(scene)) =>
  `<limio-offers shop="${scene.shop.origin}" ${attributes}>${inside}</limio-offers>`;

/** A whole page. */
export const pageOf = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** Calls to action: those that the element draws, and the plain links of the page. */
export const drawn = ({ page }: Scene) => page.locator('limio-offers a[part~=cta]');
export const plain = ({ page }: Scene) => page.locator('limio-offers > a');

import { chromium, type Browser, type Page } from 'playwright';
import { inject } from 'vitest';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import type { Setup } from '../../demo/playground/print/tree.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import type { Read } from './read-react.ts';

export const release = { address: 'https://cdn.example.com/limio-offers/1.0.0/', integrity };
export const shop = 'https://shop.example.com';

/** Text that ends a value, a tag, a comment, a template or a shortcode where it is not escaped. */
export const HOSTILE = `"'><img src=x onerror="alert(1)">&quot;&amp;{{7*7}}{alert(1)}\${x}\`</script><!-- --> [gallery] \\ ü`;

export const pro: Offer = {
  path: '/offers2/Pro Plan',
  name: 'Pro',
  price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 3 }, was: '35.00' },
  features: ['One | two', 'Three'],
  highlighted: true,
};
export const setup = (attributes: Record<string, string> = {}, rest: Partial<Setup> = {}): Setup => ({
  attributes: { shop, ...attributes },
  offers: [pro],
  ...rest,
});

/** Reads HTML in a browser, which shows nothing and runs nothing of it. */
export async function htmlReader(): Promise<{ read(html: string): Promise<Read>; close(): Promise<void> }> {
  const browser: Browser = await chromium.connect(inject('browser'));
  const page: Page = await browser.newPage();
  return {
    read: (html) => page.evaluate(readHtml, html),
    close: () => browser.close(),
  };
}

function readHtml(text: string): Read {
  const document = new DOMParser().parseFromString(text, 'text/html');
  const attributesOf = (el: Element) => Object.fromEntries([...el.attributes].map((a) => [a.name, a.value]));
  const element = document.querySelector('limio-offers, iframe')!;
  return {
    attributes: attributesOf(element),
    links: [...element.children].map((el) => ({ attributes: attributesOf(el), text: el.textContent })),
    tags: [...document.body.querySelectorAll('*'), ...document.head.querySelectorAll('*')].map(
      (el) => el.localName,
    ),
  };
}

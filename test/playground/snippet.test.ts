import { createSSRApp } from 'vue';
import { parse } from 'vue/compiler-sfc';
import { renderToString } from 'vue/server-renderer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snippet, VARIANTS, type Variant } from '../../demo/playground/print/snippet.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { readReact, type Read } from './read-react.ts';
import { HOSTILE, htmlReader, pro, release, setup, shop } from './read-snippet.ts';

let reader: Awaited<ReturnType<typeof htmlReader>>;
beforeAll(async () => {
  reader = await htmlReader();
});
afterAll(() => reader.close());

const readHtml = (html: string): Promise<Read> => reader.read(html);

async function readVue(code: string): Promise<Read> {
  const { descriptor, errors } = parse(code);
  expect(errors).toEqual([]);
  return readHtml(await renderToString(createSSRApp({ template: descriptor.template!.content })));
}

const read = (variant: Variant, code: string): Promise<Read> =>
  variant === 'react' ? readReact(code) : variant === 'vue' ? readVue(code) : readHtml(code);

const withElement = (Object.keys(VARIANTS) as Variant[]).filter(
  (variant) => !['iframe', 'markdown', 'picture', 'links'].includes(variant),
);

const isFramework = (variant: Variant) => ['react', 'vue', 'svelte'].includes(variant);

/** Attributes of the element without their prefix, which only frameworks do without. */
function plainNames(variant: Variant, { attributes }: Read): Record<string, string> {
  const { 'v-pre': _, ...own } = attributes;
  if (isFramework(variant)) return own;
  expect(Object.keys(own).filter((name) => !name.startsWith('data-'))).toEqual([]);
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name.slice(5), value]));
}

describe.for(withElement)('a snippet for %s', (variant) => {
  test('holds the element with its attributes, and a real link for each offer', async () => {
    const attributes = { 'promo-code': 'save20', layout: 'compact', 'copy-link': 'true', locale: 'de' };
    const found = await read(variant, snippet(variant, setup({ ...attributes, accent: '#0d6b57' }), release));
    expect(plainNames(variant, found)).toEqual({
      shop,
      'promo-code': 'save20',
      layout: 'compact',
      'copy-link': 'true',
      locale: 'de',
      accent: '#0d6b57',
    });
    expect(found.links).toEqual([
      {
        attributes: {
          href: `${shop}/checkout?purchase=%2Foffers2%2FPro%20Plan&pc=SAVE20`,
          'data-name': 'Pro',
          'data-price': '29.00',
          'data-currency': 'EUR',
          'data-interval': '3 months',
          'data-was': '35.00',
          'data-features': 'One / two|Three',
          'data-highlighted': 'true',
        },
        text: 'Pro, 29\u00a0€ alle 3 Monate',
      },
    ]);
  });

  test('leaves defaults and empty values out', async () => {
    const defaults = {
      layout: 'auto',
      select: 'one',
      target: '_self',
      theme: 'auto',
      checkout: 'link',
      label: '',
    };
    const found = await read(variant, snippet(variant, setup(defaults), release));
    expect(plainNames(variant, found)).toEqual({ shop });
  });

  test('reads back whatever was typed, as it was typed', async () => {
    const hostile: Offer = { ...pro, name: HOSTILE, badge: HOSTILE, summary: HOSTILE };
    const code = snippet(variant, setup({ label: HOSTILE, group: HOSTILE }, { offers: [hostile] }), release);
    const found = await read(variant, code);
    expect(plainNames(variant, found)).toEqual({ shop, label: HOSTILE, group: HOSTILE });
    expect(found.links[0]!.attributes).toMatchObject({ 'data-badge': HOSTILE, 'data-summary': HOSTILE });
    expect(found.links[0]!.text).toBe(`${HOSTILE}, €29 every 3 months`);
    expect(found.tags.filter((tag) => !['script', 'limio-offers', 'a'].includes(tag))).toEqual([]);
    expect(found.tags.filter((tag) => tag === 'script').length).toBeLessThanOrEqual(1);
  });

  test('says how to hand over in a way that is read everywhere', async () => {
    const found = await read(variant, snippet(variant, setup({ checkout: 'assisted' }), release));
    const name = isFramework(variant) ? 'data-checkout' : 'checkout';
    expect(plainNames(variant, found)).toEqual({ shop, [name]: 'assisted' });
  });

  test('has no tag that is broken over lines, no style, and the script last', () => {
    const code = snippet(variant, setup({ promo: 'A', words: 'Go', 'copy-link': 'true' }), release);
    for (const line of code.split('\n').filter((each) => /^\s*</.test(each)))
      expect(line.split('<').length, line).toBe(line.split('>').length);
    expect(code).not.toContain('style');
    if (!isFramework(variant)) expect(code).not.toMatch(/<\/script>[^]*<(a|limio-offers)\b/);
  });
});

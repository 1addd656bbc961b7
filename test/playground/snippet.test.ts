import { chromium, type Browser, type Page } from 'playwright';
import { createSSRApp } from 'vue';
import { parse } from 'vue/compiler-sfc';
import { renderToString } from 'vue/server-renderer';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { besideSnippet } from '../../demo/playground/print/beside.ts';
import { snippet, VARIANTS, type Variant } from '../../demo/playground/print/snippet.ts';
import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import { readPage } from '../../src/doctor/page/page.ts';
import type { Setup } from '../../demo/playground/print/tree.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { readReact, type Read } from './read-react.ts';

const release = { address: 'https://cdn.example.com/limio-offers/1.0.0/', integrity };
const shop = 'https://shop.example.com';

/** Text that ends a value, a tag, a comment, a template or a shortcode where it is not escaped. */
const HOSTILE = `"'><img src=x onerror="alert(1)">&quot;&amp;{{7*7}}{alert(1)}\${x}\`</script><!-- --> [gallery] \\ ü`;

const pro: Offer = {
  path: '/offers2/Pro Plan',
  name: 'Pro',
  price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 3 }, was: '35.00' },
  features: ['One | two', 'Three'],
  highlighted: true,
};
const setup = (attributes: Record<string, string> = {}, rest: Partial<Setup> = {}): Setup => ({
  attributes: { shop, ...attributes },
  offers: [pro],
  ...rest,
});

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
});
afterAll(() => browser.close());

const readHtml = (html: string): Promise<Read> =>
  page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'text/html');
    const attributesOf = (el: Element) =>
      Object.fromEntries([...el.attributes].map((a) => [a.name, a.value]));
    const element = document.querySelector('limio-offers, iframe')!;
    return {
      attributes: attributesOf(element),
      links: [...element.children].map((el) => ({ attributes: attributesOf(el), text: el.textContent })),
      tags: [...document.body.querySelectorAll('*'), ...document.head.querySelectorAll('*')].map(
        (el) => el.localName,
      ),
    };
  }, html);

async function readVue(code: string): Promise<Read> {
  const { descriptor, errors } = parse(code);
  expect(errors).toEqual([]);
  return readHtml(await renderToString(createSSRApp({ template: descriptor.template!.content })));
}

const read = (variant: Variant, code: string): Promise<Read> =>
  variant === 'react' ? readReact(code) : variant === 'vue' ? readVue(code) : readHtml(code);

const withElement = (Object.keys(VARIANTS) as Variant[]).filter(
  (variant) => !['iframe', 'markdown', 'picture'].includes(variant),
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

describe('a snippet', () => {
  test('carries offers and words as JSON, and then the bare links', async () => {
    const found = await readHtml(snippet('module', setup({ offers: 'true', words: 'Go "on"' }), release));
    expect(JSON.parse(found.attributes['data-offers']!)).toEqual([pro]);
    expect(JSON.parse(found.attributes['data-words']!)).toEqual({ cta: 'Go "on"' });
    expect(Object.keys(found.links[0]!.attributes)).toEqual(['href']);
  });

  // prettier-ignore
  const files: Array<[variant: Variant, file: keyof typeof integrity, kind: string]> = [
    ['module',    'limio-offers.js',         'type="module"'],
    ['wordpress', 'limio-offers.classic.js', 'defer'],
    ['markdown',  'limio-offers.classic.js', 'defer'],
    ['classic',   'limio-offers.classic.js', 'defer'],
    ['iframe',    'bridge.js',               'type="module"'],
  ];
  test.for(files)('for %s names %s, and what it must be', ([variant, file, kind]) => {
    expect(integrity[file]).toMatch(/^sha384-/);
    expect(snippet(variant, setup(), release)).toContain(
      `<script ${kind} src="${release.address}${file}" integrity="${integrity[file]}" crossorigin="anonymous"> </script>`,
    );
  });

  test('for a frame comes with the page in it, which holds the offers', async () => {
    const attributes = { 'promo-code': 'SAVE20', label: HOSTILE, 'copy-link': 'true' };
    const all = setup(attributes, { style: { radius: '4px' } });
    const found = await readHtml(snippet('iframe', all, release));
    expect(found.attributes).toMatchObject({
      src: `${release.address}offers.html`,
      title: 'Offers',
      'data-limio-offers': shop,
    });
    expect(found.tags).toEqual(['iframe', 'p', 'a', 'script']);
    const [page] = besideSnippet('iframe', all, release);
    expect(page!.file).toBe('offers.html');
    expect(page!.code).toContain('--limio-radius: 4px');
    const inside = await readHtml(page!.code);
    expect(inside.attributes).toMatchObject({ 'data-shop': shop, 'data-label': HOSTILE });
    expect(inside.links[0]!.attributes).toMatchObject({ 'data-price': '29.00', 'data-currency': 'EUR' });
    expect(inside.tags.filter((tag) => tag === 'script')).toHaveLength(2);
  });

  // Whoever translates a page translates texts, and no attributes.
  test('says a name beside a text only where the text is longer, or another link has it', async () => {
    const free: Offer = { path: '/offers2/Free', name: 'Free' };
    const twin: Offer = { path: '/offers2/Free 2', name: 'Free' };
    const namesOf = async (offers: Offer[]) =>
      (await readHtml(snippet('module', setup({}, { offers }), release))).links.map(
        ({ attributes }) => attributes['data-name'],
      );
    expect(await namesOf([pro, free])).toEqual(['Pro', undefined]);
    expect(await namesOf([free, twin])).toEqual(['Free', 'Free']);
  });

  test('leaves the script out where a plugin brings it', () => {
    for (const variant of ['module', 'classic', 'wordpress', 'markdown'] as const)
      expect(snippet(variant, setup(), { ...release, address: undefined })).not.toContain('<script');
  });

  test('brings a style where a page may hold one, and else gives it for the style sheet of the site', () => {
    const all = setup({}, { style: { radius: '4px', font: 'Georgia, serif' } });
    const rule = 'limio-offers {\n  --limio-radius: 4px;\n  --limio-font: Georgia, serif;\n}\n';
    for (const variant of Object.keys(VARIANTS) as Variant[]) {
      const beside = besideSnippet(variant, all, release).map(({ code }) => code);
      const isInside = ['module', 'picture', 'classic'].includes(variant);
      expect(snippet(variant, all, release).includes(`<style>\n${rule}</style>`), variant).toBe(isInside);
      if (!isInside)
        expect(
          beside.some((code) => code.includes('--limio-radius: 4px')),
          variant,
        ).toBe(true);
    }
  });

  test('for a template holds the cards, and in them the links for browsers without', async () => {
    const attributes = { 'promo-code': 'SAVE20', layout: 'list', words: 'Go' };
    const code = snippet('picture', setup(attributes, { style: { radius: '4px' } }), release);
    expect(code).toMatch(
      /^<style>\nlimio-offers \{[^]*<template shadowrootmode="open">[^]*Go[^]*<\/template><a href="https/,
    );
    const found = await readHtml(code);
    expect(found.attributes).toMatchObject({ shop, 'promo-code': 'SAVE20', layout: 'list' });
    expect(code).toContain('limio-offers.js" integrity=');
  });

  const forPages = (Object.keys(VARIANTS) as Variant[]).filter(
    (variant) => !isFramework(variant) && variant !== 'docs' && variant !== 'markdown',
  );
  test.for(forPages)('for %s is right by the doctor', (variant) => {
    const code = snippet(variant, setup({ 'promo-code': 'SAVE20' }), release);
    expect(examineMarkup(readPage(code), Date.now()).findings).toEqual([]);
  });

  test('for WordPress holds nothing that it would take for a shortcode', () => {
    const code = snippet('wordpress', setup({ label: '[gallery ids="1"]' }), release);
    expect(code).toMatch(/^<!-- wp:html -->\n[^[\]]*\n<!-- \/wp:html -->\n$/);
  });

  test('for Markdown holds the links in Markdown, each between empty lines', () => {
    const code = snippet(
      'markdown',
      setup({}, { offers: [{ ...pro, name: 'A [b](c) `d` {e} <f>' }] }),
      release,
    );
    expect(code.split('\n\n').slice(0, 3)).toEqual([
      `<limio-offers data-shop="${shop}">`,
      `[A &#91;b&#93;(c) &#96;d&#96; &#123;e&#125; &lt;f&gt;, €29 every 3 months](${shop}/checkout?purchase=%2Foffers2%2FPro%20Plan)`,
      '</limio-offers>',
    ]);
  });

  test('for docs keeps its script for the head of the site', () => {
    expect(snippet('docs', setup(), release)).not.toContain('script');
    expect(besideSnippet('docs', setup(), release)[0]!.code).toMatch(
      /^<script type="module" [^>]*> <\/script>\n$/,
    );
  });

  test('is not written for a shop that cannot be one', () => {
    expect(() => snippet('module', setup({ shop: 'javascript:alert(1)' }), release)).toThrow(
      expect.objectContaining({ code: 'shop_invalid' }),
    );
  });
});

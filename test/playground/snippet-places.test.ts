import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { besideSnippet } from '../../demo/playground/print/beside.ts';
import { readPasted } from '../../demo/playground/own/read-pasted.ts';
import { snippet, VARIANTS, type Variant } from '../../demo/playground/print/snippet.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import { readPage } from '../../src/doctor/page/page.ts';
import { HOSTILE, htmlReader, pro, release, setup, shop } from './read-snippet.ts';

let reader: Awaited<ReturnType<typeof htmlReader>>;
beforeAll(async () => {
  reader = await htmlReader();
});
afterAll(() => reader.close());

const readHtml = (html: string) => reader.read(html);

const isFramework = (variant: Variant) => ['react', 'vue', 'svelte'].includes(variant);

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
      if (!isInside && variant !== 'links')
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
    (variant) => !isFramework(variant) && !['docs', 'markdown', 'links'].includes(variant),
  );
  test.for(forPages)('for %s is right by the doctor', (variant) => {
    const code = snippet(variant, setup({ 'promo-code': 'SAVE20' }), release);
    expect(examineMarkup(readPage(code), Date.now()).findings).toEqual([]);
  });

  test('of links alone is text that reads back as the same offers', () => {
    const offers = [pro, { ...pro, path: '/offers2/Ask', name: 'Ask', href: 'mailto:a@example.com' }];
    const code = snippet('links', setup({ 'promo-code': 'SAVE20' }, { offers }), release);
    expect(code.split('\n')).toEqual([
      expect.stringMatching(/^Pro[^<]*: https:\/\/[^ ]+checkout\?purchase=[^ ]+&pc=SAVE20$/),
      expect.stringMatching(/: mailto:a@example\.com$/),
      '',
    ]);
    expect(readPasted(code)).toMatchObject({
      promoCode: 'SAVE20',
      offers: [
        { path: pro.path, name: pro.name, price: { amount: '29', currency: 'EUR' } },
        { name: 'Ask', href: 'mailto:a@example.com' },
      ],
    });
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

// prettier-ignore
const beyond: Array<[what: string, rest: object]> = [
  ['what is not included', { features: [{ text: 'SSO', included: false }] }],
  ['a value',              { features: [{ text: 'Seats', value: '5' }] }],
  ['a hint',               { features: [{ text: 'SSO', hint: 'With your own provider.' }] }],
  ['a lowest price',       { price: { amount: '29', currency: 'EUR', isFrom: true } }],
  ['a fee',                { price: { amount: '29', currency: 'EUR', additional: [{ amount: '5' }] } }],
  ['a trial',              { price: { amount: '29', currency: 'EUR', intro: { amount: '0', duration: { unit: 'day', count: 14 } } } }],
  ['a struck price',       { price: undefined, displayPrice: [{ text: '€35', style: 'struck' }, { text: '€29' }] }],
  ['an address of its own', { href: 'https://www.example.com/contact' }],
];
test.for(beyond)('an offer with %s is in a list, as its link cannot say it', async ([, rest]) => {
  const offer = { ...pro, ...rest } as Offer;
  const found = await reader.read(snippet('module', { ...setup({}), offers: [offer] }, release));
  expect(JSON.parse(found.attributes['data-offers']!)).toEqual([JSON.parse(JSON.stringify(offer))]);
  expect(found.links[0]!.attributes['href']).toContain(offer.href ?? '/checkout?purchase=');
});

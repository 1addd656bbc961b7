import { expect, onTestFinished, test } from 'vitest';
import { ERROR_HELP } from '../../src/core/errors/help/error-help.ts';
import { VERSION } from '../../src/core/version.ts';
import { reportConflict } from '../../src/element/mistakes/conflict.ts';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { assisted, cta, departures, filled } from './assist-fixtures.ts';
import { anchor, drawn, href, place, serve, tag } from './fixtures.ts';

/** Everything that is warned of from now on. */
function warnings(): string[] {
  const { warn } = console;
  onTestFinished(() => void (console.warn = warn));
  const told: string[] = [];
  console.warn = (text: string) => told.push(text);
  return told;
}

/** The codes of the warnings, once nothing more is on its way. */
async function codesOf(told: readonly string[]): Promise<Array<string | undefined>> {
  await expect.poll(() => told.length).toBeGreaterThan(0);
  // What is loaded and asked for at the first mistake is here by now: it came before this.
  await import('../../src/element/mistakes/mistakes.ts');
  await new Promise((resolve) => setTimeout(resolve));
  return told.map((text) => /^\[limio-offers\] (\w+): /.exec(text)?.[1]);
}

let count = 0;
/** A name that no other test has used: each mistake is told once a page. */
const unique = () => `N${++count}`;
const foreign = (name: string) =>
  `<a href="https://other-${name}.example.com/checkout?purchase=%2Foffers2%2FX">X</a>`;
const elsewhere = (name: string) => `https://${name.toLowerCase()}.example.com/offers.json`;
const list = (price: object) => [{ path: `/offers2/${unique()}`, name: 'A', price }];

type Scene = () => LimioOffersElement;
const answers =
  (give: () => Response | Promise<Response>, markup: string): Scene =>
  () => {
    serve(give);
    return place(markup);
  };
/** A server that answers, but not to this page. */
const refusesReading =
  (markup: string): Scene =>
  () => {
    serve(({ init }) =>
      init.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch')),
    );
    return place(markup);
  };

// prettier-ignore
const mistakes: Array<[setUp: string, code: string, scene: Scene]> = [
  ['no shop',                                'shop_invalid',      () => place('<limio-offers></limio-offers>', { offers: list({}) })],
  ['a shop without https',                   'shop_invalid',      () => place(`<limio-offers shop="http://${unique()}.example.com">${anchor('A')}</limio-offers>`)],
  ['links of another shop',                  'shop_mismatch',     () => place(tag('', anchor('A') + foreign(unique())))],
  ['a value that an attribute does not know', 'attribute_invalid', () => place(tag(`layout="${unique()}"`, anchor('A')))],
  ['a misspelt attribute',                   'attribute_invalid', () => place(tag('layuot="list"', anchor('A')))],
  ['an attribute with an underscore',        'attribute_invalid', () => place(tag('promo_code="SAVE20"', anchor('A')))],
  ['an attribute by another name',           'attribute_invalid', () => place(tag('coupon="SAVE20"', anchor('A')))],
  ['what a link says, on the tag',           'attribute_invalid', () => place(tag('higlight', anchor('A')))],
  ['an assisted checkout without a backend', 'config',             () => place(tag('checkout="assisted"', anchor('A')))],
  ['an assisted checkout by a site that is not named', 'config',   () => place(tag('checkout="assisted" backend="https://unnamed.example.com" offers=\'[{"path":"/offers2/A"}]\''))],
  ['a promo code that cannot be one',        'promo_invalid',     () => place(tag('promo-code="20 %"', anchor('A')))],
  ['an address that answers 404',            'invalid_response',  answers(() => new Response('', { status: 404 }), tag(`src="${elsewhere(unique())}"`))],
  ['an address that answers with a page',    'invalid_response',  answers(() => new Response('<!doctype html>'), tag(`src="${elsewhere(unique())}"`))],
  ['an address that answers no other site',  'cors_refused',      refusesReading(tag(`src="${elsewhere(unique())}"`))],
  ['a backend that knows no such route',     'not_found',         answers(() => Response.json({ code: 'not_found' }, { status: 404 }), tag(`backend="https://${unique()}.example.com"`))],
  ['JSON that does not parse',               'json_invalid',      () => place(tag('', '<script type="application/json">[{"path":</script>'))],
  ['words that do not parse',                'json_invalid',      () => place(tag('words="{cta"', anchor('A')))],
  ['a price nobody can read',                'price_unreadable',  () => place(tag('', anchor('A', `data-price="29,00 Euro ${unique()}"`)))],
  ['a period nobody can read',               'price_unreadable',  () => place(tag('', anchor('A', `data-price="29" data-currency="EUR" data-interval="moon ${unique()}"`)))],
  ['a price in a list nobody can read',      'price_unreadable',  () => place(tag(), { offers: list({ amount: `cheap ${unique()}`, currency: 'EUR' }) })],
  ['a period in a list nobody can read',     'price_unreadable',  () => place(tag(), { offers: list({ amount: 29, currency: 'EUR', interval: `moon ${unique()}` }) })],
  ['a word of a list that a template had nothing for', 'attribute_invalid', answers(() => Response.json([{ path: '/offers2/A', badge: 'undefined' }]), tag('src="/unfilled.json"'))],
];
test.for(mistakes)(
  '%s is told once, with its code, what to do and where the docs say more',
  async ([, code, scene]) => {
    const told = warnings();
    const el = scene();
    await drawn(el);
    expect(await codesOf(told)).toEqual([code]);
    expect(told[0]).toContain(ERROR_HELP[code as keyof typeof ERROR_HELP][1]);
    expect(told[0]).toContain(`docs/reference/errors.md#${code}`);
    el.reload();
    await drawn(el);
    expect(await codesOf(told)).toEqual([code]);
  },
);

/** Names a site as one that may be told about customers, as the head of a page does. */
function named(origin: string): void {
  const meta = Object.assign(document.createElement('meta'), { name: 'limio-backend', content: origin });
  document.head.append(meta);
  onTestFinished(() => meta.remove());
}

// prettier-ignore
const afterClicks: Array<[setUp: string, code: string, answer: () => Response | Promise<Response>]> = [
  ['a backend that answers no other site',    'cors_refused',     () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a backend that has not this route',       'not_found',        () => Response.json({ code: 'not_found' }, { status: 404 })],
  ['an address that is no backend',           'invalid_response', () => new Response('<!doctype html>', { status: 404 })],
  ['a backend that does not know the page',   'origin_denied',    () => Response.json({ code: 'origin_denied' }, { status: 403 })],
];
test.for(afterClicks)(
  '%s is told once by an assisted checkout, and the link sells',
  async ([, code, answer]) => {
    const told = warnings();
    const backend = `https://${unique().toLowerCase()}.example.com`;
    named(backend);
    // Without CORS, an answer that nobody may read is given to a request that does not want to.
    serve(({ init }) => (init.mode === 'no-cors' ? new Response() : answer()));
    const el = await assisted(`backend="${backend}"`);
    const left = departures();
    for (const clicks of [1, 2]) {
      cta(el).click();
      expect(await filled(left, clicks)).toContain(href('A'));
    }
    expect(await codesOf(told)).toEqual([code]);
    expect(told[0]).toContain(backend);
  },
);

// prettier-ignore
const silent: Array<[behaviour: string, scene: Scene]> = [
  ['links of the shop',                      () => place(tag('', anchor('A', 'data-price="29" data-currency="EUR" data-interval="month"')))],
  ['known values, however they are written',  () => place(tag('layout=" LIST " theme="“dark”" target="_blank"', anchor('A')))],
  ['attributes of others',                    () => place(tag('class="a" id="b" style="" title="c" tabindex="0" contenteditable="false" itemscope data-promotion v-cloak x-data="{}" aria-label="d" checkout="link"', anchor('A')))],
  ['an assisted checkout of the own site',    () => place(tag('checkout="assisted" backend="/limio" offers=\'[{"path":"/offers2/A"}]\''))],
  ['links without a shop on the element',    () => place(`<limio-offers>${anchor('A')}</limio-offers>`)],
  ['links without prices',                   () => place(tag('promo-code="SAVE20"', anchor('A')))],
  ['a list',                                 () => place(tag(), { offers: list({ amount: 29, currency: 'EUR', interval: '3 months' }) })],
  ['a list without prices',                  () => place(tag(), { offers: [{ path: '/offers2/A' }] })],
  ['a file',                                 answers(() => Response.json([{ path: '/offers2/A' }]), tag('src="/a.json"'))],
  ['a server that is down',                  answers(() => new Response('', { status: 503 }), tag(`src="${elsewhere(unique())}"`))],
  ['a server that is overloaded',            answers(() => new Response('', { status: 429 }), tag(`src="${elsewhere(unique())}"`))],
  ['a server that cannot be reached',        answers(() => Promise.reject(new TypeError('Failed to fetch')), tag(`src="${elsewhere(unique())}"`))],
  ['a backend whose Limio is down',          answers(() => Response.json({ code: 'upstream_unavailable' }, { status: 503 }), tag(`backend="https://${unique()}.example.com"`))],
  ['a campaign that cannot be carried on',   () => place(tag('carry="*"', anchor('A')))],
];
test.for(silent)('%s leave the console empty', async ([, scene]) => {
  const told = warnings();
  await drawn(scene());
  // A mistake that is made later is told later.
  place(tag('', anchor('A', `data-price="29 Moons ${unique()}"`)));
  expect(await codesOf(told)).toEqual(['price_unreadable']);
});

test('a mistake of ten elements is told once', async () => {
  const told = warnings();
  const name = unique();
  const els = Array.from({ length: 10 }, () => place(tag('', anchor('A') + foreign(name))));
  await Promise.all(els.map(drawn));
  expect(await codesOf(told)).toEqual(['shop_mismatch']);
  expect(told[0]).toContain(`https://other-${name.toLowerCase()}.example.com`);
});

test('two releases on one page are told, once', async () => {
  const told = warnings();
  reportConflict('limio-offers', { version: '0.9.0' }, VERSION);
  reportConflict('limio-offers', { version: '0.9.0' }, VERSION);
  expect(await codesOf(told)).toEqual(['version_conflict']);
});

import { expect, test } from 'vitest';
import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import { readPage } from '../../src/doctor/page/page.ts';
import { CDN, CLASSIC, examine, frame, json, link, NOW, SCRIPT, SHOP, tag } from './pages-to-examine.ts';

// prettier-ignore
const wrong: Array<[setUp: string, html: string, code: string, said: RegExp]> = [
  // The nine that the element tells, too
  ['a tag without a shop',                     `<limio-offers src="/a.json"></limio-offers>${SCRIPT}`, 'shop_invalid',      /no `shop`/],
  ['a shop without https',                     `${tag().replace(SHOP, `http://shop.example.com`)}${SCRIPT}`, 'shop_invalid',    /http:\/\/shop/],
  ['links of another shop',                    tag('', link() + link('', 'https://shop.example.org')) + SCRIPT, 'shop_mismatch', /example\.org/],
  ['a value that an attribute does not know',  tag('layout="grid"') + SCRIPT,                              'attribute_invalid', /^layout="grid" cannot be used\. Use auto, cards/],
  ['a promo code that cannot be one',          tag('promo-code="20 %"') + SCRIPT,                          'promo_invalid',     /…/],
  ['a page that names another site',           tag('page="//evil.example"') + SCRIPT,                      'page_invalid',      /evil/],
  ['an assisted checkout without a backend',   tag('checkout="assisted"') + SCRIPT,                        'config',            /no `backend`/],
  ['a backend that no meta names',             tag('checkout="assisted" backend="https://offers.example.com"') + SCRIPT, 'config', /limio-backend/],
  ['JSON that does not parse',                 tag('', json('[{"path":')) + SCRIPT,                        'json_invalid',      /quote or comma/],
  ['offers in an attribute that do not parse', tag(`offers='[{"path":'`) + SCRIPT,                         'json_invalid',      /quote or comma/],
  ['JSON that is no list',                     tag('', json('{"a":1}')) + SCRIPT,                          'json_invalid',      /not a list/],
  ['an offer without a path',                  tag('', json('[{"name":"Pro"},{"path":"/offers2/a"}]')) + SCRIPT,   'offer_unreadable',  /Offer 1/],
  ['words that do not parse',                  tag('words="{cta"') + SCRIPT,                               'json_invalid',      /quote or comma/],
  ['a price nobody can read',                  tag('', link('data-price="cheap"')) + SCRIPT,               'price_unreadable',  /cheap/],
  ['a period nobody can read',                 tag('', link('data-price="29" data-currency="EUR" data-interval="moon"')) + SCRIPT, 'price_unreadable', /moon/],
  ['a price in a list nobody can read',        tag('', json('[{"path":"/offers2/a","price":{"amount":"cheap","currency":"EUR"}}]')) + SCRIPT, 'price_unreadable', /cheap/],
  ['two releases',                             tag() + SCRIPT + SCRIPT.replace('1.0.0', '0.9.0'),          'version_conflict',  /0\.9\.0/],
  ['a module and the classic file',            tag() + SCRIPT + CLASSIC,                                   'version_conflict',  /classic/],
  // The tag
  ['links whose tag was stripped',             link() + link() + SCRIPT,                                   'tag_missing',       /2 purchase links/],
  ['a tag that was escaped',                   `<p>&lt;limio-offers shop="x"&gt;</p>${SCRIPT}`,            'tag_missing',       /as text/],
  ['a tag in a comment',                       `<!-- ${tag()} -->${SCRIPT}`,                               'tag_missing',       /a comment/],
  ['a tag in a template',                      `<template>${tag()}</template>${SCRIPT}`,                   'tag_missing',       /<template>/],
  ['a page with nothing of ours',              '<p>Our plans are the best you can get.</p>',               'tag_missing',       /neither/],
  ['a tag that closes itself',                 `<limio-offers shop="${SHOP}" />${link()}${SCRIPT}`,        'tag_broken',        /closes itself/],
  ['a tag without an end',                     `<limio-offers shop="${SHOP}">${link()}${SCRIPT}`,          'tag_broken',        /no end tag/],
  ['a line break in the tag',                  `<limio-offers <br />shop="${SHOP}">${link()}</limio-offers>${SCRIPT}`, 'tag_broken', /<br>/],
  ['a curly quote that parts a value',         tag('label=“two words”') + SCRIPT,                          'tag_broken',        /Quotes/],
  ['a misspelt attribute',                     tag('promocode="SAVE20"') + SCRIPT,                         'attribute_invalid', /"promo-code"/],
  ['a list that a filter printed',             tag('', '<p>[{"path":"/offers2/a"}]</p>') + SCRIPT,         'offers_missing',    /as text/],
  ['a tag with nothing in it',                 tag('', '') + SCRIPT,                                       'offers_missing',    /neither `src`/],
  ['a tag whose links sell nothing',           tag('', '<a href="https://shop.example.com/plans">Plans</a>') + SCRIPT, 'offers_missing', /links, but no purchase link/],
  ['JSON of a type with a charset',            tag('', json('[{"path":').replace('/json', '/JSON; charset=utf-8')) + SCRIPT, 'json_invalid', /quote or comma/],
  ['offers that are not sold any more',        tag('', json('[{"path":"/offers2/a","until":"2026-01-01"}]')) + SCRIPT, 'offers_empty',  /None of the 1/],
  ['offers of another label',                  tag('label="x"', json('[{"path":"/offers2/a","labels":["y"]}]')) + SCRIPT, 'offers_empty', /None/],
  ['links of which none has the label',        tag('label="pro"', link('data-labels="team|new"')) + SCRIPT, 'offers_empty',      /None of the 1/],
  ['links that are not sold any more',         tag('', link('data-until="2026-01-01"')) + SCRIPT,          'offers_empty',      /None/],
  ['a list on plain http',                     tag('src="http://api.example.com/offers.json"', '') + SCRIPT, 'source_invalid',   /`src` names http:/],
  ['a backend on plain http',                  tag('backend="http://api.example.com"', '') + SCRIPT,       'source_invalid',    /`backend`/],
  ['a list that is a script of the page',      tag('', '<script>[{"path":"/offers2/a"}]</script>') + SCRIPT, 'offers_missing',  /application\/json/],
  ['a list that an editor wrapped',            tag('', `<div>${json('[{"path":"/offers2/a"}]')}</div>`) + SCRIPT, 'offers_missing', /deeper/],
  ['what a template did not fill in, once',    tag('promo-code="{{ code }}"') + SCRIPT, 'attribute_invalid', /promo-code/],
  ['a list behind the tag',                    `${tag('', '')}<p>[{"path":"/offers2/a"}]</p>${SCRIPT}`,     'offers_missing',    /behind the tag as text/],
  ['such a list as it is, and links',          `${tag()} {"offers":[{“name”:"A", “path” : “/offers2/a”}]}${SCRIPT}`, 'offers_missing', /behind/],
  ['a list between the links',                 tag('', `${link()}<div>[{"path":"/offers2/a"}]</div>`) + SCRIPT, 'offers_missing', /between the tags as text/],
  ['a group that no link is in',               tag('group="yearly"', link('data-group="monthly"')) + SCRIPT, 'attribute_invalid', /"yearly".*monthly/],
  ['a group that no offer is in',              tag('group="Monthly"', json('[{"path":"/offers2/a","group":"monthly"}]')) + SCRIPT, 'attribute_invalid', /"Monthly"/],
  ['a group where there is none',              tag('group="yearly"') + SCRIPT,                              'attribute_invalid', /No offer says a group/],
  ['a picture around the tag',                 `<svg width="9" height="9">${tag()}</svg>${SCRIPT}`,         'tag_broken',        /<svg>/],
  ['a formula around it, and another tag',     `<math><mtext></mtext><mi><mglyph></mi>${tag()}</math>${tag()}${SCRIPT}`, 'tag_broken', /<math>/],
  ['a country that is no code',                tag('country="Germany"') + SCRIPT,                         'attribute_invalid', /^country="Germany" cannot be used\. Use a code of two letters/],
  ['a colour with five figures',               tag('accent="#0a7d4"') + SCRIPT,                             'attribute_invalid', /accent=\\"#0a7d4/],
  ['a colour without its sign',                tag('accent="0a7d4f"') + SCRIPT,                             'attribute_invalid', /0a7d4f/],
  ['a colour nobody knows',                    tag('data-accent="greenish"') + SCRIPT,                      'attribute_invalid', /greenish/],
  ['a detail nobody knows',                    tag('checkout="assisted" backend="/limio" ask="email name"') + SCRIPT, 'attribute_invalid', /ask=\\"name\\".*first-name/],
  ['details without an assisted checkout',     tag('ask="email"') + SCRIPT,                                 'attribute_invalid', /asks for nothing/],
  // Names
  ['an attribute with an underscore',          tag('promo_code="SAVE20"') + SCRIPT,                        'attribute_invalid', /"promo-code"/],
  ['an attribute in both ways at once',        tag('data-promocode="SAVE20"') + SCRIPT,                    'attribute_invalid', /"data-promocode".*"promo-code"/],
  ['letters that changed places',              tag('layuot="list"') + SCRIPT,                              'attribute_invalid', /"layout"/],
  ['an attribute by another name',             tag('coupon="SAVE20"') + SCRIPT,                            'attribute_invalid', /"promo-code"/],
  ['what a link says, on the tag',             tag('currency="EUR"') + SCRIPT,                             'attribute_invalid', /On a link, "data-currency"/],
  ['what a link says, on the tag and misspelt', tag('higlight') + SCRIPT,                                  'attribute_invalid', /On a link, "data-highlighted"/],
  ['a property as an attribute',               tag(`customer='{"email":"a@example.com"}'`) + SCRIPT,       'attribute_invalid', /as a property/],
  ['what a value cannot switch off',           tag('compare-offers="false"') + SCRIPT,                     'attribute_invalid', /Leave it out/],
  ['what a link says, without data-',          tag('', link('highlighted')) + SCRIPT,                      'attribute_invalid', /"data-highlighted"/],
  ['the currency as one of the price',         tag('', link('data-price="29 EUR" data-price-currency="EUR"')) + SCRIPT, 'attribute_invalid', /"data-currency"/],
  ['the amount of a price',                    tag('', link('data-amount="29" data-currency="EUR"')) + SCRIPT, 'attribute_invalid', /"data-price"/],
  ['a former price by another name',           tag('', link('data-price="29 EUR" data-old-price="39 EUR"')) + SCRIPT, 'attribute_invalid', /"data-was"/],
  ['what a child says, misspelt',              tag('', `<div data-curency="EUR">${link('data-price="29 EUR"')}</div>`) + SCRIPT, 'attribute_invalid', /"data-currency"/],
  ['a parameter of a frame',                   frame('').replace('&offer', '&promo_code=A&offer'),         'attribute_invalid', /"promo-code"/],
  // The links
  ['a link behind a click tracker',            tag('', link() + `<a href="https://click.example.net/?u=https%3A%2F%2Fshop.example.com%2Fcheckout%3Fpurchase%3D%252Fa">Pro</a>`) + SCRIPT, 'offer_invalid', /click\.example\.net/],
  ['a purchase link without https',            tag('', link() + link('', 'http://shop.example.com')) + SCRIPT, 'offer_invalid', /http, not https/],
  ['a link that was never filled in',          tag('', link() + link().replace('Pro', '{{ plan }}')) + SCRIPT, 'offer_invalid',  /names no offer/],
  ['a promo code by another name',             tag('', link().replace('Pro"', 'Pro&promo_code=SAVE20"')) + SCRIPT, 'promo_invalid', /"promo_code=…".*"pc=…"/],
  ['what a link says, without its hyphen',     tag('', link('data-smallprint="Billed yearly"')) + SCRIPT,  'attribute_invalid', /"data-small-print"/],
  ['what a link says, with a letter too few',  tag('', link('data-higlighted')) + SCRIPT,                  'attribute_invalid', /"data-highlighted"/],
  // The script
  ['no script',                                tag(),                                                      'script_missing',    /no script/],
  ['the module without its type',              tag() + SCRIPT.replace('type="module" ', ''),               'script_missing',    /type="module"/],
  ['a script for old browsers alone',          tag() + CLASSIC.replace('defer', 'nomodule'),               'script_missing',    /nomodule/],
  ['a script on http',                         tag() + SCRIPT.replace('https', 'http'),                    'file_missing',      /on http/],
  ['a module with a query',                    tag() + SCRIPT.replace('.js"', '.js?v=2"'),                 'version_conflict',  /twice/],
  ['a hash without crossorigin',               tag() + CLASSIC.replace('defer', 'defer integrity="sha384-x"'), 'file_missing',  /crossorigin/],
  // Frames
  ['a frame whose sandbox runs nothing',       frame('sandbox data-limio-offers'),                         'frame_refused',     /allow-scripts/],
  ['a frame that can open nothing',            frame('sandbox="allow-scripts"'),                           'frame_refused',     /allow-popups/],
  ['a frame of a shop that is none',           frame('').replace('shop.example.com', 'acme'),              'shop_invalid',      /acme/],
  ['a frame without offers',                   frame('').replace('&offer', '&none'),                       'offers_missing',    /address of the frame/],
];
test.for(wrong)('finds %s', ([, html, code, said]) => {
  const { findings } = examine(html);
  expect(findings.map((each) => each.code)).toEqual([code]);
  expect(findings[0]!.message).toMatch(said);
  expect(findings[0]!.remedy).toMatch(/\.$/);
});

// prettier-ignore
const right: Array<[setUp: string, html: string]> = [
  ['links in a tag',                          tag('promo-code="SAVE20" layout="list"') + SCRIPT],
  ['links with prices',                       tag('', link('data-price="29.00" data-currency="EUR" data-interval="3 months"')) + SCRIPT],
  ['a price as people write it',              tag('', link('data-price="29,00 €" data-interval="monthly"')) + SCRIPT],
  ['a tag whose attributes were stripped',    `<limio-offers>${link()}</limio-offers>${SCRIPT}`],
  ['a tag whose attributes are data',         `<limio-offers data-shop="${SHOP}" data-layout="list">${link()}</limio-offers>${SCRIPT}`],
  ['curly quotes that the element mends',     `<limio-offers shop=“${SHOP}” layout=“list”>${link()}</limio-offers>${SCRIPT}`],
  ['values in capitals',                      tag('layout=" LIST "') + SCRIPT],
  ['attributes of a framework',               tag('class="a" style="b" v-pre ref="x" data-reactroot onclick="y" aria-label="z"') + SCRIPT],
  ['attributes of a framework’s scripts',     tag('ng-version="19" _ngcontent-ng-c1 x-data="{}" hx-boost="true" up-main data-v-7a7a37b1 data-astro-cid-j7pv25f6 wire:ignore @click="a" :class="b" itemprop="offers"') + SCRIPT],
  ['what other scripts say on a tag',         tag('data-aos="fade" data-step="2" data-show data-tag="x" data-mask data-targets="a.b" data-color="red" data-wp-interactive data-turbo-permanent') + SCRIPT],
  ['what other scripts say beside a price',   tag('', link('data-price="29 EUR" data-interval="month" data-period="q" data-product-price="29" data-featured')) + SCRIPT],
  ['what other scripts say on a link',        tag('', link('data-aos="fade" data-gtm data-label="x" data-testid="pro" data-target="#a" data-toggle="modal" data-content-name="a"')) + SCRIPT],
  ['a list in the page',                      tag('', json('[{"path":"/offers2/a","price":{"amount":"29","currency":"EUR","interval":"month"}}]')) + SCRIPT],
  ['a list with prices as people write them', tag('', json('[{"path":"/offers2/a","price":"29,00 €"}]')) + SCRIPT],
  ['a reply of Limio',                        tag('', json('{"items":[{"path":"/offers2/a","data":{"attributes":{"display_name__limio":"A"}}}]}')) + SCRIPT],
  ['an assisted checkout of the own site',    tag('checkout="assisted" backend="/limio"') + SCRIPT],
  ['a backend that a meta names',             `<meta name="limio-backend" content="https://offers.example.com">${tag('checkout="assisted" backend="https://offers.example.com"')}${SCRIPT}`],
  ['other links and words beside them',       tag('', `<p>All prices with tax.</p><a href="/contact">Talk to us</a>${link()}`) + SCRIPT],
  ['the script that takes links without tag', link() + link() + SCRIPT.replace('></', ` data-limio-offers="${SHOP}"></`)],
  ['the same file twice',                     tag() + SCRIPT + SCRIPT],
  ['the short address of a CDN',              `${tag()}<script defer src="https://unpkg.com/limio-offers@1.0.0"></script>`],
  ['the classic file with its hash',          tag() + CLASSIC.replace('defer', 'defer integrity="sha384-x" crossorigin="anonymous"')],
  ['cards that lead elsewhere alone',         tag('', '<a href="/contact" data-name="Enterprise">Talk to us</a>') + SCRIPT],
  ['labels on a child',                       tag('label="pro"', `<div data-labels="pro|new">${link()}</div>`) + SCRIPT],
  ['a page that is a shadow root',            `<my-page><template shadowrootmode="open">${tag()}</template></my-page>${SCRIPT}`],
  ['links without a tag, and a word on it',   `<p><code>&lt;limio-offers&gt;</code></p>${link()}${SCRIPT.replace('></', ` data-limio-offers="${SHOP}"></`)}`],
  ['a frame with its page in it',             '<iframe srcdoc="&lt;limio-offers&gt;" data-limio-offers></iframe>'],
  ['a frame that is loaded when it is seen',  frame('data-limio-offers').replace('src=', 'data-lazy-src=')],
  ['a frame with other parameters',           frame('').replace('&offer', '&utm_source=a&ref=b&lang=de&offer')],
  ['a frame',                                 frame(`data-limio-offers="${SHOP}" title="Offers"`)],
  ['a frame in a sandbox, and the bridge',    frame(`data-limio-offers="${SHOP}" sandbox="allow-scripts"`)],
  ['colours that browsers know',              ['red', 'RebeccaPurple', '#0a7', '#0A7D4F80', 'rgb(10 125 79 / 50%)', 'var(--brand)', 'color-mix(in srgb, red, blue 40%)', 'light-dark(#000, #fff)'].map((colour) => tag(`accent="${colour}"`)).join('') + SCRIPT],
  ['details of an assisted checkout',         tag('checkout="assisted" backend="/limio" ask="Email, first-name last-name company phone country"') + SCRIPT],
  ['a group that is there',                   tag('group="yearly"', link('data-group="monthly"') + link('data-group="yearly"').replace('Pro"', 'Team"')) + SCRIPT],
  ['a list behind the tag that is code',      `${tag()}<pre>[{"path":"/offers2/a"}]</pre>${SCRIPT}`],
  ['a tag that a picture holds as HTML',      `<svg><foreignObject>${tag()}</foreignObject></svg>${SCRIPT}`],
];
test.for(right)('has nothing to say against %s', ([, html]) => {
  expect(examine(html).findings).toEqual([]);
});

// prettier-ignore
const unknown: Array<[what: string, html: string, said: RegExp]> = [
  ['a page that a script draws',          '<div id="root"></div><script type="module" src="/main.js"></script>',           /script of the page may add it/],
  ['a bundle that may bring the element', `${tag()}<script src="/assets/main.js"></script>`,                                 /bundle/],
  ['a consent tool',                      `${tag()}<script type="text/plain" data-src="${CDN}/limio-offers.classic.js"></script>`, /consent/],
  ['a plugin that delays scripts',        `${tag()}<script type="rocketlazyloadscript" data-rocket-src="${CDN}/limio-offers.classic.js"></script>`, /consent/],
  ['links that may become cards',         link() + link() + SCRIPT.replace('></', ` data-limio-offers="${SHOP}"></`),       /links without a tag/],
];
test.for(unknown)('says that only a browser can tell of %s', ([, html, said]) => {
  const report = examine(html);
  expect(report.findings).toEqual([]);
  expect(report.unknown).toEqual([expect.stringMatching(said)]);
});

test('says in which line it is, and what is there', () => {
  const { findings, seen } = examine(`<p>\n</p>\n${tag('layout="grid"')}\n${SCRIPT}`);
  expect(findings[0]).toMatchObject({ code: 'attribute_invalid', line: 4 });
  expect(seen).toEqual([
    '1 <limio-offers> tag',
    `1 purchase link of ${SHOP}`,
    `the script ${CDN}/limio-offers.js`,
  ]);
});

test('a mistake of ten tags is told once', () => {
  expect(examine(tag('layout="grid"').repeat(10) + SCRIPT).findings).toHaveLength(1);
});

test('of a page whose address is not known, it says what depends on it', () => {
  const html = `<meta http-equiv="content-security-policy" content="script-src 'self'">${tag()}${SCRIPT}`;
  const { findings, unknown } = examineMarkup(readPage(html), NOW);
  expect(findings).toEqual([]);
  expect(unknown).toEqual([expect.stringContaining("'self'")]);
});

test('no page, however broken, makes it fail', () => {
  for (const html of [
    '',
    '<',
    '<limio-offers',
    '<limio-offers '.repeat(500),
    '<a href="http://[">',
    '<base href="::">',
    '<iframe src="//[" data-limio-offers>',
  ])
    expect(examineMarkup(readPage(html), NOW).findings).toBeInstanceOf(Array);
});

import { expect, test } from 'vitest';
import { CDN, CLASSIC, examine, frame, json, link, SCRIPT, SHOP, tag } from './pages-to-examine.ts';

// prettier-ignore
const wrong: Array<[setUp: string, html: string, code: string, said: RegExp, policy?: string]> = [
  ['a policy that refuses the script',         tag() + SCRIPT,                                             'policy_refused',    /`script-src` of the header/, "script-src 'self'"],
  ['a policy that trusts nonces alone',        tag() + SCRIPT,                                             'policy_refused',    /`script-src`/,     "script-src 'nonce-a' 'strict-dynamic' https:"],
  ['a policy that falls back to its default',  tag() + SCRIPT,                                             'policy_refused',    /`default-src`/,    "default-src 'self'"],
  ['the second of two policies',               tag() + SCRIPT,                                             'policy_refused',    /`script-src`/,     "script-src *, script-src 'none'"],
  ['a policy in a meta',                       `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">${tag()}${SCRIPT}`, 'policy_refused', /<meta>/],
  ['a policy that refuses the list',           tag('src="https://api.example.com/offers.json"') + SCRIPT,  'policy_refused',    /the list https:\/\/api/, "connect-src 'self'"],
  ['a policy that refuses the backend',        tag('backend="https://api.example.com"') + SCRIPT,          'policy_refused',    /the backend/,      "connect-src 'self'"],
  ['a policy that refuses the style sheet',    `<link rel="stylesheet" href="${CDN}/limio-offers.css">${tag()}${SCRIPT}`, 'policy_refused', /style sheet/, "style-src 'self'"],
  ['a policy that refuses the frame',          frame('data-limio-offers'),                                 'policy_refused',    /the frame/,        "frame-src 'self'"],
  ['a policy that lets the entry through alone', tag() + SCRIPT,                                           'policy_refused',    /what the script loads/, `script-src ${CDN}/limio-offers.js`],
  ['a policy with the hash of the entry alone', tag() + SCRIPT.replace('><', ' integrity="sha384-x" crossorigin><'), 'policy_refused', /what the script loads/, "script-src 'sha384-x'"],
  ['a policy that refuses the image of a link', tag('', link('data-image="https://cdn.example.net/a.png"')) + SCRIPT, 'policy_refused', /`img-src`.*https:\/\/cdn\.example\.net\/a\.png/, "img-src 'self'"],
  ['a policy that refuses images of a list',   tag('', json('[{"path":"/offers2/a","image":"/a.png"},{"path":"/offers2/b","image":"/b.png"}]')).replace(SHOP, 'shop.example.com') + SCRIPT, 'policy_refused', /`default-src`.*shop\.example\.com\/a\.png/, "script-src *; style-src *; default-src 'self'"],
  ['a policy that refuses the style of the tag', tag('style="--limio-accent: red"') + SCRIPT,               'policy_refused',    /`style` of the tag/, "style-src 'self'"],
  ['a policy that refuses the styles of cards', tag('', `<style>a{}</style><div data-limio-picture>${link()}</div>`) + SCRIPT, 'policy_refused', /<style> in the tag/, "style-src 'self' 'unsafe-inline' 'nonce-a'"],
  ['a policy that runs no script at all',      tag() + SCRIPT,                                             'policy_refused',    /`sandbox`/,        'sandbox allow-forms'],
  ['a policy that does not trust the element', tag() + SCRIPT,                                             'policy_refused',    /lit-html/,         "require-trusted-types-for 'script'; trusted-types app"],
];
test.for(wrong)('finds %s', ([, html, code, said, policy]) => {
  const { findings } = examine(html, policy);
  expect(findings.map((each) => each.code)).toEqual([code]);
  expect(findings[0]!.message).toMatch(said);
});

// prettier-ignore
const right: Array<[setUp: string, html: string, policy: string]> = [
  ['a script that the policy takes to https', tag() + SCRIPT.replace('https', 'http'), 'upgrade-insecure-requests'],
  ['the strictest policy of the docs',        tag() + SCRIPT, "default-src 'none'; script-src https://cdn.example.com; img-src https://shop.example.com; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html"],
  ['a policy with the folder of the files',   tag() + SCRIPT, `script-src ${CDN}/`],
  ['a policy with a nonce',                   tag() + SCRIPT.replace('<script', '<script nonce="a"'), "script-src 'nonce-a' 'strict-dynamic'"],
  ['a policy with the hash of the file',      tag() + CLASSIC.replace('defer', 'defer integrity="sha384-x" crossorigin'), "script-src 'sha384-x'"],
  ['a policy with a wildcard',                tag() + SCRIPT, 'script-src https://*.example.com'],
  ['a policy with a scheme',                  tag() + SCRIPT, 'default-src https:'],
  ['a list of the own site',                  tag('src="/offers.json"') + SCRIPT, "connect-src 'self'"],
  ['a policy with the images of the shop',    tag('', link('data-image="/a.png"')) + SCRIPT, `img-src ${SHOP}`],
  ['a policy with styles of the page',        tag('style="color:red"', `<style>a{}</style>${link()}`) + SCRIPT, "style-src 'unsafe-inline'"],
  ['a policy with the hash of the styles',    tag('', `<style>a{}</style>${link()}`) + SCRIPT, "style-src 'sha256-a'"],
  ['a policy with the nonce of the styles',   tag('', `<style nonce="a">a{}</style>${link()}`) + SCRIPT, "style-src 'nonce-a'"],
  ['a policy that decides nothing of ours',   tag() + SCRIPT, "img-src 'none'; frame-ancestors 'none'"],
];
test.for(right)('has nothing to say against %s', ([, html, policy]) => {
  expect(examine(html, policy).findings).toEqual([]);
});

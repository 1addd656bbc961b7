import { describe, expect, test } from 'vitest';
import manifest from '../../dist/custom-elements.json' with { type: 'json' };
import { DEFAULTS, SECTIONS } from '../../demo/playground/controls.ts';
import { attributeOf, type Attribute } from '../../src/element/attributes/attribute.ts';
import { ATTRIBUTES } from '../../src/element/attributes/attributes.ts';
import { shopIn } from '../../demo/playground/own/shop-in.ts';
import {
  fitsAddress,
  readFile,
  readState,
  writeFile,
  writeState,
  type State,
} from '../../demo/playground/state.ts';

const controls = SECTIONS.flatMap((section) => section.controls);

test('there is one control for each attribute of the element', () => {
  const { attributes } = manifest.modules[0]!.declarations[0]!;
  expect(controls.map(({ attribute }) => attribute).sort()).toEqual(
    attributes.map(({ name }) => name).sort(),
  );
});

test('a control that offers a choice has the values of the attribute, the default first', () => {
  const rows = Object.entries<Attribute>(ATTRIBUTES);
  const valuesOf = (attribute: string) =>
    rows.find(([name, row]) => attributeOf(name, row) === attribute)?.[1].values;
  const choices = controls.filter(({ kind }) => kind === 'choice');
  expect(choices.length).toBeGreaterThan(3);
  for (const { attribute, values = [] } of choices)
    expect(values.map(([value]) => value)).toEqual(valuesOf(attribute));
});

test('no two controls have the same label', () => {
  expect(new Set(controls.map(({ label }) => label)).size).toBe(controls.length);
});

describe('a set-up in an address', () => {
  const state: State = {
    values: { shop: 'https://shop.example.com', layout: 'compact', label: 'a&b=c#d' },
    own: [{ path: '/offers2/Pro & more', name: 'Pro <b>', price: { amount: '29', currency: 'EUR' } }],
    paths: ['/offers2/Pro & more', '/offers2/Ünï'],
    highlight: '/offers2/Ünï',
    style: { radius: '4px', font: "Georgia, 'Times New Roman', serif" },
    files: 'https://cdn.example.org/offers/',
    isDrawnEarly: false,
    variant: 'vue',
    width: '280',
    scheme: 'dark',
  };

  test('is read back as it was written', () => {
    expect(readState(`#${writeState(state)}`)).toEqual(state);
    expect(readState(`#${writeState({ ...state, paths: [] })}`).paths).toEqual([]);
  });

  test('too long for one, is kept in a file', () => {
    const own = Array.from({ length: 200 }, (_, n) => ({ path: `/offers2/${n}`, name: `Plan ${n}` }));
    expect(fitsAddress(writeState(state))).toBe(true);
    expect(fitsAddress(writeState({ ...state, own }))).toBe(false);
    expect(readFile(writeFile({ ...state, own }))).toEqual({ ...state, own });
    for (const other of ['', '[]', '{"playground":1}', '{"items":[]}'])
      expect(readFile(other)).toBeUndefined();
  });

  test('loads no image that a stranger names', () => {
    const own = [{ path: '/offers2/Pro', name: 'Pro', image: 'https://tracker.example/x.png' }];
    expect(readState(writeState({ ...state, own })).own).toEqual([{ path: '/offers2/Pro', name: 'Pro' }]);
  });

  test('is empty while nothing was set', () => {
    expect(writeState(readState(''))).toBe('');
    expect(writeState({ ...readState(''), values: DEFAULTS })).toBe('');
  });

  // prettier-ignore
  const strange: Array<[what: string, hash: string]> = [
    ['names nobody knows',          '#customer=a@b.example&__proto__=x&onclick=alert(1)'],
    ['a place nobody knows',        '#for=constructor&width=toString'],
    ['a style that ends the rule',  '#radius=1px}*{color:red&font=</style>&surface=url(//x)'],
    ['offers that are none',        '#own=[1,2]'],
    ['offers that do not parse',    '#own=[{'],
    ['no query at all',             '#top'],
    ['broken escapes',              '#%E0%A4%A=%'],
  ];
  test.for(strange)('passes over %s', ([, hash]) => {
    expect(readState(hash)).toEqual(readState(''));
  });
});

// prettier-ignore
const pasted: Array<[text: string, shop: string | undefined]> = [
  ['https://shop.example.com',                                            'https://shop.example.com'],
  ['https://shop.example.com/checkout?purchase=%2Foffers2%2FPro&pc=A',    'https://shop.example.com'],
  ['  shop.example.com/cart ',                                            'https://shop.example.com'],
  ['http://shop.example.com',                                             'https://shop.example.com'],
  ['<a href="https://shop.example.com/checkout?purchase=x">Pro</a>',      'https://shop.example.com'],
  ['Our shop is at shop.example.com.',                                    'https://shop.example.com'],
  ['HTTPS://Shop.Example.com:8443/x',                                     'https://shop.example.com:8443'],
  ['http://localhost:3000/checkout',                                      'http://localhost:3000'],
  ['acme',                                                                undefined],
  ['javascript:alert(1)',                                                 undefined],
  ['ada@example.com',                                                     undefined],
  ['',                                                                    undefined],
];
test.for(pasted)('the shop in “%s” is found', ([text, shop]) => {
  expect(shopIn(text)).toBe(shop);
});

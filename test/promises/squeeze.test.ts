import { expect, test } from 'vitest';
import { squeezeCss, squeezeHtml } from '../../build/squeeze.ts';

// prettier-ignore
const styles: [behaviour: string, written: string, squeezed: string][] = [
  ['joins lines',                               'a {\n  color: red;\n  top: 0;\n}\nb { left: 0 }', 'a{color:red;top:0}b{left:0}'],
  ['leaves comments out',                       'a { /* why; } */ top: 0; }',                     'a{top:0}'],
  ['keeps the space between selectors',         '.card :is(h3, p) li { top: 0; }',                '.card :is(h3,p) li{top:0}'],
  ['keeps a child combinator',                  ':has( > input) { top: 0; }',                     ':has(> input){top:0}'],
  ['keeps the spaces that sums need',           'a { top: calc(1px + (2px - 1em)); }',            'a{top:calc(1px + (2px - 1em))}'],
  ['keeps the spaces between parts of a value', 'a { font: 400 var(--x, 16px) / 1.5 serif; }',    'a{font:400 var(--x,16px) / 1.5 serif}'],
  ['leaves out the nought before a point',      'a { inset: -0.5em 0 10.5px 0.25px; }',           'a{inset:-.5em 0 10.5px .25px}'],
  ['leaves out the space before !important',    'a { top: 0 !important; }',                       'a{top:0!important}'],
  ['keeps what is in quotes',                   `a { content: ' ;  } 0.5 !important'; }`,         `a{content:' ;  } 0.5 !important'}`],
  ['keeps the spaces of a query',               '@container limio (width < 320px) and (a) { }',   '@container limio (width < 320px) and (a){}'],
];

test.for(styles)('%s of a style', ([, written, squeezed]) => {
  expect(squeezeCss(written)).toBe(squeezed);
});

test('takes the line that ends between two tags of a template', () => {
  expect(squeezeHtml('<p>\n  <b>one</b> <i>two</i>\n</p>')).toBe('<p><b>one</b> <i>two</i></p>');
});

// prettier-ignore
const edges: [behaviour: string, written: string, squeezed: string][] = [
  ['takes the line between a tag and a value', '</b>\n  ',           '</b>'],
  ['takes the line between a value and a tag', '\n  </p>',           '</p>'],
  ['takes the line between two values',        '\n  ',               ''],
  ['keeps the space between two values',       ' ',                  ' '],
  ['keeps the line between two attributes',    '"\n  target=',       '" target='],
  ['takes the line before the end of a tag',   '\n  ><b></b\n  >',   '><b></b>'],
];
test.for(edges)('%s of a template', ([, written, squeezed]) => {
  expect(squeezeHtml(written)).toBe(squeezed);
});

test('makes one space of any other run in a template', () => {
  expect(squeezeHtml(' <p\n    class="a"\n  >one\n two</p> ')).toBe(' <p class="a">one two</p> ');
});

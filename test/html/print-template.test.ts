import { html, nothing } from 'lit';
import { describe, expect, test } from 'vitest';
import { printTemplate } from '../../src/html/print-template.ts';

const noop = () => {};
const [a, b, c, d] = ['a', 'b', 'c', 'd'];
const [markup, quotes, zero, no, none] = ['<b> & "c"', '">\'<', '\0', false, null];

// prettier-ignore
const templates: Array<[behaviour: string, value: unknown, printed: string]> = [
  ['prints a text',                         html`<p>${a}</p>`,                        '<p>a</p>'],
  ['escapes a text',                        html`<p>${markup}</p>`,                '<p>&lt;b&gt; &amp; &quot;c&quot;</p>'],
  ['prints an attribute',                   html`<p title=${a}></p>`,                 '<p title="a"></p>'],
  ['escapes an attribute',                  html`<p title=${quotes}></p>`,             '<p title="&quot;&gt;&#39;&lt;"></p>'],
  ['prints an attribute of several parts',  html`<p class="a ${b} c${d}"></p>`,     '<p class="a b cd"></p>'],
  ['leaves out an attribute of nothing',    html`<p title=${nothing}></p>`,             '<p></p>'],
  ['leaves out a part that is nothing',     html`<p class="a ${nothing}"></p>`,         '<p class="a "></p>'],
  ['prints textContent between the tags',   html`<p .textContent=${markup}></p>`,        '<p>&lt;b&gt; &amp; &quot;c&quot;</p>'],
  ['leaves out events',                     html`<a href="/" @click=${noop}>b</a>`,     '<a href="/">b</a>'],
  ['prints a value, and a box that is checked', html`<input .value=${a} .checked=${true} />`, '<input value="a" checked>'],
  ['leaves out a box that is not',          html`<input .checked=${false} />`,          '<input>'],
  ['prints templates in templates, and lists', html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}</ul>`, '<ul><li>1</li><li>2</li></ul>'],
  ['prints nothing for what is missing',    html`${undefined}${none}${nothing}`,        ''],
  ['prints false as Lit does',              html`${no}`,                             'false'],
  ['takes no value for a place of another', html`<p title=${zero}>${zero}</p><b>${c}</b>`, '<p title="\0">\0</p><b>c</b>'],
];
test.for(templates)('%s', ([, value, printed]) => {
  expect(printTemplate(value)).toBe(printed);
});

describe('what it does not know is not printed by halves', () => {
  test.for([html`<p .title=${a}></p>`, html`<p ?hidden=${true}></p>`, html`${{ a: 1 }}`])('%#', (value) => {
    expect(() => printTemplate(value)).toThrow(TypeError);
  });
});

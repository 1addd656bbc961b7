import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCES = ['src/element', 'src/frames', 'src/integrations'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

/** What stands in quotes may hold spaces of its own. */
const codeOf = (file: string): string => readFileSync(file, 'utf8').replace(/="[^"]*"/g, '');

/** What `build/lit-alone.ts` leaves out of the script files, as the sources would write it. */
// prettier-ignore
const LEFT_OUT: [what: string, form: RegExp][] = [
  ['a directive',                              /from 'lit\/|from 'lit-html|from '@lit\//],
  ['a template of SVG or MathML alone',        /\b(svg|mathml)`/],
  ['a binding in text that is not parsed',     /<(style|script|textarea|title)\b[^`<]*\$\{[^`]*<\/\1>/],
  ['a comment in a template',                  /`[^`]*<!--/],
  ['a binding to an element as such',          /<[a-z][\w-]*\s(?:[^<>`]*\s)?\$\{/],
  ['an attribute that follows its property',   /\breflect\b|\btoAttribute\b/],
  ['an attribute that is neither text nor flag', /\btype: (Number|Object|Array)\b|\bfromAttribute\b|\bconverter:/],
  ['a listener that is an object',             /\s@[\w-]+=\$\{\{|\bhandleEvent\b/],
  ['an initializer or a controller that goes',   /\baddInitializer\b|\bremoveController\b/],
  ['what comes before an update or changes styles', /\bhostUpdate\b|\bfinalizeStyles\b/],
  ['what a property was before an update',       /\bchangedProperties\b|\bPropertyValues\b|\bhasChanged\b|\brequestUpdate\([^)]/],
  ['a property that Lit keeps to itself or not at all', /\bstate: true\b|\bnoAccessor\b/],
  ['a binding that stays as it is',              /\bnoChange\b/],
  ['an update that waits for something',         /\bscheduleUpdate\b|\bgetUpdateComplete\b/],
  ['a template for another document',            /\bcreationScope\b/],
];

test.for(LEFT_OUT)('no part of the element holds %s, which its script files could not draw', ([, form]) => {
  expect(SOURCES.filter((file) => form.test(codeOf(file)))).toEqual([]);
});

test('a sign of what is left out is seen where there is one', () => {
  const samples = [
    "import { live } from 'lit/directives/live.js'",
    'svg`<path />`',
    'html`<textarea class="a">${value}</textarea>`',
    'html`<p></p><!-- why -->`',
    'html`<p class="a" ${value}></p>`',
    '{ reflect: true }',
    '{ type: Number }',
    'html`<p @click=${{ handleEvent: run }}></p>`',
    'Base.addInitializer(run)',
    'host.addController({ hostUpdate: run })',
    'override updated(changed: PropertyValues) {}',
    '{ state: true }',
    'html`${noChange}`',
    'override scheduleUpdate() {}',
    'this.renderOptions.creationScope = document',
  ];
  expect(samples.map((sample) => LEFT_OUT.filter(([, form]) => form.test(sample)).length)).toEqual(
    samples.map(() => 1),
  );
});

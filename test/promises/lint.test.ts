import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Names of the rules that a file breaks, as `npm run lint` would say. */
function broken(code: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    writeFileSync(join(folder, 'example.ts'), code);
    const { stdout } = spawnSync(
      'node_modules/.bin/oxlint',
      ['--config', '.oxlintrc.jsonc', '--format', 'json', folder],
      { encoding: 'utf8' },
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    return diagnostics.map(({ code: rule }) => rule);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// prettier-ignore
const faults: [what: string, code: string, rule: string][] = [
  ['a binding where the tag should be', "import { html } from 'lit';\nexport const a = (tag: string) => html`<${tag}></p>`;", 'lit(binding-positions)'],
  ['a listener that is never taken off', "export class A extends HTMLElement { connectedCallback() { window.addEventListener('x', this.a); } a() {} }", 'wc(require-listener-teardown)'],
  ['a type that is any', 'export const a = (b: any) => b;', 'typescript(no-explicit-any)'],
];

test.for(faults)('%s is found', ([, code, rule]) => {
  expect(broken(code)).toContain(rule);
});

test('what is right is left alone', () => {
  expect(
    broken("import { html } from 'lit';\nexport const a = (name: string) => html`<p>${name}</p>`;"),
  ).toEqual([]);
});

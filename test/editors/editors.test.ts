import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DOCS_SYSTEMS } from './docs-systems.ts';
import { EDITORS } from './editors.ts';
import { judge, written } from './judge.ts';
import { MARKDOWN } from './markdown.ts';
import { rowsOf, writeRows, type Row } from './outcomes.ts';
import { REWRITERS } from './rewriters.ts';
import { SANITIZERS } from './sanitizers.ts';

const PROGRAMS = { EDITORS, SANITIZERS, MARKDOWN, DOCS_SYSTEMS, REWRITERS };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

/** What was found, to be written where that is asked for. */
const found: Row[] = [];
afterAll(async () => {
  await browser.close();
  if (process.env['WRITE']) writeRows(found);
});

const known = rowsOf();

const cases = Object.values(PROGRAMS).flatMap((programs) =>
  programs.flatMap((program) =>
    program.forms.map(
      (form) => [`${program.software} ${program.settings} (${form})`, program, form] as const,
    ),
  ),
);

test.for(cases)('%s does to a snippet what the docs say', async ([, program, form]) => {
  const { software, settings } = program;
  const context = await browser.newContext();
  let pasted: string;
  let head: string;
  try {
    const html = await program.run(written(form), await context.newPage());
    [pasted, head] = await Promise.all([judge(browser, html, false), judge(browser, html, true)]);
  } finally {
    await context.close();
  }
  const row: Row = { software, settings, form, pasted, head };
  found.push(row);
  if (!process.env['WRITE'])
    expect(row).toEqual(
      known.find((each) => each.software === software && each.settings === settings && each.form === form),
    );
});

test('nothing is said of software that is not tried', () => {
  const tried = cases.map(([, { software, settings }, form]) => `${software} ${settings} ${form}`);
  expect(known.map(({ software, settings, form }) => `${software} ${settings} ${form}`)).toEqual(tried);
});

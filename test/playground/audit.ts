import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The accessibility rules that a page breaks, each with the first place. */
export async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]!.target)}`);
}

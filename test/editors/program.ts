import type { Page } from 'playwright';

/** Snippets of the playground, by the name of their tab. */
export type Form = 'module' | 'wordpress' | 'markdown' | 'docs' | 'iframe';

/** A piece of software with its settings, and what it makes of a text. */
export interface Program {
  software: string;
  /** What was set, in a few words; `''` for what it does by itself. */
  settings: string;
  /** Snippets that are given to it. */
  forms: readonly Form[];
  /** @param page a page of a browser that is empty. */
  run(snippet: string, page: Page): Promise<string> | string;
}

/** Programs of the same forms; a row each: software, settings, what it makes of a snippet. */
export const programs = (
  forms: readonly Form[],
  rows: ReadonlyArray<readonly [software: string, settings: string, run: Program['run']]>,
): Program[] => rows.map(([software, settings, run]) => ({ software, settings, forms, run }));

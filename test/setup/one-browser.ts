import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { chromiumOptions } from './chromium.ts';

/** One browser for all files of the run; each test has a context of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({
    ...(await chromiumOptions()),
    // Off by default in Playwright; a customer's browser has both.
    ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-popup-blocking'],
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Playwright connects to. */
    browser: string;
  }
}

import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What an error may take of its line, in characters. */
const REASON_LENGTH = 500;

/**
 * Closes a run with a line `failed: …` for each test that failed, one `unsteady: …` for each that passed at a later try
 * alone, both with what its first error said, and the plain line `N passed, N failed`; what fails around tests, such as
 * a `beforeAll`, counts as one.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((file) => [...file.children.allTests()]);
    const suites = modules.flatMap((file) => [...file.children.allSuites()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const failed = [
      ...inState('failed').map(lineOf),
      ...modules
        .filter((file) => file.errors().length)
        .map((file) => `${file.relativeModuleId}${reasonOf(file.errors())}`),
      ...suites
        .filter((suite) => suite.errors().length)
        .map((suite) => `${suite.fullName}${reasonOf(suite.errors())}`),
      ...unhandledErrors.map((error) => `an error outside of tests${reasonOf([error])}`),
    ];
    const unsteady = tests.filter((test) => test.diagnostic()?.flaky).map(lineOf);
    for (const what of unsteady) console.log(`unsteady: ${what}`);
    for (const what of failed) console.log(`failed: ${what}`);
    const skipped = inState('skipped').length + inState('pending').length;
    const also = skipped ? `, ${skipped} skipped` : '';
    console.log(`${inState('passed').length} passed, ${failed.length} failed${also}`);
  }
}

const lineOf = (test: TestCase): string =>
  `${test.module.relativeModuleId}: ${test.fullName}${reasonOf(test.result().errors)}`;

/** What the first of some errors said, and what it compared, in one line. */
function reasonOf([error]: readonly unknown[] = []): string {
  const { message, diff } = Object(error) as { message?: string; diff?: string };
  const words = [message, diff].filter(Boolean).join(' ');
  const reason = stripVTControlCharacters(words).replace(/\s+/g, ' ').slice(0, REASON_LENGTH);
  return reason && `: ${reason}`;
}

import type { Reporter, TestModule } from 'vitest/node';

/**
 * Closes a run with a line `failed: …` for each test that failed, and the plain line `N passed, N failed`; what
 * fails around tests, such as a `beforeAll`, counts as one.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((file) => [...file.children.allTests()]);
    const suites = modules.flatMap((file) => [...file.children.allSuites()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const failed = [
      ...inState('failed').map(({ module, fullName }) => `${module.relativeModuleId}: ${fullName}`),
      ...modules.filter((file) => file.errors().length).map((file) => file.relativeModuleId),
      ...suites.filter((suite) => suite.errors().length).map(({ fullName }) => fullName),
      ...unhandledErrors.map((error) => (error as Partial<Error>).message ?? 'an error outside of tests'),
    ];
    for (const what of failed) console.log(`failed: ${what}`);
    const skipped = inState('skipped').length + inState('pending').length;
    const also = skipped ? `, ${skipped} skipped` : '';
    console.log(`${inState('passed').length} passed, ${failed.length} failed${also}`);
  }
}

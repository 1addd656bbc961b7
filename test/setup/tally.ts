import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Closes a run with a line `failed: …` for each test that failed, one `unsteady: …` for each that passed at its second
 * try, and the plain line `N passed, N failed`; what fails around tests, such as a `beforeAll`, counts as one.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((file) => [...file.children.allTests()]);
    const suites = modules.flatMap((file) => [...file.children.allSuites()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const nameOf = ({ module, fullName }: TestCase) => `${module.relativeModuleId}: ${fullName}`;
    const failed = [
      ...inState('failed').map(nameOf),
      ...modules.filter((file) => file.errors().length).map((file) => file.relativeModuleId),
      ...suites.filter((suite) => suite.errors().length).map(({ fullName }) => fullName),
      ...unhandledErrors.map((error) => (error as Partial<Error>).message ?? 'an error outside of tests'),
    ];
    const unsteady = tests.filter((test) => test.diagnostic()?.flaky).map(nameOf);
    for (const what of unsteady) console.log(`unsteady: ${what}`);
    for (const what of failed) console.log(`failed: ${what}`);
    const skipped = inState('skipped').length + inState('pending').length;
    const also = skipped ? `, ${skipped} skipped` : '';
    console.log(`${inState('passed').length} passed, ${failed.length} failed${also}`);
  }
}

import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with the plain line `N passed, N failed`; what fails around tests, such as a `beforeAll`, counts as one. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((file) =>
      [...file.children.allTests()].map((test) => test.result().state),
    );
    const suites = modules.flatMap((file) => [file, ...file.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length);
    const count = (state: string) => states.filter((each) => each === state).length;
    const failed = count('failed') + broken.length + unhandledErrors.length;
    const skipped = count('skipped') + count('pending');
    console.log(`${count('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  }
}

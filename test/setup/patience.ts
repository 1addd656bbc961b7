/**
 * How long a test looks again for what is to come, in milliseconds, on a machine that is busy with others: what is there
 * at once is not waited for. Vitest's own second is too short. `vi.waitFor` has no setting for it: it is told each time.
 */
export const WAIT_MS = 30_000;

/** Longer than that, so that a test which waits in vain says for what. */
const TEST_MS = 90_000;

/** The patience of every test project. */
export const PATIENCE = {
  testTimeout: TEST_MS,
  hookTimeout: TEST_MS,
  expect: { poll: { timeout: WAIT_MS } },
};

/**
 * How long a test looks again for what is to come, in milliseconds, on a machine that is busy with others: what is there
 * at once is not waited for. Vitest's own second is too short.
 */
export const WAIT_MS = 30_000;

/** That patience for `expect.poll`. `vi.waitFor` has no such setting: it is told each time. */
export const POLLING = { expect: { poll: { timeout: WAIT_MS } } };

/**
 * How long `expect.poll` looks again, in milliseconds. Vitest's own second is too short for a machine that is busy with
 * others, and what is there at once is not waited for. `vi.waitFor` has no such setting: it is told each time.
 */
export const POLLING = { expect: { poll: { timeout: 10_000 } } };

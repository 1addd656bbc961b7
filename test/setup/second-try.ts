/**
 * A test that fails in CI, where many run side by side on few processors, is tried once more. The tally tells of it as
 * `unsteady: …`, so that it is mended without holding up whoever met it.
 */
export const SECOND_TRY = { retry: process.env.CI ? 1 : 0 };

/**
 * A test that fails in CI, where many run side by side on few processors, is tried twice more. The tally tells of it as
 * `unsteady: …`, so that it is mended without holding up whoever met it.
 */
export const MORE_TRIES = { retry: process.env.CI ? 2 : 0 };

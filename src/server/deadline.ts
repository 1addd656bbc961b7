/** The instant by which a request must be answered, and the signal that fires then. */
export interface Deadline {
  /** Instant on the backend's clock, in milliseconds since 1970. */
  at: number;
  /** Milliseconds it was set for. */
  ms: number;
  signal: AbortSignal;
}

/** Time that is kept for writing the answer, in milliseconds. */
export const ANSWER_RESERVE_MS = 50;

/** A deadline so many milliseconds from now. */
export const deadlineIn = (ms: number, now: () => number): Deadline => ({
  at: now() + ms,
  ms,
  signal: AbortSignal.timeout(ms),
});

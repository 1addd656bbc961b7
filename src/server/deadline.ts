/** The instant by which a request must be answered, and the signal that fires then. */
export interface Deadline {
  /** Instant on the backend's clock, in milliseconds since 1970, as that clock goes now: it may be set meanwhile. */
  readonly at: number;
  /** Milliseconds it was set for. */
  ms: number;
  /** Made when it is first looked at, as most reads of offers never do. */
  readonly signal: AbortSignal;
  /** Says that the request was answered: a timer that nobody waits for any more holds on to all that it knows. */
  end(): void;
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(ms: number, now: () => number): Deadline {
  const startedAt = performance.now();
  let controller: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = () => controller!.abort(new DOMException('The request takes too long.', 'TimeoutError'));
  return {
    get at() {
      return now() + startedAt + ms - performance.now();
    },
    ms,
    get signal() {
      if (!controller) {
        controller = new AbortController();
        timer = setTimeout(late, Math.max(0, startedAt + ms - performance.now()));
      }
      return controller.signal;
    },
    end: () => clearTimeout(timer),
  };
}

/** Milliseconds of one step. */
const STEP_MS = 10;

/**
 * Gives what a promise gives, if it does so in time.
 *
 * The time is counted in steps of a timer, so that a machine which leaves this process waiting adds one step, however
 * long it takes. Whatever never ends, or ends by its own later timer, is late on every machine.
 *
 * @param ms milliseconds.
 * @throws an `Error` that says how long was waited for
 *
 * @example
 * const response = await inTime(budget + 500, fetch(url));
 */
export async function inTime<T>(ms: number, promise: Promise<T>): Promise<T> {
  let step: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    let left = ms;
    const count = () => {
      if (left <= 0) return reject(new Error(`It took more than ${ms} ms.`));
      left -= STEP_MS;
      step = setTimeout(count, STEP_MS);
    };
    count();
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(step));
}

/**
 * Gives what a task gives, and how long this process was at work for it, in milliseconds: what others do on the
 * machine is not in it.
 *
 * @example
 * const { result, ms } = await atWork(() => handle(hostileBody));
 */
export async function atWork<T>(task: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const before = process.cpuUsage();
  const result = await task();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

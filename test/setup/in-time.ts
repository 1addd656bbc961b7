/** Milliseconds between two looks at the clock, and the most that count of what went by in between. */
const [LOOK_MS, MOST_MS] = [10, 40];

/**
 * Gives what a promise gives, if it does so in time.
 *
 * A machine that leaves this process waiting for seconds adds little to the time that counts. Whatever never ends, or
 * ends by a later timer of its own, is late on every machine.
 *
 * @param ms milliseconds.
 * @throws an `Error` that says how long was waited for
 *
 * @example
 * const response = await inTime(budget + 500, fetch(url));
 */
export async function inTime<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval>;
  const late = new Promise<never>((_, reject) => {
    let left = ms;
    let last = performance.now();
    timer = setInterval(() => {
      const now = performance.now();
      left -= Math.min(now - last, MOST_MS);
      last = now;
      if (left < 0) reject(new Error(`It took more than ${ms} ms.`));
    }, LOOK_MS);
  });
  return Promise.race([promise, late]).finally(() => clearInterval(timer));
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

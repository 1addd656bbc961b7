import { setFlagsFromString } from 'node:v8';

/** By how much the heap may grow beyond what is in use before V8 cleans up, in percent. */
const GROWTH_PERCENT = 40;

/**
 * Keeps the heap near what is in use. V8 lets it grow to four times that, which is of no use here: a large catalogue is
 * kept for long, and what comes and goes beside it is small.
 *
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags; a flag that V8 does not know is passed over
 */
export function keepHeapModest(): void {
  try {
    setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  } catch {
    // Other runtimes have another engine.
  }
}

import { noteNoise } from './noise.ts';

/** How often everything is measured. Odd, so that a median is a run that took place. */
export const ROUNDS = 15;

/**
 * Measures each of several things once in every round, one after the other, so that a machine that slows down
 * slows all of them. The first round warms up and does not count.
 *
 * @returns a sample for each name, in the order of the rounds.
 */
export async function inRounds<Name extends string, Value = number>(
  runs: Record<Name, () => Promise<Value> | Value>,
  rounds = ROUNDS,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(runs) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Value[]])) as Record<Name, Value[]>;
  for (let round = 0; round <= rounds; round++) {
    noteNoise();
    // Whoever comes first in one round comes last in another.
    const order = round % 2 ? names : [...names].reverse();
    for (const name of order) {
      const value = await runs[name]();
      if (round > 0) samples[name].push(value);
    }
  }
  return samples;
}

import { quantile, spread } from './statistics.ts';

const took: number[] = [];

/** Times a fixed piece of work; how much its times differ is the machine, not us. */
export function noteNoise(): void {
  const start = performance.now();
  let state = 1;
  for (let step = 0; step < 5_000_000; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  // Reading the result keeps the loop from being optimised away.
  if (state !== undefined) took.push(performance.now() - start);
}

/** How steady the machine was, as the end of a sentence. */
export function noise(): string {
  if (!took.length) return 'nothing was timed';
  const { low, median, high } = spread(took);
  const slowest = quantile(
    [...took].sort((a, b) => a - b),
    0.95,
  );
  const percent = (value: number) =>
    `${value >= median ? '+' : '−'}${Math.abs(Math.round((value / median - 1) * 100))} %`;
  return `a fixed piece of work, timed ${took.length} times in between, took ${median.toFixed(1)} ms, half of the times between ${percent(low)} and ${percent(high)}, one in twenty above ${percent(slowest)}`;
}

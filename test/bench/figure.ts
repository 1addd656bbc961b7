import { spread, type Spread } from './statistics.ts';

/** One line of the table: what was measured of ours, and beside what. */
export interface Figure {
  /** Unique within its group; the key of its bound. */
  what: string;
  ours: string;
  beside?: string;
  /** Ours divided by the other, in the same round: below 1 is better than it. */
  ratio?: Spread;
  /** Largest ratio that meets the aim. */
  aim?: number;
}

/** Turns a number into words, such as `12.3 ms`. */
export type Unit = (value: number) => string;

const digits = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 4 });

export const ms: Unit = (value) => `${digits(value)} ms`;
export const us: Unit = (value) => `${digits(value * 1000)} µs`;
export const bytes: Unit = (value) => `${value.toLocaleString('en')} B`;

/**
 * Sets two samples beside each other, round by round, as what disturbs a machine disturbs both.
 *
 * @param other what the reference is called, with its sample.
 */
export function beside(
  what: string,
  own: readonly number[],
  [name, others]: readonly [name: string, sample: readonly number[]],
  unit: Unit,
  aim?: number,
): Figure {
  return {
    what,
    ours: unit(spread(own).median),
    beside: `${name}: ${unit(spread(others).median)}`,
    ratio: spread(own.map((value, round) => value / others[round]!)),
    ...(aim !== undefined && { aim }),
  };
}

import { LimioError } from '../core/errors/limio-error.ts';

/** Limio is taken to be down after so many failures in a row. */
const MAX_FAILURES = 5;

/** Which rows a campaign works on, how, and how fast. */
export interface CampaignOptions<Row> {
  rows: readonly Row[];
  /** Does the work for one row; `undefined` when it was done by an earlier run. */
  work: (row: Row) => Promise<string> | undefined;
  /** Keeps the outcome of a row, so that a run that is cut short can be gone on with. */
  record: (row: Row, outcome: { url: string } | { code: string }) => Promise<void>;
  /** Most rows that are worked on in a minute. */
  perMinute: number;
  now: () => number;
  pause: (ms: number) => Promise<unknown>;
}

/** How many rows came to what. */
export interface CampaignOutcome {
  done: number;
  /** Were done by an earlier run. */
  before: number;
  failed: number;
  /** Rows that were not come to, as Limio seems to be down. */
  left: number;
}

/**
 * Works on rows one after another, no faster than it may. A row that fails is told and passed over; where several
 * fail for Limio's sake one after another it stops, so that the rest can be done later.
 */
export async function runCampaign<Row>(options: CampaignOptions<Row>): Promise<CampaignOutcome> {
  const { rows, work, record, perMinute, now, pause } = options;
  const outcome: CampaignOutcome = { done: 0, before: 0, failed: 0, left: 0 };
  let [next, failures] = [now(), 0];
  for (const [index, row] of rows.entries()) {
    const wait = next - now();
    if (wait > 0) await pause(wait);
    const result = work(row);
    if (!result) {
      outcome.before++;
      continue;
    }
    next = now() + 60_000 / perMinute;
    try {
      const url = await result;
      await record(row, { url });
      outcome.done++;
      failures = 0;
    } catch (error) {
      if (!(error instanceof LimioError) || error.code === 'config') throw error;
      await record(row, { code: error.code });
      outcome.failed++;
      failures = /^(upstream_|credentials_)/.test(error.code) ? failures + 1 : 0;
      if (failures < MAX_FAILURES) continue;
      outcome.left = rows.length - index - 1;
      break;
    }
  }
  return outcome;
}

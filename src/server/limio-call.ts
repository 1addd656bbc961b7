import type { RequestContext } from './request-context.ts';

/** Time that is kept for writing the answer, in milliseconds. */
const ANSWER_RESERVE_MS = 50;

/** How Limio is asked on behalf of a request: no longer than leaves time for writing the answer. */
export const limioCall = ({ deadline, waitUntil }: Pick<RequestContext, 'deadline' | 'waitUntil'>) => ({
  signal: deadline.signal,
  deadline: deadline.at - ANSWER_RESERVE_MS,
  waitUntil,
});

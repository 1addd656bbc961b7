import { LimioError } from '../core/errors/limio-error.ts';
import type { FailureCode } from '../contract/failure.ts';

/** What is known of a request when it is over: these fields and no others. None holds a personal detail, a secret or a link. */
export interface LogLine {
  requestId: string;
  method: string;
  /** Name of the route, not the address that was asked for; `none` where there is none. */
  route: string;
  status: number;
  /** Milliseconds it took. */
  ms: number;
  /** Why it was not done. */
  code?: FailureCode;
  /** How many offers there were, or lines of a basket. */
  items?: number;
  promo?: 'applied' | 'refused' | 'unknown';
  /** Label of the key that was shown. */
  key?: string;
  /** Whether the CRM took a purchase; what it did not take is kept, and told later. */
  crm?: 'told' | 'refused' | 'failed';
  /** Whether a site's server vouched for the customer. */
  isIdentified?: boolean;
  /** The list of offers was older than it should be. */
  isStale?: boolean;
  /** Type of an error that should not happen, with its code if it is ours, and where it was thrown; never its message. */
  error?: string;
  at?: string;
}

/** What is added on the way. */
export type LogFields = Omit<LogLine, 'requestId' | 'method' | 'status' | 'ms'>;

/** The method of a request, unless it is one that a caller made up. */
export const loggedMethod = (method: string): string =>
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : 'other';

/** Where something was thrown: the first frame of the stack, whose lines hold no values. */
export function whereOf(error: unknown): Pick<LogLine, 'error' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  // The message comes first in a stack, may have several lines, and one of those may look like a frame.
  const head = `${error.name}: ${error.message}`;
  const frames = error.stack?.startsWith(head) ? error.stack.slice(head.length) : '';
  const at = /^\s*at (.{1,200})/m.exec(frames)?.[1];
  // Codes are a closed list.
  const type = error instanceof LimioError ? `LimioError ${error.code}` : error.constructor.name;
  return { error: type, ...(at && { at }) };
}

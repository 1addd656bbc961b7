import type { LogFields } from './request-log.ts';
import type { Deadline } from './deadline.ts';

/** One request on its way through the backend. */
export interface RequestContext {
  requestId: string;
  /** What the caller is counted by. */
  caller: string;
  deadline: Deadline;
  /** What its log line will say. */
  notes: LogFields;
}

/** What hono hands to each route. */
export interface Env {
  Bindings: { visit: RequestContext };
}

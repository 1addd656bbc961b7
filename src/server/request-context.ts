import type { LogFields } from './request-log.ts';
import type { Deadline } from './deadline.ts';
import type { Key } from './gate/keys.ts';
import type { BackendState } from './state/state.ts';

/** What the runtime knows about a request. */
export interface Connection {
  /**
   * Address of the other end of the connection, by which callers are counted. Runtimes hand it out in
   * different ways; without it, all callers share one count.
   */
  address?: string | undefined;
  /**
   * Keeps the runtime alive until a promise has settled. Runtimes that stop whatever a request began once it
   * is answered, such as Workers, hand one out; others need none.
   */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** Which pages may read what a route answers; see `gate/origins.ts`. Agents call without a page, or from one on the list. */
export type Access = 'anyone' | 'pages' | 'agents' | 'operators';

/** One request on its way through the backend. */
export interface RequestContext {
  requestId: string;
  /** What the caller is counted by. */
  clientKey: string;
  /** The key that was shown, on routes that ask for one. */
  key?: Key;
  /** Address of the caller; left out where the runtime hands none out. Only Limio is told. */
  address?: string | undefined;
  deadline: Deadline;
  /** Hands work that may outlive the request to the runtime. */
  waitUntil: (work: Promise<unknown>) => void;
  /** What the backend remembers. */
  state: BackendState;
  access: Access;
  /** Added to the request's line in the log. */
  logFields: LogFields;
}

/** What hono hands to each route. */
export interface Env {
  Bindings: Connection;
  Variables: { context: RequestContext };
}

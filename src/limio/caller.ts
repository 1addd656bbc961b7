import type * as z from 'zod/mini';
import type { LimioErrorCode } from '../core/errors.ts';
import type { LimioClientOptions, LimioHealth } from './client.ts';
import type { Operation, OperationName } from './operation.ts';

/** How long a call may take, and who may stop it. */
export interface Call {
  signal: AbortSignal;
  /** Instant on the client's clock, in milliseconds, after which an answer is of no use. Default: 10 s from now. */
  deadline?: number;
}

/** What a call came to. */
export interface CallRecord {
  operation: OperationName;
  /** Milliseconds, with retries and the wait for a token. */
  took: number;
  /** Requests that were sent; 0 when the breaker was open or there was no token. */
  attempts: number;
  /** Status of the last answer; left out when there was none. */
  status?: number;
  /** Left out when it went well. */
  code?: LimioErrorCode;
}

export interface Caller {
  reply<In extends z.ZodMiniType, Out extends z.ZodMiniType>(
    operation: Operation<In, Out>,
    input: z.input<In>,
    call: Call,
  ): Promise<z.output<Out>>;
  exchange<In extends z.ZodMiniType, Out extends z.ZodMiniType>(
    operation: Operation<In, Out>,
    input: z.input<In>,
    call: Call,
  ): Promise<{ body: z.output<Out>; cookie: string }>;
  health(): LimioHealth;
}

export function caller(_: LimioClientOptions): Caller {
  throw new Error('on its way');
}

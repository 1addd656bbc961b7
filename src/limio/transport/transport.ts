import type * as z from 'zod/mini';
import { LimioError } from '../../core/errors.ts';
import { breakers } from './breaker.ts';
import type { CallRecord, LimioClientOptions } from '../client-options.ts';
import { pause, within } from './deadline.ts';
import { exchange, type Answer } from './fetch-json.ts';
import type { Operation, OperationName } from '../operations/operation.ts';
import { RETRY_RESERVE_MS, retryDelay } from './retry-delay.ts';
import { tenantTokens } from '../token/tenant-tokens.ts';
import { interruption } from './upstream-error.ts';
import { apiUrl, appOrigin, cookies, headers, readAnswer, readInput } from './codec.ts';

/** How long a call may take when it has no deadline, in milliseconds. */
const DEFAULT_MS = 10_000;

/** How long a call may take, and who may stop it. */
export interface Call {
  signal: AbortSignal;
  /** Instant on the client's clock, in milliseconds, after which an answer is of no use. Default: 10 s from now. */
  deadline?: number | undefined;
}

/** What is going well or not, without a call. */
export interface LimioHealth {
  /** Milliseconds for which the token at hand is still good; left out while there is none. */
  tokenGoodFor?: number;
  /** Operations whose breaker is open. */
  open: OperationName[];
}

/** Calls any operation. */
export interface Caller {
  exchange<In extends z.ZodMiniType, Out extends z.ZodMiniType>(
    operation: Operation<In, Out>,
    input: z.input<In>,
    call: Call,
  ): Promise<{ body: z.output<Out>; cookie: string }>;
  health(): LimioHealth;
}

/** @throws {LimioError} `config` when the tenant is not an https host */
export function caller(options: LimioClientOptions): Caller {
  const { now = Date.now, random = Math.random, sleep = pause, onCall, credentials, tokenStore } = options;
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const origin = appOrigin(options.tenant);
  const tokens = tenantTokens(origin, { credentials, tokenStore, fetch, now, random, sleep });
  const circuit = breakers(options.breaker);

  /** One attempt; a token Limio refuses is renewed once. */
  async function attempt(record: CallRecord, send: Send, signal: AbortSignal): Promise<Answer> {
    const post = async (token: string) => {
      record.attempts++;
      const answer = await send(token, signal);
      record.status = answer.status;
      return answer;
    };
    const token = await tokens.get(signal);
    return circuit.run(record.operation, async () => {
      const answer = await post(token);
      if (answer.status !== 401) return answer;
      tokens.invalidate(token);
      return post(await tokens.get(signal));
    });
  }

  /** An attempt and, where it can help and there is time, one more of the very same. */
  async function persist(record: CallRecord, send: Send, isRepeatable: boolean, call: Bounds) {
    const remaining = () => call.deadline - now();
    const once = (ms: number) => within(call.signal, ms, (signal) => attempt(record, send, signal));
    const time = remaining();
    if (!isRepeatable) return once(time);
    // With little time all of it goes into the first attempt; only one that fails fast is repeated.
    const first = await once(time >= 2 * RETRY_RESERVE_MS ? time - RETRY_RESERVE_MS : time).catch(
      (error: unknown) => interruption(error, record.operation, call.signal),
    );
    const wait = record.attempts
      ? retryDelay(first, { remaining: remaining(), now: now(), random })
      : undefined;
    if (wait !== undefined) {
      await sleep(wait, call.signal);
      return once(remaining());
    }
    if (first instanceof LimioError) throw first;
    return first;
  }

  return {
    async exchange(operation, input, { signal, deadline = now() + DEFAULT_MS }) {
      const started = now();
      const { name, method, isRepeatable = false } = operation;
      const record: CallRecord = { operation: name, took: 0, attempts: 0 };
      try {
        const given = readInput(operation, input);
        const outgoing = operation.outgoing(given);
        const url = apiUrl(origin, outgoing);
        const body = outgoing.body === undefined ? {} : { body: JSON.stringify(outgoing.body) };
        const send: Send = (token, signal) =>
          exchange(fetch, name, url, { method, headers: headers(outgoing, token), ...body, signal });
        const answer = await persist(record, send, isRepeatable, { signal, deadline });
        return { body: readAnswer(operation, answer, given), cookie: cookies(answer.headers) };
      } catch (error) {
        const failure = interruption(error, name, signal);
        record.code = failure.code;
        throw failure;
      } finally {
        record.took = now() - started;
        onCall?.(record);
      }
    },
    health() {
      const tokenGoodFor = tokens.goodFor();
      return { ...(tokenGoodFor !== undefined && { tokenGoodFor }), open: circuit.open() };
    },
  };
}

interface Bounds {
  signal: AbortSignal;
  deadline: number;
}

type Send = (token: string, signal: AbortSignal) => Promise<Answer>;

import type * as z from 'zod/mini';
import { notify } from '../../core/notify.ts';
import type { LimioClientOptions } from '../client-options.ts';
import type { CallMetrics } from './call-metrics.ts';
import type { Operation, OperationName } from '../operations/operation.ts';
import { tenantTokens } from '../token/tenant-tokens.ts';
import { breakers } from './breaker.ts';
import { apiUrl, appOrigin, cookies, headers, readInput, readReply } from './codec.ts';
import { pause, withTimeout } from '../../core/with-timeout.ts';
import { fetchJson, type Answer } from './fetch-json.ts';
import { interruption, systemCode } from './call-error.ts';
import { UpstreamError } from './upstream-error.ts';
import { withRetry } from './with-retry.ts';

/** How long a call may take when it has no deadline, in milliseconds. */
const DEFAULT_MS = 10_000;

/** How long a call may take, and who may stop it. */
export interface RequestOptions {
  /** Ends the call with `cancelled`, or with `upstream_timeout` when it is a time-out's. Default: nothing does. */
  signal?: AbortSignal | undefined;
  /** Instant on the client's clock, in milliseconds, after which an answer is of no use. Default: 10 s from now. */
  deadline?: number | undefined;
  /** Keeps the runtime alive for work that others wait for, too, such as a new token. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Bearer token of a customer, to act as them in place of the client. Where Limio refuses it, there is no other one. */
  token?: string | undefined;
}

/** What is going well or not, without a call. */
export interface LimioHealth {
  /** Milliseconds for which the token at hand is still good; left out while there is none. */
  tokenGoodFor?: number;
  /** Operations whose breaker is open. */
  open: OperationName[];
}

/** Sends any operation with a token, retries it once where that helps, and reads the reply. */
export interface Transport {
  /** @returns the reply, and the cookies it sets in the form in which they are sent back. */
  send<In extends z.ZodMiniType, Out extends z.ZodMiniType>(
    operation: Operation<In, Out>,
    input: z.input<In>,
    options?: RequestOptions,
  ): Promise<{ body: z.output<Out>; cookie: string }>;
  /** Gets a token if there is none. */
  authorize(options: RequestOptions): Promise<void>;
  health(): LimioHealth;
}

/** @throws {LimioError} `config` when the tenant is not an https host */
export function transport(options: LimioClientOptions): Transport {
  const { now = Date.now, random = Math.random, sleep = pause, onCall, credentials, tokenStore } = options;
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const origin = appOrigin(options.tenant);
  const tokens = tenantTokens(origin, { credentials, tokenStore, fetch, now, random, sleep, onCall });
  const circuit = breakers(options.breaker);

  /** One attempt. If Limio refuses the token, the request is sent once more with a new one. */
  async function attempt(
    metrics: OperationMetrics,
    request: SendRequest,
    { signal, waitUntil, token: own }: RequestOptions & { signal: AbortSignal },
  ): Promise<Answer> {
    const sendWith = async (token: string) => {
      metrics.attempts++;
      const answer = await request(token, signal);
      metrics.status = answer.status;
      return answer;
    };
    const token = own ?? (await tokens.get(signal, waitUntil));
    return circuit.run(metrics.operation, async () => {
      const answer = await sendWith(token);
      if (answer.status !== 401) return answer;
      // Thrown, so that it does not count against Limio: a customer's session is over, no more.
      if (own) throw new UpstreamError('credentials_refused', metrics.operation, answer);
      tokens.invalidate(token);
      return sendWith(await tokens.get(signal, waitUntil));
    });
  }

  return {
    async send(operation, input, options = {}) {
      const started = now();
      const { signal = new AbortController().signal, deadline = started + DEFAULT_MS } = options;
      const { name, method, isRepeatable = false } = operation;
      const metrics: OperationMetrics = { operation: name, took: 0, attempts: 0 };
      try {
        const given = readInput(operation, input);
        const outgoing = operation.outgoing(given);
        const url = apiUrl(origin, outgoing);
        const body = outgoing.body === undefined ? {} : { body: JSON.stringify(outgoing.body) };
        const request: SendRequest = (token, signal) =>
          fetchJson(fetch, name, url, { method, headers: headers(outgoing, token), ...body, signal });
        const attemptInTime = () =>
          withTimeout(signal, deadline - now(), (limited) =>
            attempt(metrics, request, { ...options, signal: limited }),
          );
        const answer = await (isRepeatable
          ? withRetry(attemptInTime, metrics, { signal, deadline }, { now, random, sleep })
          : attemptInTime());
        return { body: readReply(operation, answer, given), cookie: cookies(answer.headers) };
      } catch (error) {
        const failure = interruption(error, name, signal);
        metrics.code = failure.code;
        const cause = systemCode(failure);
        if (cause) metrics.cause = cause;
        throw failure;
      } finally {
        metrics.took = now() - started;
        notify(onCall, metrics);
      }
    },
    authorize: async ({ signal = new AbortController().signal, waitUntil }) =>
      void (await tokens.get(signal, waitUntil)),
    health() {
      const tokenGoodFor = tokens.goodFor();
      return { ...(tokenGoodFor !== undefined && { tokenGoodFor }), open: circuit.open() };
    },
  };
}

type OperationMetrics = CallMetrics & { operation: OperationName };

type SendRequest = (token: string, signal: AbortSignal) => Promise<Answer>;

import { Webhook } from 'standardwebhooks';
import { LimioError } from '../../core/errors/limio-error.ts';
import { isWebAddress } from '../../core/link/shop.ts';
import { retryAfter } from '../../core/retry-after.ts';
import { pause, withTimeout } from '../../core/with-timeout.ts';
import type { BasketEvent } from './basket-event.ts';

/** Whom to tell, with which secret, and how often to try. */
export interface SignedWebhookOptions {
  /** https address of the receiver; plain http on loopback only. */
  to: string;
  /** `whsec_` and 24 to 64 bytes in base64; several, separated by spaces, while one replaces another. */
  secret: string;
  /** How often an event is sent that the receiver does not take, or that nobody takes. Default 3 and 5. */
  attempts?: { refused?: number; failed?: number };
  /** Milliseconds for one answer. Default 15,000. */
  timeout?: number;
  fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** From 0 up to 1. Spreads attempts. */
  random?: () => number;
  /** Resolves after so many milliseconds, or rejects with the signal's reason. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Tells one event; resolves once it has arrived. */
export type Deliver = (event: BasketEvent, signal: AbortSignal) => Promise<void>;

/** Longest wait before an attempt, in milliseconds. */
const MAX_WAIT_MS = 10 * 60_000;

/** Nobody is there at the moment, or whoever is there is not the receiver: the event itself may be good. */
const NOT_THERE = new Set([401, 403, 404, 405, 408, 410, 421, 425, 429, 502, 503, 504]);

/**
 * Sends events as JSON, signed by the scheme of Standard Webhooks, so that the receiver can check them with a library:
 * `{ type, timestamp, data }`, with the event's id as `webhook-id`. Redirects are not followed.
 *
 * @throws {LimioError} `config` when address or secret cannot be used. The function it gives throws
 *   `delivery_refused` when the receiver keeps refusing this very event, `delivery_failed` when it cannot be reached or
 *   refuses all: a redirect, or one of 401, 403, 404, 405, 408, 410, 421, 425, 429, 502, 503 and 504
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @example
 * watchAbandonedBaskets({ ...options, deliver: signedWebhook({ to: 'https://crm.example.com/limio', secret }) });
 */
export function signedWebhook(options: SignedWebhookOptions): Deliver {
  const { timeout = 15_000, now = Date.now, random = Math.random, sleep = pause } = options;
  const { refused: refusedTimes = 3, failed: failedTimes = 5 } = options.attempts ?? {};
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const to = receiver(options.to);
  const webhooks = signers(options.secret);

  async function send({ id, ...event }: BasketEvent, signal: AbortSignal): Promise<Outcome> {
    const body = JSON.stringify(event);
    const at = new Date(now());
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'limio-offers',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhooks.map((webhook) => webhook.sign(id, at, body)).join(' '),
    };
    try {
      return await withTimeout(signal, timeout, async (signal) => {
        const response = await fetch(to, { method: 'POST', headers, body, redirect: 'manual', signal });
        // Nothing in it is of use, and it may be long.
        void response.body?.cancel().catch(() => {});
        return outcomeOf(response, now());
      });
    } catch {
      signal.throwIfAborted();
      return { isFailed: true, status: undefined, wait: undefined };
    }
  }

  return async (event, signal) => {
    // Counted apart: a receiver that was down for a while has refused nothing.
    let failures = 0;
    let refusals = 0;
    for (;;) {
      const outcome = await send(event, signal);
      if (!outcome) return;
      if (outcome.isFailed) failures++;
      else refusals++;
      if (failures >= failedTimes || refusals >= refusedTimes) throw failure(outcome, to);
      // 2, 10, 50 and 250 seconds, each up to a fifth shorter.
      const backOff = 2000 * 5 ** (failures + refusals - 1) * (1 - random() / 5);
      await sleep(Math.min(outcome.wait ?? backOff, MAX_WAIT_MS), signal);
    }
  };
}

/** Why an event has not arrived; `undefined` when it has. */
type Outcome = { isFailed: boolean; status: number | undefined; wait: number | undefined } | undefined;

/** Whether a receiver keeps refusing this very event, so that the next one can be told all the same. */
export const isRefusedDelivery = (error: unknown): error is LimioError =>
  error instanceof LimioError && error.code === 'delivery_refused';

function outcomeOf({ ok, status, headers }: Response, now: number): Outcome {
  if (ok) return undefined;
  const isFailed = status < 400 || NOT_THERE.has(status);
  return { isFailed, status, wait: retryAfter(headers, now) };
}

function failure({ isFailed, status }: NonNullable<Outcome>, to: URL): LimioError {
  const how = status === undefined ? 'gave no answer' : `answered ${status}`;
  return isFailed
    ? new LimioError(
        'delivery_failed',
        `The receiver at ${to.origin} ${how}. Nothing is lost; it is told later.`,
      )
    : new LimioError(
        'delivery_refused',
        `The receiver at ${to.origin} ${how} to one event, again and again.`,
      );
}

/** The message repeats nothing, as the address may hold a secret. */
function receiver(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && isWebAddress(url) && !url.username && !url.password && !url.hash) return url;
  throw new LimioError('config', 'The receiver is no https address without a user and a fragment.');
}

function signers(secrets: string): Webhook[] {
  return secrets
    .trim()
    .split(/\s+/)
    .map((secret) => {
      const bytes = (secret.replace(/^whsec_/, '').replace(/=+$/, '').length * 3) / 4;
      try {
        if (secret.startsWith('whsec_') && bytes >= 24 && bytes < 65) return new Webhook(secret);
      } catch {}
      throw new LimioError(
        'config',
        'The webhook secret is not `whsec_` and 24 to 64 bytes in base64. Make one: echo "whsec_$(openssl rand -base64 32)"',
      );
    });
}

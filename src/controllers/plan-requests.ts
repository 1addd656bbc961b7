import type { PlanChangeRequest, PlanChangeUpdate } from '../contract/plan-change.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import type { Hook } from '../core/hook.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { backendError, requestOf } from './backend-error.ts';
import { readAnswer, requestError, type FailedRequest } from './read-answer.ts';
import { readPlanChange, type PlanChange } from './read-plan-change.ts';

/** Most milliseconds from the step to its answer; a backend gives up sooner. */
const BUDGET_MS = 6000;

/** Most milliseconds for what the page adds to a request: a token of its server, or a solved reCAPTCHA. */
const HOOK_MS = 3000;

/** Most bytes of an answer: a plan with all that it may be changed to. */
const MAX_BYTES = 1_000_000;

/** Whom to ask, about what, and what the page adds to each request. */
export interface PlanSource {
  /** Address of the backend, without a trailing slash. */
  backend: string;
  subscription: string;
  /** Token that the page's own server signed, with the claim `subscriptions`. */
  context: Hook;
  /** Token of Google's reCAPTCHA v3; left out where the tenant has no site key. */
  recaptcha: Hook;
}

/** Why there is no answer. */
export interface PlanFailure {
  error: LimioError;
  /** When a pending change takes effect, in ISO 8601. */
  until?: string | undefined;
}

/** Whether there is no answer, and only the reason. */
export const isFailure = (outcome: PlanChange | PlanFailure): outcome is PlanFailure => 'error' in outcome;

type Ask = (source: PlanSource, signal: AbortSignal) => Promise<PlanChange | PlanFailure>;

/** Starts a change. Never rejects, and nor do the others. */
export const startChange =
  (attemptId: string, plan: string | undefined): Ask =>
  (source, signal) => {
    const { subscription } = source;
    const body: PlanChangeRequest = { attemptId, subscription, ...(plan && { plan }) };
    return ask('POST', '', body, source, signal);
  };

/** Reads a change that was started before. */
export const readChange =
  (id: string): Ask =>
  (source, signal) =>
    ask('GET', `/${encodeURIComponent(id)}`, undefined, source, signal);

/** Changes what a change consists of, or confirms it. */
export const alterChange =
  (id: string, update: PlanChangeUpdate): Ask =>
  (source, signal) =>
    ask('PUT', `/${encodeURIComponent(id)}`, update, source, signal);

async function ask(
  method: string,
  path: string,
  body: object | undefined,
  { backend, context, recaptcha }: PlanSource,
  signal: AbortSignal,
): Promise<PlanChange | PlanFailure> {
  const url = new URL(`${backend}/plan-changes${path}`, location.href);
  try {
    return await withTimeout(signal, BUDGET_MS, async (limit) => {
      const [token, solved] = await Promise.all([valueOf(context, limit), body && valueOf(recaptcha, limit)]);
      const response = await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
          ...(token && { 'limio-context': token }),
        },
        ...(body && { body: JSON.stringify({ ...body, ...(solved && { recaptcha: solved }) }) }),
        signal: limit,
        // A backend on the page's own site may know the visitor by a cookie.
        credentials: 'same-origin',
        redirect: 'error',
        cache: 'no-store',
        ...pageOf(),
      });
      const change = readPlanChange(await readAnswer(response, url, MAX_BYTES, limit));
      if (change) return change;
      const cause: FailedRequest = { url: url.href, status: response.status };
      throw new LimioError('invalid_response', `${url.origin} sent no change of plan.`, { cause });
    });
  } catch (thrown) {
    const error = signal.aborted
      ? new LimioError('cancelled', 'It was given up.')
      : backendError(requestError(thrown, url));
    // Whatever it is: what is no date is passed over where it is shown.
    return { error, until: requestOf(error).until as string | undefined };
  }
}

/** Limio wants to know the page that the customer came from; its query may hold a personal detail, so it stays here. */
const pageOf = (): RequestInit =>
  self.origin === 'null'
    ? { referrerPolicy: 'origin' }
    : { referrer: location.origin + location.pathname, referrerPolicy: 'no-referrer-when-downgrade' };

/** What a hook gives in time; a page whose hook fails or hangs goes without. */
async function valueOf(hook: Hook, signal: AbortSignal): Promise<string> {
  const given = withTimeout(signal, HOOK_MS, async () => (typeof hook === 'function' ? hook() : hook));
  const value: unknown = await given.catch(() => '');
  return typeof value === 'string' ? value : '';
}

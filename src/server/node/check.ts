import { LimioError } from '../../core/errors/limio-error.ts';
import { limioClient } from '../../limio/client.ts';
import type { CallMetrics } from '../../limio/transport/call-metrics.ts';
import { readOptions, type BackendOptions } from '../options.ts';

/** How long each question to Limio may take, in milliseconds. */
const CALL_MS = 10_000;

/** What a check found. */
export interface CheckOutcome {
  ok: boolean;
  /** A sentence each, none of which holds a secret. */
  findings: string[];
}

/**
 * Asks Limio for a token and for one offer, and says what is wrong, so that a set-up can be tried before it
 * meets a customer.
 */
export async function check(options: BackendOptions): Promise<CheckOutcome> {
  const calls: CallMetrics[] = [];
  const { limio: own, label, maxOffers } = readOptions(options);
  const limio = limioClient({ ...own, onCall: (call) => calls.push(call) });
  const findings: string[] = [];
  try {
    await limio.authorize({ signal: AbortSignal.timeout(CALL_MS) });
    findings.push('token: Limio gave one.');
    const call = { signal: AbortSignal.timeout(CALL_MS) };
    const page = await limio.listOffers({ pageSize: 1, ...(label && { label }) }, call).next();
    const count = page.value?.total ?? page.value?.items.length ?? 0;
    findings.push(count ? `offers: there are ${count}.` : 'offers: there are none to sell.');
    if (count > maxOffers) findings.push(`offers: only ${maxOffers} of them are sold; see LIMIO_MAX_OFFERS.`);
    return { ok: true, findings };
  } catch (error) {
    const { operation = 'token', status, cause } = calls.findLast(({ code }) => code) ?? {};
    const why = [status && `status ${status}`, cause].filter(Boolean).join(', ');
    const message = error instanceof LimioError ? error.message : 'It failed.';
    // Messages about a call begin with its name already.
    const finding = message.startsWith(`${operation}: `) ? message : `${operation}: ${message}`;
    return { ok: false, findings: [...findings, `${finding}${why && ` (${why})`}`] };
  }
}

import { LimioError } from '../../core/errors/limio-error.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { UpstreamError } from '../../limio/transport/upstream-error.ts';
import { HttpError } from '../http-error.ts';
import { limioCall } from '../limio-call.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';
import { unknownChange } from './landing.ts';
import type { Subscriber } from './subscriber.ts';

/** What every request about a change of plan comes with. */
export interface PlanCall {
  request: Request;
  subscriber: Subscriber;
  context: RequestContext;
  services: Services;
}

/** Asks Limio as the customer, or as the client where the site has no token of theirs; its refusals become ours. */
export async function askAsCustomer<Reply>(
  { request, context, services: { settings } }: PlanCall,
  ask: (options: RequestOptions) => Promise<Reply>,
): Promise<Reply> {
  const headers = new Request(request.url, { headers: request.headers });
  const token = (await settings.customerToken?.(headers)) || undefined;
  try {
    return await ask({ ...limioCall(context), token });
  } catch (error) {
    throw refusalOf(error, token !== undefined) ?? error;
  }
}

function refusalOf(error: unknown, isTheirToken: boolean): LimioError | undefined {
  if (!(error instanceof LimioError)) return undefined;
  switch (error.code) {
    case 'basket_unknown':
      return unknownChange();
    case 'subscription_unknown':
      return new HttpError('subscription_unknown', 'Limio does not know this subscription.');
    case 'subscription_pending': {
      const until = error instanceof UpstreamError ? error.until : undefined;
      return new HttpError('subscription_pending', 'A change is pending.', { until });
    }
    case 'bad_request':
      // What the customer has sent was checked before, so it is an id or a cookie that Limio itself has given.
      return new LimioError('upstream_invalid', error.message);
    case 'one_offer_only':
    case 'change_refused':
      return new HttpError('change_refused', 'Limio refused the change.');
    case 'credentials_refused':
      return isTheirToken
        ? new HttpError('context_invalid', 'Limio does not take the customer’s token.')
        : undefined;
    default:
      return undefined;
  }
}

import { withTimeout } from '../../core/with-timeout.ts';
import type { BasketEvent } from '../abandoned/basket-event.ts';
import { isRefusedDelivery, type Deliver } from '../abandoned/signed-webhook.ts';

/** What became of an event: the receiver has it, does not want this one, or is not there. */
export type Delivery = 'told' | 'refused' | 'failed';

/** Tells a receiver of an event, for so many milliseconds at most. */
export async function tryToTell(
  tell: Deliver,
  event: BasketEvent,
  signal: AbortSignal,
  ms: number,
): Promise<Delivery> {
  try {
    await withTimeout(signal, ms, (inTime) => tell(event, inTime));
    return 'told';
  } catch (error) {
    return isRefusedDelivery(error) ? 'refused' : 'failed';
  }
}

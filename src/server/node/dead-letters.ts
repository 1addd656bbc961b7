import { readFile, rename, unlink } from 'node:fs/promises';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { BasketEvent } from '../abandoned/basket-event.ts';
import { isRefusedDelivery, type Deliver } from '../abandoned/signed-webhook.ts';
import { writeDurably } from './file-checkpoint.ts';

/**
 * Keeps events that were refused: a line of JSON each, readable by the file's owner alone, as an event holds who the
 * customer is and a signed link.
 *
 * @throws {LimioError} `checkpoint_failed`, so that nothing goes on that was not kept
 *
 * @example
 * watchAbandonedBaskets({ ...options, deadLetter: deadLetterFile('abandoned.dead.jsonl') });
 */
export function deadLetterFile(path: string, now = Date.now) {
  return async (event: BasketEvent, error: LimioError): Promise<void> => {
    const line = { refusedAt: new Date(now()).toISOString(), why: error.message, event };
    await writeDurably(path, `${JSON.stringify(line)}\n`, 'a').catch(() => {
      throw new LimioError('checkpoint_failed', `Nothing can be written to the dead letter file ${path}.`);
    });
  };
}

/** What became of dead letters. */
export interface Resent {
  told: number;
  /** Refused again, and kept again. */
  undeliverable: number;
}

/**
 * Tells dead letters once more, for when the receiver has been mended. What it refuses again is kept again; where it
 * cannot be reached, all that is left stays. A crash on the way tells some of them twice, with the same id.
 *
 * @throws {LimioError} `config` where there is no such file, or a line is none of ours; `delivery_failed`
 */
export async function resendDeadLetters(
  path: string,
  deliver: Deliver,
  signal: AbortSignal,
): Promise<Resent> {
  // Set aside, as a reader may add to the file meanwhile. One that is there already is of a run that died.
  const aside = `${path}.resending`;
  const text = await readFile(aside, 'utf8').catch(async () => {
    await rename(path, aside).catch(() => {
      throw new LimioError('config', `There is no dead letter file ${path}.`);
    });
    return readFile(aside, 'utf8');
  });
  const lines = text.split('\n').filter(Boolean);
  const events = lines.map((line, index) => eventOf(line, `Line ${index + 1} of ${aside}`));
  const keep = deadLetterFile(path);
  const resent: Resent = { told: 0, undeliverable: 0 };
  for (const [index, event] of events.entries()) {
    try {
      await deliver(event, signal);
      resent.told++;
    } catch (error) {
      if (isRefusedDelivery(error)) {
        await keep(event, error);
        resent.undeliverable++;
        continue;
      }
      // Back to where a reader, or the next run, finds them.
      await writeDurably(path, `${lines.slice(index).join('\n')}\n`, 'a');
      await unlink(aside);
      throw error;
    }
  }
  await unlink(aside);
  return resent;
}

function eventOf(line: string, place: string): BasketEvent {
  try {
    const { event } = JSON.parse(line) as { event: BasketEvent };
    if (typeof event.id === 'string' && typeof event.type === 'string') return event;
  } catch {}
  throw new LimioError('config', `${place} is no dead letter. Mend it, or remove it, and run it again.`);
}

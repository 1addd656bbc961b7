import { LimioError } from '../../core/errors/limio-error.ts';
import type { BasketEvent } from '../abandoned/basket-event.ts';
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

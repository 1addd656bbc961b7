import * as z from 'zod/mini';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { Checkpoint } from '../../limio/operations/abandoned-pages.ts';

/** Where a reader of abandoned baskets keeps how far it has got. */
export interface CheckpointStore {
  /** @returns `undefined` where nothing was ever kept */
  load(): Promise<Checkpoint | undefined>;
  /** Resolves once a crash of this machine's program loses it no more. */
  save(checkpoint: Checkpoint): Promise<void>;
  /**
   * Takes the sole right to read, where there may be several readers.
   *
   * @returns gives it back; `undefined` while another reader has it
   */
  claim?(): Promise<(() => Promise<void>) | undefined>;
}

const instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

const checkpoint = z.object({
  createdAfter: instant,
  queryMore: z.optional(z.string()),
  newest: z.optional(instant),
  until: z.optional(instant),
});

/**
 * Reads a checkpoint that was kept as JSON. One that cannot be read is not passed over: whoever starts from the
 * beginning tells everything again.
 *
 * @param place where it was kept, for the message.
 * @throws {LimioError} `checkpoint_failed`
 */
export function parseCheckpoint(text: string, place: string): Checkpoint {
  try {
    return checkpoint.parse(JSON.parse(text)) as Checkpoint;
  } catch {
    throw new LimioError(
      'checkpoint_failed',
      `What ${place} holds is no checkpoint. Restore it, or remove it to begin at --since again.`,
    );
  }
}

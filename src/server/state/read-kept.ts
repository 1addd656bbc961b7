import { HttpError } from '../http-error.ts';
import type { BackendState } from './state.ts';

/**
 * Reads, as JSON, what a request cannot do without.
 *
 * @returns `undefined` where there is no such thing.
 * @throws {HttpError} `state_unavailable` where it is not found while the store is passed over, as it may be there
 *
 * @example
 * const landing = await readKept<Landing>(state, 'landing:7c1e'); // undefined: expired, or never made
 */
export async function readKept<T>(state: BackendState, key: string): Promise<T | undefined> {
  const text = await state.get(key);
  if (text !== undefined) return JSON.parse(text) as T;
  if (!state.failure?.()) return undefined;
  throw new HttpError('state_unavailable', 'What was begun cannot be read at the moment.', {
    headers: { 'retry-after': '2' },
  });
}

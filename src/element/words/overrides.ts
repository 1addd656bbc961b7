import { parseJson } from '../../core/parse-json.ts';
import { en, type Words } from './en.ts';

/**
 * Reads the integrator's own words; what is not a word of ours, or not text, is passed over.
 *
 * @throws {LimioError} `json_invalid`
 */
export function readOverrides(value: unknown): Partial<Words> {
  const given = (typeof value === 'string' ? parseJson(value) : value) ?? {};
  return Object.fromEntries(
    Object.entries(given).filter(([key, word]) => key in en && typeof word === 'string'),
  );
}

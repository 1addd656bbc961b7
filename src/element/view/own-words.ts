import { LimioError } from '../../core/errors/limio-error.ts';
import type { Messages } from '../../locales/messages.ts';

/** Reads the integrator's own words: an object, or JSON as an attribute holds it. */
export function readOverrides(value: unknown, warn: (warning: LimioError) => void): Partial<Messages> {
  try {
    const own = Object.entries((typeof value === 'string' ? JSON.parse(value || '{}') : value) ?? {});
    return Object.fromEntries(own.filter(([, word]) => typeof word === 'string'));
  } catch {
    warn(new LimioError('json_invalid', 'words are not JSON. Check its quotes.'));
    return {};
  }
}

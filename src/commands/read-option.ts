import { LimioError } from '../core/errors/limio-error.ts';

/** How commands that ask Limio are set up, for their help. */
export const LIMIO_VARIABLES = `the variables of \`limio-offers serve\`, also from a file .env:
LIMIO_TENANT, LIMIO_CLIENT_ID, LIMIO_CLIENT_SECRET or LIMIO_CLIENT_SECRET_FILE, LIMIO_SHOP, LIMIO_COUNTRY.`;

/** Nobody has said which shop it is. */
export const shopMissing = (): LimioError =>
  new LimioError('config', 'There is no --shop. Name its origin: https://shop.example.com.');

/**
 * Reads a day or an instant.
 *
 * @param name of the option, for the message.
 * @returns an ISO 8601 instant; a day begins at midnight UTC.
 * @throws {LimioError} `config`
 */
export function readInstant(given: unknown, name: string): string {
  const time = Date.parse(String(given ?? ''));
  // Date.parse takes "1" and "May", too.
  if (/^\d{4}-\d\d-\d\d/.test(String(given)) && !Number.isNaN(time)) return new Date(time).toISOString();
  throw new LimioError('config', `${name} is not a date such as 2026-11-01 or 2026-11-01T08:00:00Z.`);
}

/** Reads a whole number from 1 on. @throws {LimioError} `config` */
export function readNumber(
  given: unknown,
  name: string,
  { fallback, max }: { fallback: number; max: number },
): number {
  if (given === undefined) return fallback;
  const value = Number(given);
  if (/^\d{1,9}$/.test(String(given)) && value >= 1 && value <= max) return value;
  throw new LimioError('config', `${name} is not a number from 1 to ${max}.`);
}

import { NO_OFFER } from '../catalog/offer-record.ts';
import { COUNTRY } from '../core/customer-rules.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { isoCountry } from '../core/iso-country.ts';

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

/**
 * Reads the path of an offer that somebody typed or pasted.
 *
 * @throws {LimioError} `offer_invalid` where it names none, or is written as in a link: its `%20` would be escaped again
 */
export function readPath(path: string): string {
  if (NO_OFFER.test(path))
    throw new LimioError('offer_invalid', `${JSON.stringify(path)} is the folder of all offers. Name one.`);
  if (/%[\da-f]{2}/i.test(path))
    throw new LimioError(
      'offer_invalid',
      `${JSON.stringify(path)} is written as in a link. Write it as the catalogue shows it: "/offers2/Pro Plan".`,
    );
  return path;
}

/** Reads the code of a country, in any letters, as ISO has it; `undefined` where none is given. @throws {LimioError} `config` */
export function readCountry(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  const country = isoCountry(String(given));
  if (COUNTRY.test(country)) return country;
  throw new LimioError('config', '--country is not a code of two letters, such as DE.');
}

import { HttpError } from '../http-error.ts';
import { digest } from './digest.ts';
import { isEqual } from './keys.ts';

/** A name and a password, as Basic authentication shows them. */
export interface BasicCredentials {
  user: string;
  /** 16 characters or more; several, a line each, while one replaces another. A function where it may change. */
  password: string | (() => string | Promise<string>);
}

/** The passwords that hold, of a text with a line for each. */
export const passwordsIn = (text: string): string[] => text.split(/\r?\n/).filter(Boolean);

/**
 * Checks the name and the password of a request, in a time that tells nothing of either.
 *
 * @throws {HttpError} `key_invalid`, which does not say what is wrong
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export async function checkBasic({ headers }: Request, { user, password }: BasicCredentials): Promise<void> {
  const [, given = ''] = /^Basic +([\w+/=-]{1,2000})$/i.exec(headers.get('authorization') ?? '') ?? [];
  const passwords = passwordsIn(typeof password === 'string' ? password : await password());
  // Digests have one length, whatever was shown, and all of them are compared.
  const actual = digest(decoded(given));
  const matching = passwords.filter((each) => isEqual(digest(`${user}:${each}`), actual));
  if (matching.length && given) return;
  throw new HttpError('key_invalid', 'The name or the password is not the one that is set up.', {
    headers: { 'www-authenticate': 'Basic realm="limio-offers"' },
  });
}

/** Name and password as text; they are in UTF-8. */
function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)));
  } catch {
    return '';
  }
}

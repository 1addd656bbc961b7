import { LimioError } from '../../core/errors/limio-error.ts';
import { identity, type Identity } from './identity.ts';
import { readBody } from './read-json.ts';

/** Who signs, and for how long the token is good. */
export interface SignOptions {
  /** The `issuer` that the backend is set up with: LIMIO_CONTEXT_ISSUER. */
  issuer: string;
  /** Its `audience`. Default `limio-offers`, as there. */
  audience?: string;
  /** The shared secret, 32 characters or more: LIMIO_CONTEXT_SECRET. */
  secret: string;
  /** Seconds. Default 300: long enough for a page to be read, short enough not to be worth stealing. */
  lifetime?: number;
}

/**
 * Signs a context token on a site's own server: a JWT (HS256) whose claim `limio` says for whom a checkout is made.
 * The page sets it as `element.context`. Any library for JWTs makes the same token.
 *
 * With `accountId`, whoever has the token can open a checkout that acts for the account, so make it for the one
 * page of the one visitor who is logged in.
 *
 * @throws {LimioError} `bad_request` naming the field that no context may have; `config` for a short secret
 *
 * @example
 * const context = await signContext({ accountId: '001…' }, { issuer: 'https://www.example.com', secret });
 */
export async function signContext(
  who: Identity,
  { issuer, audience = 'limio-offers', secret, lifetime = 300 }: SignOptions,
): Promise<string> {
  if (secret.length < 32)
    throw new LimioError('config', '`secret` has less than 32 characters. Use a random one.');
  const { SignJWT } = await import('jose');
  return new SignJWT({ limio: readBody(identity, who) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${lifetime}s`)
    .sign(new TextEncoder().encode(secret));
}

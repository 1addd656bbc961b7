import type { JSONWebKeySet, JWK, JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { LimioError } from '../../core/errors/limio-error.ts';
import { identity, type Identity } from './identity.ts';
import { HttpError } from '../http-error.ts';

/** Who signs context tokens, and how. One of `secret`, `publicKey` and `jwks`. */
export interface ContextOptions {
  /** Must be the token's `iss`. */
  issuer: string;
  /** Must be among the token's `aud`. */
  audience: string;
  /** Shared secret for HS256, 32 characters or more. */
  secret?: string;
  /** Public key of the signer, as PEM (SPKI) or JWK. */
  publicKey?: string | JWK;
  /** Public keys of the signer, or the https address they are fetched from. */
  jwks?: string | JSONWebKeySet;
  /** With `publicKey` or `jwks`: the one algorithm that is accepted. Default `ES256`. */
  algorithm?: 'ES256' | 'RS256' | 'PS256' | 'EdDSA';
}

type Library = typeof import('jose');

/** Difference between our clock and the signer's, in seconds. */
const CLOCK_TOLERANCE = 5;

/** Longest a token may be good, in seconds: one whose `exp` is written in milliseconds would never expire. */
const MAX_LIFETIME = 366 * 86_400;

/** How long keys that were fetched are trusted, and how soon after a fetch an unknown key leads to another one. */
const [KEYS_TTL_MS, REFETCH_AFTER_MS] = [600_000, 5000];

/**
 * Reads a context token. @throws {HttpError} `context_invalid`, which does not say why; `context_unverified` when
 * the keys cannot be fetched, or the key the token names is not among them
 */
export type ReadContext = (token: string) => Promise<Identity>;

/**
 * Reads context tokens: JWTs that a site's own server signs when it knows for whom a checkout is made. What
 * they vouch for is in the claim `limio`; `exp` is required.
 *
 * @throws {LimioError} `config`
 *
 * @example
 * // On the site's server, with jose:
 * await new SignJWT({ limio: { accountId: '001…' } })
 *   .setProtectedHeader({ alg: 'HS256' }).setIssuer('https://www.example.com').setAudience('limio-offers')
 *   .setExpirationTime('5m').sign(secret);
 */
export function contextReader(options: ContextOptions): ReadContext {
  const { issuer, audience, secret, algorithm = 'ES256' } = options;
  if (!issuer || !audience) throw invalidContext('needs `issuer` and `audience`');
  if ([secret, options.publicKey, options.jwks].filter((way) => way !== undefined).length !== 1)
    throw invalidContext('needs one of `secret`, `publicKey` and `jwks`');
  if (secret !== undefined && secret.length < 32)
    throw invalidContext('has a `secret` of less than 32 characters');

  // Pinned here, as the header of a token is the word of whoever made it.
  const algorithms = [secret === undefined ? algorithm : 'HS256'];
  const rules: JWTVerifyOptions = {
    issuer,
    audience,
    algorithms,
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE,
  };
  if (typeof options.jwks === 'string' && !isHttps(options.jwks))
    throw invalidContext('has a `jwks` address that is not https');
  let ready: { library: Library; key: JWTVerifyGetKey } | undefined;

  return async (token) => {
    try {
      // A third of what a backend is made of, and most take no tokens.
      const library = ready?.library ?? (await import('jose'));
      ready ??= { library, key: keyOf(library, options, algorithm) };
      const { payload } = await library.jwtVerify(token, ready.key, rules);
      if (payload.exp! > Date.now() / 1000 + MAX_LIFETIME) throw new RangeError('It never expires.');
      return identity.parse(payload['limio']);
    } catch (error) {
      if (error instanceof HttpError) throw error;
      throw new HttpError('context_invalid', 'The context token cannot be trusted.');
    }
  };
}

function keyOf(
  { createLocalJWKSet, createRemoteJWKSet, importJWK, importSPKI }: Library,
  { secret, publicKey, jwks }: ContextOptions,
  algorithm: string,
): JWTVerifyGetKey {
  if (typeof jwks === 'string')
    return remoteKeys(
      createRemoteJWKSet(new URL(jwks), {
        timeoutDuration: 1000,
        cacheMaxAge: KEYS_TTL_MS,
        cooldownDuration: REFETCH_AFTER_MS,
      }),
    );
  if (jwks !== undefined) return createLocalJWKSet(jwks);
  if (secret !== undefined) {
    const bytes = new TextEncoder().encode(secret);
    return async () => bytes;
  }
  const imported =
    typeof publicKey === 'string' ? importSPKI(publicKey, algorithm) : importJWK(publicKey!, algorithm);
  // A key that cannot be read refuses each token; it must not end the process.
  imported.catch(() => {});
  return async () => imported;
}

const isHttps = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';

const remoteKeys =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (...token) => {
    try {
      return await keys(...token);
    } catch {
      // Not the token's fault, as far as is known: the set is out of reach, or the key was rotated just now.
      throw new HttpError('context_unverified', 'The key of the context token cannot be had.');
    }
  };

const invalidContext = (what: string) => new LimioError('config', `\`context\` ${what}.`);

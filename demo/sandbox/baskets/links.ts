import { errors, jwtVerify, SignJWT } from 'jose';

/** What is signed into a link. */
export interface LinkClaims {
  basketId: string;
  /** Seconds since 1970. */
  expires: number;
  /** The account an assisted link acts for. */
  account?: string | undefined;
}

/** Names of the parameter that holds the token, by the kind of link. */
const PARAMETER = { recover: 'recover', assisted: 'cl' } as const;

export type LinkKind = keyof typeof PARAMETER;

const key = (secret: string) => new TextEncoder().encode(secret.padEnd(32, '.'));

/** Path on the shop, as Limio hands it out: `/api/checkout/recover?basketId=…&recover=…`. */
export async function signLink(
  kind: LinkKind,
  { basketId, expires, account }: LinkClaims,
  secret: string,
): Promise<string> {
  const token = await new SignJWT({ basketId, kind, ...(account && { account }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expires)
    .sign(key(secret));
  return `/api/checkout/${kind}?basketId=${basketId}&${PARAMETER[kind]}=${token}`;
}

/**
 * Reads a link back.
 *
 * @param now milliseconds since 1970.
 * @returns the claims, or why they cannot be trusted.
 */
export async function verifyLink(
  href: string,
  secret: string,
  now: number,
): Promise<{ kind: LinkKind; claims: LinkClaims } | 'expired' | 'forged'> {
  const { pathname, searchParams } = new URL(href, 'https://shop.test');
  const kind = (['recover', 'assisted'] as const).find((each) => pathname === `/api/checkout/${each}`);
  if (!kind) return 'forged';
  try {
    const { payload } = await jwtVerify(searchParams.get(PARAMETER[kind]) ?? '', key(secret), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    const { basketId, exp = 0, account } = payload as { basketId?: string; exp?: number; account?: string };
    if (!basketId || basketId !== searchParams.get('basketId') || payload['kind'] !== kind) return 'forged';
    return { kind, claims: { basketId, expires: exp, account } };
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'expired' : 'forged';
  }
}

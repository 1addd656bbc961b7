import { signContext } from '../../../src/server.ts';

/** Answers `GET /limio-context` on the site's own server, for the customer whose session it is. */
export async function limioContext(customer: { id: string; subscriptions: string[] } | undefined) {
  if (!customer) return new Response('Log in first.', { status: 401 });
  const { LIMIO_CONTEXT_ISSUER: issuer = '', LIMIO_CONTEXT_SECRET: secret = '' } = process.env;
  const context = await signContext(
    { userId: customer.id, subscriptions: customer.subscriptions },
    { issuer, secret },
  );
  return new Response(context, { headers: { 'cache-control': 'no-store' } });
}

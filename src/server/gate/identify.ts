import { HttpError } from '../http-error.ts';
import type { Services } from '../services.ts';
import { readBody } from './read-json.ts';
import { identity, type Identity } from './identity.ts';

/**
 * For whom a checkout is made: what a context token vouches for, or what the site's own hook says.
 *
 * @throws {HttpError} `context_invalid`
 */
export async function identify(
  request: Request,
  context: string | undefined,
  { readContext, settings }: Services,
): Promise<Identity> {
  if (context !== undefined) {
    if (!readContext) throw new HttpError('context_invalid', 'This backend takes no context tokens.');
    return readContext(context);
  }
  // Without the body: the hook judges by headers, and nothing a browser says about an account is read.
  const who = await settings.identify?.(new Request(request.url, { headers: request.headers }));
  return who ? identityOf(who) : {};
}

/** @throws {HttpError} `context_invalid`, naming the fields that the hook got wrong */
function identityOf(who: unknown): Identity {
  try {
    return readBody(identity, who);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    throw new HttpError(
      'context_invalid',
      `\`identify\` gave what is no identity. ${error.message}`,
      error.details,
    );
  }
}

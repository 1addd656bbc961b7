import { backendError, requestOf } from '../../controllers/backend-error.ts';
import { PAGE_MISTAKES, type PageMistake } from '../../core/errors/help/page-mistakes.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { tagNameFaults } from '../attributes/name-faults.ts';
import type { Properties } from '../attributes/attributes.ts';
import { valueFaults } from '../attributes/value-faults.ts';
import { linkFaults } from './link-faults.ts';

/** `homepage` of package.json, where it is set: the build puts it in. */
declare const HOMEPAGE: string | undefined;

const DOCS = `${typeof HOMEPAGE === 'string' ? HOMEPAGE : ''}docs/reference/errors.md`;

/** What was told already: a page with ten elements has one mistake, not ten. */
const warned = new Set<string>();

/** Apps give a tag its offers a moment after it is there, in milliseconds. */
const GRACE_MS = 100;

/**
 * Warns on the console of mistakes of whoever set the page up, once each; of anything else it says nothing.
 *
 * @param host an element whose attributes and links need a closer look.
 * @param isCurrent whether it is still so a moment later.
 */
export function warnSoon(
  errors: readonly LimioError[],
  host?: Element & Properties,
  isCurrent = () => true,
): void {
  setTimeout(() => isCurrent() && warn(errors, host), GRACE_MS);
}

async function warn(errors: readonly LimioError[], host?: Element & Properties): Promise<void> {
  for (const error of errors) void warnOf(error);
  if (!host) return;
  const own = [...valueFaults(host), ...tagNameFaults(host.getAttributeNames())];
  for (const error of [...own, ...(await linkFaults(host))]) void warnOf(error);
}

async function warnOf(error: LimioError): Promise<void> {
  if (isOutage(error)) return;
  const { code, message } = (error.code === 'network' && (await refusedByCors(error))) || backendError(error);
  if (!isPageMistake(code) || warned.has(message)) return;
  warned.add(message);
  const given = message.replace(`${code}: `, '');
  try {
    console.warn(`[limio-offers] ${code}: ${given} ${PAGE_MISTAKES[code][1]} See ${DOCS}#${code}`);
  } catch {
    // A page may have a console of its own; what it throws is no business of ours.
  }
}

const isPageMistake = (code: string): code is PageMistake => Object.hasOwn(PAGE_MISTAKES, code);

/** A server that is overloaded or down is nobody's mistake here. */
const isOutage = (error: LimioError): boolean => {
  const { status = 0 } = requestOf(error);
  return status >= 500 || status === 429 || status === 408;
};

/**
 * Browsers do not tell a refusal by CORS from a server that cannot be reached. An answer that the page is not
 * shown comes only from a server that can be.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-opaque
 */
async function refusedByCors(error: LimioError): Promise<LimioError | undefined> {
  const { url } = requestOf(error);
  if (!url || new URL(url).origin === location.origin) return undefined;
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', referrerPolicy: 'origin' });
    return new LimioError('cors_refused', `${new URL(url).origin} does not let this page read its answer.`);
  } catch {
    return undefined;
  }
}

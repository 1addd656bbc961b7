import { isLimioReply, readSlim, type Catalog } from '../catalog/slim.ts';
import { LimioError } from '../core/errors.ts';
import { fetchJson } from './fetch-json.ts';
import { sharedRequest } from './shared-request.ts';

/**
 * Loads the list of offers at an address: our own shape, or a recorded reply of Limio.
 *
 * Elements that want the same address at the same time share one request.
 *
 * @throws {LimioError} see `fetchJson`
 */
export const loadCatalog = (address: string, signal: AbortSignal): Promise<Catalog> =>
  sharedRequest(address, signal, async (shared) => {
    await shown();
    // Beside the request, not after it. A list in our own shape does not need it, so its failure can wait.
    const reader = import('../catalog/read-catalog.ts');
    reader.catch(() => {});
    const document = await fetchJson(address, shared);
    if (isLimioReply(document)) return (await reader).readCatalog(document);
    try {
      return readSlim(document);
    } catch (cause) {
      throw new LimioError('invalid_response', 'The answer is not a list of offers.', { cause });
    }
  });

/** Reads a recorded reply of Limio that the page itself holds. */
export const readReply = async (reply: unknown): Promise<Catalog> =>
  (await import('../catalog/read-catalog.ts')).readCatalog(reply);

/** A page that is rendered in advance may never be seen, so nothing is asked for it yet. */
function shown(): Promise<void> {
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (!prerendering) return Promise.resolve();
  return new Promise((resolve) =>
    document.addEventListener('prerenderingchange', () => resolve(), { once: true }),
  );
}

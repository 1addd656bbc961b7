import { isoCountry } from '../../core/iso-country.ts';
import { caching } from '../offers/caching.ts';
import { chosenEncoding } from '../offers/encoding.ts';
import type { Selection } from '../offers/selection.ts';
import { sharedBody } from '../offers/shared-body.ts';
import type { Services } from '../services.ts';
import { JSON_HEADERS } from './answers.ts';
import type { RouteCall } from './route.ts';

/** Bytes below which compressing an answer gains nothing. */
const MIN_COMPRESSED = 1000;

/** Workers compress by themselves what has such a header, unless they are told that it is compressed already. */
const ENCODED = { encodeBody: 'manual' };

/** What the form of a list is called where nothing more is said. */
const TYPES = { json: JSON_HEADERS['content-type'], markdown: 'text/markdown; charset=utf-8' };

/**
 * Answers with the offers that a request asks for by `label` and `country`, as browsers and CDNs may keep them.
 *
 * @param chosen the form, and what else narrows the list.
 * @param type media type under which readers take it. Default: that of the form.
 */
export async function listAnswer(
  { request, query, context }: RouteCall<unknown>,
  { offers: catalogue, writeList, compressors, settings }: Services,
  chosen: Pick<Selection, 'form' | 'paths' | 'attributes'>,
  type = TYPES[chosen.form],
): Promise<Response> {
  const snapshot = await catalogue.get(context);
  const isStale = catalogue.isStale(snapshot);
  Object.assign(context.logFields, { isStale, items: snapshot.offers.length });
  const selection = {
    ...chosen,
    label: query('label') ?? '',
    country: isoCountry(query('country') ?? ''),
    isStale,
    now: settings.now(),
  };
  const list = await writeList(snapshot, selection, context);
  const headers = {
    ...JSON_HEADERS,
    'content-type': type,
    'cache-control': caching(isStale, settings.freshFor),
    etag: list.etag,
    vary: 'accept-encoding',
  };
  if (matches(request.headers.get('if-none-match'), list.etag))
    return new Response(null, { status: 304, headers });
  const encoding = chosenEncoding(request.headers.get('accept-encoding'), compressors);
  // What cannot be compressed, or not in time, goes as it is.
  const packed =
    encoding && list.bytes.length >= MIN_COMPRESSED
      ? await list.compressed(encoding, context).catch(() => undefined)
      : undefined;
  if (!packed || !encoding) return new Response(sharedBody(list.bytes), { headers });
  const init = { headers: { ...headers, 'content-encoding': encoding }, ...ENCODED };
  return new Response(sharedBody(packed), init);
}

/** Compared weakly, as caches leave out or add the mark of a weak one. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
const matches = (wanted: string | null, etag: string): boolean =>
  wanted?.split(',').some((each) => [opaque(etag), '*'].includes(opaque(each))) ?? false;

const opaque = (etag: string): string => etag.trim().replace(/^W\//, '');

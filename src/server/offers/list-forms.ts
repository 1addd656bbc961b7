import { offersDocument } from '../../agent/say/offers-document.ts';
import type { OfferList } from '../../contract/offers.ts';
import type { Offer } from '../../core/offer/offer.ts';
import type { BackendSettings } from '../options.ts';
import { nextTurn } from './next-turn.ts';
import type { Snapshot } from './shared-read.ts';
import { selectedOffers, type Selection } from './selection.ts';
import { offerJson } from './offer-json.ts';

/** A list, written out. */
export interface ListText {
  bytes: Uint8Array<ArrayBuffer>;
  /** The part that names it: where this is the same, it is the same list. */
  own: Uint8Array<ArrayBuffer>;
}

/** Writes the selected offers of a snapshot in one form. */
export type ListForm = (snapshot: Snapshot, selection: Selection) => Promise<ListText>;

/** Every form in which a list is had. A new one is a function and a row here. */
export const listForms = (
  settings: Pick<BackendSettings, 'agents' | 'rules' | 'shop'>,
): Readonly<Record<Selection['form'], ListForm>> => ({
  json: jsonList,
  markdown: async (snapshot, selection) => documentOf(snapshot, selection, settings),
});

/** Offers that are written at once, within a few milliseconds. */
const SLICE = 200;

async function jsonList(snapshot: Snapshot, selection: Selection): Promise<ListText> {
  const before = encode('{"offers":[');
  const offers = await written(selectedOffers(snapshot, selection));
  const bytes = joined([before, ...offers, encode(`],${rest(snapshot, selection)}`)]);
  const length = offers.reduce((sum, chunk) => sum + chunk.length, 0);
  // Without the instant of reading: the same offers read again are not a new list.
  return { bytes, own: bytes.subarray(before.length, before.length + length) };
}

function documentOf(
  snapshot: Snapshot,
  selection: Selection,
  { agents, rules, shop }: Pick<BackendSettings, 'agents' | 'rules' | 'shop'>,
): ListText {
  const shortLinks = agents?.publicUrl && `${agents.publicUrl}/buy/`;
  const bytes = encode(
    offersDocument(
      { offers: [...selectedOffers(snapshot, selection)], readAt: snapshot.readAt },
      { shop, page: rules.page, now: () => selection.now },
      { ...(shortLinks && { shortLinks }) },
    ),
  );
  return { bytes, own: bytes };
}

/** What a list says besides its offers, as the end of its JSON. */
function rest({ readAt }: Snapshot, { isStale }: Selection): string {
  const fields: Omit<OfferList, 'offers'> = {
    asOf: new Date(readAt).toISOString(),
    ...(isStale && { stale: true }),
  };
  return JSON.stringify(fields).slice(1);
}

/** Offers as bytes with commas between them, a slice at a time. */
async function written(offers: Iterable<Offer>): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let slice: string[] = [];
  const flush = () => {
    if (slice.length) chunks.push(encode((chunks.length ? ',' : '') + slice.join()));
    slice = [];
  };
  for (const offer of offers) {
    slice.push(offerJson(offer));
    if (slice.length < SLICE) continue;
    flush();
    await nextTurn();
  }
  flush();
  return chunks;
}

const encoder = new TextEncoder();
const encode = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

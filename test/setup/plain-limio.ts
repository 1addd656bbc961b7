import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import { isForSale } from '../../src/core/offer/is-for-sale.ts';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';

/** How Limio is doing. Everything is optional; what is left out goes well. */
export interface Mood {
  /** Milliseconds for each answer to a checkout or a promo code. */
  latency?: number;
  /** Milliseconds for each page of the catalogue. */
  pageLatency?: number;
  /** Offers in the catalogue. */
  offers?: number;
  /** Most bytes of a page; a larger one is refused with a 413. */
  mostBytes?: number;
  /** Share of checkouts and promo codes that fail, from 0 to 1. */
  share?: number;
  /** How they fail: a status, `reset`, `html`, `lost` (done, but the answer is lost) or `hang`. */
  fault?: number | 'reset' | 'html' | 'lost' | 'hang';
}

/** What was asked of it. */
export interface Asked {
  token: number;
  pages: number;
  initiate: number;
  promo: number;
  /** Baskets by their external id: how often each was asked for. */
  baskets: Record<string, number>;
}

/**
 * A fast stand-in for Limio that does no more than a backend needs: for measures, where the sandbox would be the
 * slowest part. As a program it prints its address; `PUT /mood` changes how it is doing, `GET /asked` tells.
 */
export async function plainLimio(port = 0): Promise<string> {
  let mood: Mood = {};
  let asked: Asked = none();
  const tries = new Map<string, number>();

  /** Falls on the same tries of the same customers whoever asks for them, so that two askers can be compared. */
  function fails(customer: string): boolean {
    const again = tries.get(customer) ?? 0;
    tries.set(customer, again + 1);
    return chance(`${customer} ${again}`) < (mood.share ?? 0);
  }

  async function checkout(request: IncomingMessage, response: ServerResponse, kind: 'initiate' | 'promo') {
    const body = JSON.parse(await textOf(request)) as Partial<Order>;
    asked[kind]++;
    const fault = fails(body.order?.customerDetails?.email ?? `${kind} ${asked[kind]}`) && mood.fault;
    if (mood.latency) await pause(mood.latency);
    if (fault && fault !== 'lost') return fail(response, fault);
    const id = body.order?.external_id ?? '';
    if (kind === 'initiate') asked.baskets[id] = (asked.baskets[id] ?? 0) + 1;
    if (fault) return fail(response, 'reset');
    const basket = { id: `basket-${id}`, order: { external_id: id }, success: true };
    json(response, { ...basket, recoveryLink: `/api/checkout/recover?basketId=basket-${id}&recover=signed` });
  }

  async function page({ url = '' }: IncomingMessage, response: ServerResponse) {
    asked.pages++;
    if (mood.pageLatency) await pause(mood.pageLatency);
    const text = pageText(new URL(url, 'http://limio.test').searchParams, mood.offers);
    if (text.length > (mood.mostBytes ?? 6e6)) return json(response, { message: 'too large' }, 413);
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://limio.test');
    const answers: Record<string, () => unknown> = {
      '/oauth2/token': () => (
        asked.token++,
        json(response, { access_token: 'token', token_type: 'Bearer', expires_in: 3600 })
      ),
      '/api/offers/v2': () => page(request, response),
      '/api/admin/checkout/initiate': () => checkout(request, response, 'initiate'),
      '/api/admin/v2/promo_code': () => checkout(request, response, 'promo'),
      '/asked': () => json(response, asked),
      '/mood': async () => {
        mood = JSON.parse(await textOf(request)) as Mood;
        asked = none();
        tries.clear();
        json(response, {});
      },
    };
    void (answers[pathname] ?? (() => json(response, { message: `no ${pathname}` }, 404)))();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Fails without doing anything; one that hangs does not even answer. */
function fail(response: ServerResponse, fault: Exclude<Mood['fault'], 'lost' | undefined>): void {
  if (fault === 'reset') response.socket?.destroy();
  if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>');
  if (typeof fault === 'number') json(response, { message: 'no' }, fault);
}

/** A page of a catalogue that has so many offers. */
function pageText(query: URLSearchParams, count = ITEMS.length): string {
  const from = Number(query.get('opt.queryMoreFrom') ?? 0);
  const end = Math.min(count, from + Number(query.get('opt.pageSize') ?? 50));
  const items = Array.from({ length: Math.max(0, end - from) }, (_, n) => itemAt(from + n));
  const more = end < count ? `,"queryMore":{"from":${end},"alias":"a"}` : '';
  return `{"hits":${count},"items":[${items.join()}]${more}}`;
}

interface Order {
  order: { external_id: string; customerDetails?: { email?: string } };
}

/** A number from 0 up to 1 that is the same for the same text. http://www.isthe.com/chongo/tech/comp/fnv/ */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  // Its last bits are mixed least well.
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

const none = (): Asked => ({ token: 0, pages: 0, initiate: 0, promo: 0, baskets: {} });

/** Offers of the sandbox, over and over, each with a path and an id of its own from the second time on. */
const texts: string[] = [];
const ITEMS = CATALOGUE.filter((item) =>
  readCatalog([item]).offers.some((offer) => isForSale(offer, { now: Date.now() })),
);
function itemAt(n: number): string {
  const item = ITEMS[n % ITEMS.length]!;
  const again = Math.floor(n / ITEMS.length);
  const suffix = again ? ` ${again}` : '';
  return (texts[n] ??= JSON.stringify({ ...item, path: item.path + suffix, id: item.id + suffix }));
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

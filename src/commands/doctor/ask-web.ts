import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { LimioError } from '../../core/errors/limio-error.ts';
import { VERSION } from '../../core/version.ts';
import type { Answer, Ask, Question } from '../../doctor/network/ask.ts';

/** Most milliseconds from the first byte sent to the last one read. */
const TIMEOUT_MS = 10_000;

/** Most bytes of an answer, unpacked: what a list of offers may have. */
const MAX_BYTES = 8_000_000;

/** Most redirects that are followed, as browsers follow some twenty. */
const MAX_REDIRECTS = 10;

const UNPACK: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

interface Options {
  /** The address that somebody typed: it alone may be a private one. */
  given: URL | undefined;
  /** Resolves names; the system's, unless a test says otherwise. */
  lookup?: typeof dnsLookup;
}

/**
 * Asks servers as a browser would, with limits on time, size and redirects. Whatever a page names or a server redirects
 * to is not asked where it lies in a private network, unless that is where the page itself was said to be.
 *
 * @throws when asked: {LimioError} `network`
 */
export function askWeb({ given, lookup = dnsLookup }: Options): Ask {
  const mayAsk = (hostname: string, address: string) =>
    isPublic(address) ||
    hostname === given?.hostname ||
    (isLoopback(address) && isLoopbackHost(given?.hostname));
  const guarded: LookupFunction = (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error: Error | null, found: LookupAddress[]) => {
      if (error) return done(error, []);
      if (found.some(({ address }) => !mayAsk(hostname, address))) return done(refusal(), []);
      return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
    });

  return async (question) => {
    let url = question.url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const name = bare(url);
      if (!/^https?:$/.test(url.protocol)) throw network('is no web address');
      // An address in numbers is never looked up.
      if (ipaddr.isValid(name) && !mayAsk(url.hostname, name)) throw refusal();
      const answer = await send({ ...question, url }, guarded);
      const location = answer.status >= 300 && answer.status < 400 && answer.headers.get('location');
      if (!location) return answer;
      if (!URL.canParse(location, url)) throw network('redirects to no address');
      url = new URL(location, url);
    }
    throw network('redirects without an end');
  };
}

async function send(
  { url, method = 'GET', headers = {} }: Question,
  lookup: LookupFunction,
): Promise<Answer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const sent = {
    'user-agent': `limio-offers/${VERSION} (doctor)`,
    'accept-encoding': 'gzip, br',
    ...headers,
  };
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      start(url, { method, headers: sent, lookup, signal, agent: false }, resolve).on('error', reject).end();
    });
    const given = new Headers();
    for (const [name, values] of Object.entries(response.headersDistinct))
      for (const value of values ?? []) given.append(name, value);
    return { url, status: response.statusCode ?? 0, headers: given, text: await read(response, given) };
  } catch (error) {
    if (error instanceof LimioError) throw error;
    throw network(signal.aborted ? 'takes too long' : 'cannot be reached');
  }
}

async function read(response: IncomingMessage, headers: Headers): Promise<string> {
  const unpack = UNPACK[headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
  const body = unpack ? (response.pipe(unpack()) as unknown as Readable) : response;
  response.on('error', (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw network(`sends more than ${MAX_BYTES / 1e6} MB`);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), headers.get('content-type') ?? '');
}

function decode(bytes: Buffer, type: string): string {
  const [, label = 'utf-8'] = /charset="?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const network = (fault: string) => new LimioError('network', `It ${fault}.`);

const refusal = () => new LimioError('network', 'It lies in a private network, so it was not asked.');

const bare = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const isPublic = (address: string): boolean => ipaddr.process(address).range() === 'unicast';

const isLoopback = (address: string): boolean => ipaddr.process(address).range() === 'loopback';

const isLoopbackHost = (hostname = ''): boolean =>
  /^(.+\.)?localhost$/.test(hostname) ||
  (ipaddr.isValid(hostname.replace(/^\[|\]$/g, '')) && isLoopback(hostname.replace(/^\[|\]$/g, '')));

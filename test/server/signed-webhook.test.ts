import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { signedWebhook, type BasketEvent, type SignedWebhookOptions } from '../../src/server.ts';

const secretOf = (byte: number, length = 32) => `whsec_${Buffer.alloc(length, byte).toString('base64')}`;
const secret = secretOf(7);

const event: BasketEvent = {
  id: 'basket_abandoned_basket-1',
  type: 'basket.abandoned',
  timestamp: '2026-11-21T12:00:00.000Z',
  data: { id: 'basket-1', customerDetails: { email: 'zoë@example.com' } },
};

type Answer = (response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('{"error":"no"}');

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A receiver on a socket that answers as it is told, and as the last time from then on. */
async function receiver(...answers: Answer[]) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    (answers[received.length - 1] ?? answers.at(-1)!)(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => (server.closeAllConnections(), server.close()));
  return { to: `http://127.0.0.1:${(server.address() as AddressInfo).port}/limio?token=canary`, received };
}

/** Delivers the event, and says what came of it and how long it waited between attempts. */
async function deliver(to: string, more: Partial<SignedWebhookOptions> = {}) {
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const { signal } = new AbortController();
  const send = signedWebhook({ to, secret, sleep, random: () => 0, ...more });
  const outcome = await send(event, signal).then(
    () => 'arrived',
    (error: { code: string; message: string }) => {
      expect(error.message).not.toMatch(/canary|@example|whsec/);
      return error.code;
    },
  );
  return { outcome, waits };
}

test('an event arrives signed, and a receiver can check it with the library', async () => {
  const { to, received } = await receiver(status(204));
  expect(await deliver(to)).toEqual({ outcome: 'arrived', waits: [] });
  const [{ headers, body }] = received as [(typeof received)[0]];
  const { id, ...payload } = event;
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(payload);
  expect(headers).toMatchObject({ 'webhook-id': id, 'content-type': 'application/json' });
  expect(() => new Webhook(secretOf(8)).verify(body, headers as Record<string, string>)).toThrow();
  expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
});

test('while one secret replaces another, either checks', async () => {
  const { to, received } = await receiver(status(200));
  await deliver(to, { secret: `${secretOf(1)} ${secretOf(2)}` });
  const [{ headers, body }] = received as [(typeof received)[0]];
  for (const byte of [1, 2])
    expect(new Webhook(secretOf(byte)).verify(body, headers as Record<string, string>)).toBeTruthy();
});

const hangUp: Answer = (response) => response.destroy();
const silence: Answer = () => {};

// prettier-ignore
const outcomes: Array<[behaviour: string, answers: Answer[], outcome: string, waits: number[]]> = [
  ['a receiver that fails for a while is asked again',        [status(503), status(500), status(200)], 'arrived',          [2000, 10_000]],
  ['a connection that is cut is made again',                  [hangUp, status(200)],                   'arrived',          [2000]],
  ['a receiver that says when is asked then',                 [status(429, { 'retry-after': '7' }), status(200)], 'arrived', [7000]],
  ['a receiver that says next week is asked sooner',          [status(503, { 'retry-after': '604800' }), status(200)], 'arrived', [600_000]],
  ['a receiver that says less than no time is not asked at once', [status(503, { 'retry-after': '-1' }), status(200)], 'arrived', [2000]],
  ['a receiver that says a second and a half is asked then',  [status(503, { 'retry-after': '1.5' }), status(200)], 'arrived', [1500]],
  ['a receiver that says when twice is asked then',           [status(429, { 'retry-after': '7, 7' }), status(200)], 'arrived', [7000]],
  ['a receiver whose clock is wrong is asked when it means',  [status(503, { 'retry-after': 'Thu, 01 Jan 2099 00:00:09 GMT', date: 'Thu, 01 Jan 2099 00:00:00 GMT' }), status(200)], 'arrived', [9000]],
  ['an event that is refused three times is given up',        [status(422)],                           'delivery_refused', [2000, 10_000]],
  ['a receiver that was down has refused nothing',            [status(503), status(503), status(500), status(200)], 'arrived', [2000, 10_000, 50_000]],
  ['a receiver that fails at one event three times, too',     [status(500)],                           'delivery_refused', [2000, 10_000]],
  ['a receiver that is down is asked five times',             [status(502)],                           'delivery_failed',  [2000, 10_000, 50_000, 250_000]],
  ['a receiver that hangs up is asked five times',            [hangUp],                                'delivery_failed',  [2000, 10_000, 50_000, 250_000]],
  ['a receiver that never answers is asked five times',       [silence],                               'delivery_failed',  [2000, 10_000, 50_000, 250_000]],
  ['an address that is gone loses no event',                  [status(410)],                           'delivery_failed',  [2000, 10_000, 50_000, 250_000]],
  ['a wrong password of the receiver loses no event',         [status(401)],                           'delivery_failed',  [2000, 10_000, 50_000, 250_000]],
  ['a redirect is not followed',                              [status(307, { location: 'http://127.0.0.1:1/' })], 'delivery_failed', [2000, 10_000, 50_000, 250_000]],
];
test.for(outcomes)('%s', async ([, answers, outcome, waits]) => {
  const { to, received } = await receiver(...answers);
  // Short only where nothing else ends the waiting.
  const timeout = answers.includes(silence) ? 100 : 15_000;
  expect(await deliver(to, { timeout })).toEqual({ outcome, waits });
  expect(received).toHaveLength(waits.length + 1);
  expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([event.id]));
});

test('a delivery that is called off ends at once, with the reason', async () => {
  const { to } = await receiver(silence);
  const stop = new AbortController();
  const work = signedWebhook({ to, secret })(event, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(work).rejects.toThrow('stopped');
});

// prettier-ignore
const unusable: Array<[what: string, more: Partial<SignedWebhookOptions>]> = [
  ['plain http',                      { to: 'http://crm.example.com/canary' }],
  ['an address with a password',      { to: 'https://a:canary@crm.example.com/' }],
  ['no address',                      { to: 'canary' }],
  ['a secret without its beginning',  { secret: Buffer.alloc(32).toString('base64') }],
  ['a secret of 23 bytes',            { secret: secretOf(1, 23) }],
  ['a secret of 65 bytes',            { secret: secretOf(1, 65) }],
  ['a secret that is no base64',      { secret: `whsec_canary${'*'.repeat(40)}` }],
  ['no secret',                       { secret: ' ' }],
];
test.for(unusable)('%s is refused before anything is sent, and not repeated', ([, more]) => {
  const make = () => signedWebhook({ to: 'https://crm.example.com/', secret, ...more });
  expect(make).toThrow(expect.objectContaining({ code: 'config' }));
  expect(make).not.toThrow(/canary/);
});

import { expect, test } from 'vitest';
import { isAnswerCode } from '../../src/core/errors/error-codes.ts';
import { lambdaHandler, type LambdaEvent } from '../../src/server/lambda.ts';
import { checkout, HERE, ORIGIN, setup } from './setup.ts';

const event = (method: string, more: Partial<LambdaEvent> = {}): LambdaEvent => ({
  rawPath: '/offers',
  rawQueryString: '',
  headers: { origin: ORIGIN },
  requestContext: { domainName: new URL(HERE).host, http: { method, sourceIp: '192.0.2.1' } },
  ...more,
});

// prettier-ignore
const events: [what: string, event: LambdaEvent, status: number][] = [
  ['a read',                     event('GET'),                                             200],
  ['a read with a body',         event('GET', { body: '{}' }),                             200],
  ['a read of headers',          event('HEAD', { rawPath: '/health/live', body: 'x' }),    200],
  ['TRACE',                      event('TRACE'),                                           405],
  ['a preflight',                event('OPTIONS', { rawPath: '/checkouts', headers: { origin: ORIGIN, 'access-control-request-method': 'POST' } }), 204],
  ['no such route',              event('GET', { rawPath: '/no-such-route' }),              404],
  ['headers without a value',    event('GET', { headers: { origin: ORIGIN, via: undefined } }), 200],
  ['no headers at all',          event('GET', { headers: null as never }),                 200],
  ['a header in other letters',  event('GET', { headers: { 'x-name': '年間' } }),            400],
  ['a body that is no base64',   event('POST', { rawPath: '/checkouts', body: '%', isBase64Encoded: true }), 400],
  ['TRACE in small letters',     event('trace'),                                           405],
];
test.for(events)('%s is answered', async ([what, given, status]) => {
  const answer = await lambdaHandler(setup().backend)(given);
  expect(answer).toMatchObject({ statusCode: status });
  const { code } = (status < 400 ? {} : JSON.parse(answer.body)) as { code?: string };
  expect(status < 400 || isAnswerCode(code), what).toBe(true);
});

const order = JSON.stringify(checkout());
const post = { rawPath: '/checkouts', headers: { origin: ORIGIN, 'content-type': 'application/json' } };

test.for([
  ['as text', { body: order }],
  ['in base64', { body: Buffer.from(order).toString('base64'), isBase64Encoded: true }],
] as [string, Partial<LambdaEvent>][])('a checkout whose body comes %s is opened', async ([, body]) => {
  const answer = await lambdaHandler(setup().backend)(event('POST', { ...post, ...body }));
  expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([
    200,
    expect.objectContaining({ url: expect.any(String) as string }),
  ]);
});

test('cookies get through both ways, and the query does', async () => {
  const seen: string[] = [];
  const handler = lambdaHandler({
    fetch: async (request, connection) => {
      seen.push(request.url, request.headers.get('cookie') ?? '', connection?.address ?? '');
      return new Response('', {
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2; Path=/'],
        ],
      });
    },
  });
  const answer = await handler(event('GET', { rawQueryString: 'label=x%20y', cookies: ['c=3', 'd=4'] }));
  expect(seen).toEqual([`${HERE}/offers?label=x%20y`, 'c=3; d=4', '192.0.2.1']);
  expect(answer.cookies).toEqual(['a=1', 'b=2; Path=/']);
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

// prettier-ignore
const others: Array<[what: string, given: object]> = [
  ['a REST API',                  { httpMethod: 'GET', path: '/offers', headers: {}, requestContext: { identity: { sourceIp: '192.0.2.1' } } }],
  ['an HTTP API of format 1.0',   { version: '1.0', httpMethod: 'GET', path: '/offers', requestContext: { http: undefined } }],
  ['a load balancer',             { httpMethod: 'GET', path: '/offers', headers: {}, requestContext: { elb: {} } }],
  ['a schedule that keeps it up', { source: 'aws.events', 'detail-type': 'Scheduled Event' }],
];
test.for(others)('an event of %s is refused with what to put in front', async ([, given]) => {
  const handled = lambdaHandler(setup().backend)(given as LambdaEvent);
  await expect(handled).rejects.toMatchObject({
    code: 'config',
    message: expect.stringMatching(/function URL.*payload format 2\.0/) as string,
  });
});

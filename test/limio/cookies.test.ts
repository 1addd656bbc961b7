import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { limioClient } from '../../src/limio/client.ts';

/** The cookies that are sent back after an answer that set some, over a real socket. */
async function sentBack(setCookies: string[]): Promise<string | undefined> {
  const cookies: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/api/checkout/subscription') cookies.push(request.headers.cookie);
    if (request.method === 'POST') response.setHeader('set-cookie', setCookies);
    response
      .setHeader('content-type', 'application/json')
      .end('{"access_token":"t","token_type":"Bearer","order":{"checkoutId":"basket-1"}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => (server.closeAllConnections(), void server.close()));
  const client = limioClient({
    tenant: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
  });
  const order = { forSubscription: { id: 'sub-1' } };
  const { cookie } = await client.startSubscriptionCheckout({ recaptcha: '', order });
  if (cookie) await client.getSubscriptionCheckout({ cookie });
  return cookies.at(-1);
}

const JWT = `${'a'.repeat(1500)}.${'b'.repeat(1500)}.c`;

// prettier-ignore
const rows: Array<[behaviour: string, set: string[], sent: string | undefined]> = [
  ['all of them come back, without what is said of them',    ['limio_state=1; Path=/; HttpOnly; SameSite=Lax', 'lmo_session=2; Secure'], 'limio_state=1; lmo_session=2'],
  ['the last of a name counts',                              ['limio_state=old; Path=/', 'limio_state=new; Path=/'],       'limio_state=new'],
  ['one that is cleared first, and then set, is set',        ['limio_state=; Max-Age=0', 'limio_state=new'],               'limio_state=new'],
  ['one that is taken away does not come back',              ['limio_state=1', 'old=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'older=x; max-age=-1'], 'limio_state=1'],
  ['one that lasts comes back',                              ['limio_state=1; Max-Age=03600; Expires=Fri, 01 Jan 2100 00:00:00 GMT'], 'limio_state=1'],
  ['an equals sign is a part of the value',                  ['limio_state=a=b=='],                                        'limio_state=a=b=='],
  ['one in letters that no header has stands in no way',     ['limio_state=1', 'name=Zo\u00eb'],                           'limio_state=1'],
  ['two long ones beside each other come back',              [`limio_state=${JWT}`, `lmo_uid=${JWT}`],                     `limio_state=${JWT}; lmo_uid=${JWT}`],
];
test.for(rows)('of the cookies of Limio, %s', async ([, set, sent]) => {
  expect(await sentBack(set)).toBe(sent);
});

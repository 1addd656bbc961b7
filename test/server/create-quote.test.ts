import { describe, expect, test } from 'vitest';
import { sandbox, TENANT, CREDENTIALS, SHOP } from '../../demo/sandbox/sandbox.ts';
import type { QuoteAnswer } from '../../src/contract/quote.ts';
import { limioClient } from '../../src/limio/client.ts';
import { createQuote } from '../../src/server/quotes/create-quote.ts';

const items = [{ path: '/offers2/Desk Team Monthly', quantity: 3 }];

describe('createQuote', () => {
  const where = { shop: SHOP, country: 'US' };
  const client = (scenario = 'happy') => {
    const limio = sandbox({ scenario });
    return {
      limio,
      client: limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch }),
    };
  };

  test('makes a quote without a backend', async () => {
    const { limio, client: own } = client();
    const { url }: QuoteAnswer = await createQuote(own, where, { items, account: { accountId: '001A' } });
    expect(await limio.openLink(url)).toMatchObject({ account: '001A', total: '87.00' });
  });

  // prettier-ignore
  const thrown: Array<[what: string, quote: object, scenario: string, error: object]> = [
    ['a field that is wrong', { items, expiresAfter: { days: 31 } },   'happy', { code: 'bad_request', message: expect.stringContaining('expiresAfter.days') }],
    ['a page that is none',   { items, page: '//evil.test' },          'happy', { code: 'bad_request', details: { fields: ['page'] } }],
    ['what is no JSON',       { items, tracking: { run: () => {} } }, 'happy', { code: 'bad_request' }],
    ['a Limio that is down',  { items },                               'down',  { code: 'upstream_unavailable' }],
  ];
  test.for(thrown)('says what is wrong with %s', async ([, quote, scenario, error]) => {
    const { limio, client: own } = client(scenario);
    await expect(createQuote(own, where, quote as never)).rejects.toMatchObject(error);
    expect(limio.state.baskets.size).toBe(0);
  });
});

import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { quoteIdOf, signedWebhook, tellBaskets, type BasketEvent } from '../../src/server.ts';
import { addBasket, setup } from './abandoned-setup.ts';
import { receive } from '../../demo/desk/receiver.ts';
import { recordsOf, toSalesforce, type Salesforce } from './recipes/salesforce.ts';
import { salesforceStandIn } from './recipes/salesforce-stand-in.ts';

const { signal } = new AbortController();

/** Recipes that the demo runs, too. */
const OF_THE_DEMO: Readonly<Record<string, string>> = { receiver: 'demo/desk/receiver.ts' };

/** Code of a recipe as whoever installed the package writes it. */
const asInstalled = (code: string): string =>
  code.replace(/'[./]+\/src\/(\w+)\.ts'/g, "'limio-offers/$1'").trim();

const documented = [
  ...['docs/abandoned-baskets.md', 'docs/partners.md', 'docs/subscribers.md']
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .matchAll(/<!-- file: ([\w-]+) -->\n```ts\n([^]*?)```/g),
].map(([, name, code]) => [name!, code!.trim()] as const);

test.for(documented)('the recipe "%s" in the document is the code that is run', ([name, code]) => {
  expect(code).toBe(asInstalled(readFileSync(OF_THE_DEMO[name] ?? `test/server/recipes/${name}.ts`, 'utf8')));
});

test('every recipe is in the document', () => {
  expect(documented.map(([name]) => name)).toEqual([
    'receiver',
    'watch',
    'salesforce',
    'hubspot',
    'partner',
    'subscriber',
    'customer-token',
  ]);
});

describe('the receiver', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const event: BasketEvent = {
    id: 'basket_abandoned_basket-of-the-receiver',
    type: 'basket.abandoned',
    timestamp: '2026-11-21T12:00:00.000Z',
    data: { id: 'basket-of-the-receiver' },
  };

  test('takes what is signed, once, and refuses what is not', async () => {
    const handled: BasketEvent[] = [];
    const fetch: typeof globalThis.fetch = (input, init) =>
      receive(new Request(input, init), secret, async (each) => void handled.push(each));
    const send = signedWebhook({ to: 'https://crm.example.com/limio', secret, fetch });
    await send(event, signal);
    await send(event, signal);
    expect(handled).toEqual([event]);

    const headers = {
      'webhook-id': 'x',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': new Webhook(Buffer.alloc(32, 8).toString('base64')).sign('x', new Date(), '{}'),
    };
    const forged = await fetch('https://crm.example.com/limio', { method: 'POST', headers, body: '{}' });
    expect([forged.status, handled.length]).toEqual([401, 1]);
  });
});

describe('Salesforce', () => {
  const pricebook = {
    id: '01s000000000001',
    entries: { '/offers2/Desk Team Monthly': { id: '01u000000000001', price: 29 } },
  };
  const salesforce = (standIn: ReturnType<typeof salesforceStandIn>): Salesforce => ({
    instance: 'https://acme.my.salesforce.com',
    token: () => 'token',
    pricebook,
    fetch: standIn.fetch,
  });

  test('has a lead of each basket, and an opportunity with a quote and lines of each quote', async () => {
    const standIn = salesforceStandIn();
    const { limio, options } = setup({ deliver: toSalesforce(salesforce(standIn)) });
    const basket = addBasket(limio, 90, {
      customer: { email: 'ada@example.com', firstName: 'Ada', lastName: 'L' },
    });
    const quote = addBasket(limio, 80, {
      externalId: quoteIdOf('Q-1'),
      tracking: { accountId: '001000000000001' },
    });
    addBasket(limio, 70, { isCompleted: true });
    expect(await tellBaskets(options, signal)).toMatchObject({ told: 3, undeliverable: 0 });
    expect(standIn.records).toEqual([
      [
        'Lead',
        expect.objectContaining({
          Limio_Basket__c: basket,
          LastName: 'L',
          Email: 'ada@example.com',
          Company: 'Unknown',
        }),
      ],
      [
        'Opportunity',
        expect.objectContaining({
          Limio_Basket__c: quote,
          AccountId: '001000000000001',
          CloseDate: '2026-12-05',
        }),
      ],
      ['Quote', expect.objectContaining({ OpportunityId: 'Opportunity-2', Pricebook2Id: pricebook.id })],
      [
        'QuoteLineItem',
        { QuoteId: 'Quote-3', PricebookEntryId: '01u000000000001', Quantity: 1, UnitPrice: 29 },
      ],
    ]);
  });

  test('takes a double for what it is', async () => {
    const standIn = salesforceStandIn();
    const { limio, options, checkpoint } = setup({ deliver: toSalesforce(salesforce(standIn)) });
    addBasket(limio, 90, { externalId: quoteIdOf('Q-1') });
    await tellBaskets(options, signal);
    checkpoint.at = undefined;
    expect(await tellBaskets(options, signal)).toMatchObject({ told: 1 });
    expect(standIn.records).toHaveLength(3);
  });

  test('keeps what it refuses as a dead letter, and goes on; what it cannot take now comes again', async () => {
    const standIn = salesforceStandIn();
    const dead: string[] = [];
    const { limio, options } = setup({
      deliver: toSalesforce(salesforce(standIn)),
      deadLetter: async (_, error) => void dead.push(error.message),
    });
    addBasket(limio, 90, { customer: { email: 'no address' } });
    addBasket(limio, 80);
    standIn.status = 503;
    await expect(tellBaskets(options, signal)).rejects.toMatchObject({ code: 'delivery_failed' });
    standIn.status = 200;
    expect(await tellBaskets(options, signal)).toMatchObject({ told: 1, undeliverable: 1 });
    expect(dead).toEqual(['Salesforce refused a record: INVALID_EMAIL_ADDRESS.']);
  });

  // prettier-ignore
  const passing: Array<[what: string, fault: Partial<ReturnType<typeof salesforceStandIn>>]> = [
    ['is down',                     { status: 503 }],
    ['gives no answer',             { status: 0 }],
    ['has had too many requests',   { status: 429 }],
    ['no longer takes the token',   { status: 401 }],
    ['has a row locked',            { refusal: 'UNABLE_TO_LOCK_ROW' }],
  ];
  test.for(passing)('that %s is told later, and nothing is given up', async ([, fault]) => {
    const standIn = salesforceStandIn();
    const { limio, options } = setup({
      deliver: toSalesforce(salesforce(standIn)),
      deadLetter: () => Promise.reject(new Error('It was given up.')),
    });
    addBasket(limio, 90);
    Object.assign(standIn, fault);
    await expect(tellBaskets(options, signal)).rejects.toMatchObject({ code: 'delivery_failed' });
    Object.assign(standIn, { status: 200, refusal: undefined });
    expect(await tellBaskets(options, signal)).toMatchObject({ told: 1, undeliverable: 0 });
  });

  test('that refuses a whole request holds up no other basket', async () => {
    const standIn = salesforceStandIn();
    const { limio, options } = setup({
      deliver: toSalesforce(salesforce(standIn)),
      deadLetter: async () => void (standIn.status = 200),
    });
    addBasket(limio, 90);
    addBasket(limio, 80);
    standIn.status = 400;
    expect(await tellBaskets(options, signal)).toMatchObject({ told: 1, undeliverable: 1 });
  });

  test('is asked for no more than 25 records at once', () => {
    const orderItems = Array.from({ length: 40 }, () => ({ path: '/offers2/Desk Team Monthly' }));
    const event: BasketEvent = {
      id: 'x',
      type: 'quote.open',
      timestamp: '2026-11-21T12:00:00Z',
      data: { id: 'basket-x', orderItems },
    };
    expect(recordsOf(event, salesforce(salesforceStandIn()))).toHaveLength(25);
  });
});

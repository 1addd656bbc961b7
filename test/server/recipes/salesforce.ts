import { LimioError, type BasketEvent, type Deliver } from '../../../src/server.ts';

/** Where your Salesforce is, and what its price book has for an offer, by path. */
export interface Salesforce {
  /** `https://acme.my.salesforce.com` */
  instance: string;
  token: () => Promise<string> | string;
  pricebook: { id: string; entries: Readonly<Record<string, { id: string; price: number }>> };
  fetch?: typeof fetch;
}

const API = '/services/data/v62.0';

/** Refusals that pass by themselves. */
const PASSING = ['UNABLE_TO_LOCK_ROW', 'REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE'];

const create = (type: string, referenceId: string, body: Record<string, unknown>) => ({
  method: 'POST',
  url: `${API}/sobjects/${type}`,
  referenceId,
  body,
});

/** A lead of a basket that was left; of a quote an opportunity, a quote and its lines. Nothing of the rest. */
export function recordsOf({ type, timestamp, data }: BasketEvent, { pricebook }: Salesforce) {
  const { email, firstName, lastName, companyName } = data.customerDetails ?? {};
  // A field of yours, marked as unique: it makes an event that is told again known to Salesforce.
  const Limio_Basket__c = data.id;
  const lines = data.orderItems ?? [];
  if (type === 'basket.abandoned')
    return [
      create('Lead', 'lead', {
        Limio_Basket__c,
        LastName: (lastName ?? email ?? 'Unknown').slice(0, 80),
        FirstName: firstName?.slice(0, 40),
        Company: (companyName ?? 'Unknown').slice(0, 255),
        Email: email,
        LeadSource: 'Web',
        Description: lines.map(({ path }) => path).join('\n'),
      }),
    ];
  if (type !== 'quote.open') return [];
  const Name = `Limio ${data.externalId ?? ''}`.slice(0, 120);
  return [
    create('Opportunity', 'opportunity', {
      Limio_Basket__c,
      Name,
      AccountId: data.tracking?.accountId,
      StageName: 'Proposal/Price Quote',
      CloseDate: new Date(Date.parse(timestamp) + 14 * 86_400_000).toISOString().slice(0, 10),
      Pricebook2Id: pricebook.id,
    }),
    create('Quote', 'quote', { Name, OpportunityId: '@{opportunity.id}', Pricebook2Id: pricebook.id }),
    // A composite request has 25 parts at most.
    ...lines.slice(0, 23).map(({ path = '', quantity }, index) => {
      const entry = pricebook.entries[path];
      if (!entry) throw new LimioError('delivery_refused', 'The price book has no entry for an offer.');
      return create('QuoteLineItem', `line${index}`, {
        QuoteId: '@{quote.id}',
        PricebookEntryId: entry.id,
        // Limio's list names the offers of a basket, and no quantity in its documentation.
        Quantity: Number(quantity ?? 1),
        UnitPrice: entry.price,
      });
    }),
  ];
}

/** Delivers events into Salesforce, all of one event or nothing. An event that is there already is done. */
export const toSalesforce =
  (salesforce: Salesforce): Deliver =>
  async (event, signal) => {
    const { instance, token, fetch = globalThis.fetch } = salesforce;
    const compositeRequest = recordsOf(event, salesforce);
    if (!compositeRequest.length) return;
    const response = await fetch(`${instance}${API}/composite`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ allOrNone: true, compositeRequest }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
    }).catch(() => failed('gave no answer'));
    // A request that is wrong in itself stays so; whatever else it is, the event comes again.
    if (response.status === 400) throw new LimioError('delivery_refused', 'Salesforce refused the request.');
    if (!response.ok) failed(`answered ${response.status}`);
    const { compositeResponse } = (await response.json()) as { compositeResponse: Part[] };
    const codes = compositeResponse
      .filter(({ httpStatusCode }) => httpStatusCode >= 300)
      .flatMap(({ body }) => (body as { errorCode: string }[]).map(({ errorCode }) => errorCode))
      .filter((code) => code !== 'PROCESSING_HALTED');
    if (codes.some((code) => PASSING.includes(code))) failed(`is busy: ${codes.join(', ')}`);
    if (codes.length && !codes.includes('DUPLICATE_VALUE'))
      throw new LimioError('delivery_refused', `Salesforce refused a record: ${codes.join(', ')}.`);
  };

/** Ends the round; nothing is lost. */
function failed(how: string): never {
  throw new LimioError('delivery_failed', `Salesforce ${how}.`);
}

interface Part {
  httpStatusCode: number;
  body: unknown;
}

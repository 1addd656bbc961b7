/** Fields that Salesforce demands when a record is created, and the longest text of some. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Lead: ['LastName', 'Company'],
  Opportunity: ['Name', 'StageName', 'CloseDate'],
  Quote: ['Name', 'OpportunityId'],
  QuoteLineItem: ['QuoteId', 'PricebookEntryId', 'Quantity', 'UnitPrice'],
};
const LONGEST: Readonly<Record<string, number>> = {
  LastName: 80,
  FirstName: 40,
  Company: 255,
  Name: 120,
  Email: 80,
};

interface Subrequest {
  method: string;
  url: string;
  referenceId: string;
  body: Record<string, unknown>;
}

/**
 * A Salesforce that takes composite requests in the documented shape and no others: 1 to 25 parts that create
 * records, references to earlier parts, all or none. `Limio_Basket__c` is unique.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite_post.htm
 */
export function salesforceStandIn() {
  const standIn = {
    records: [] as [type: string, fields: Record<string, unknown>][],
    /** What it answers to everything, if not 200; 0: nothing at all. */
    status: 200,
    /** A code with which it refuses the first part. */
    refusal: undefined as string | undefined,
    fetch,
  };

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const isAuthorized = /^Bearer \S+$/.test(request.headers.get('authorization') ?? '');
    if (!isAuthorized) return Response.json([{ errorCode: 'INVALID_SESSION_ID' }], { status: 401 });
    if (!standIn.status) throw new TypeError('fetch failed');
    if (standIn.status !== 200) return new Response(null, { status: standIn.status });
    const {
      allOrNone,
      compositeRequest: parts,
      ...rest
    } = (await request.json()) as {
      allOrNone?: unknown;
      compositeRequest?: Subrequest[];
    };
    const isShaped =
      request.method === 'POST' &&
      /^\/services\/data\/v\d+\.0\/composite$/.test(new URL(request.url).pathname) &&
      allOrNone === true &&
      !Object.keys(rest).length &&
      !!parts?.length &&
      parts.length <= 25 &&
      new Set(parts.map(({ referenceId }) => referenceId)).size === parts.length &&
      parts.every(({ method, referenceId }) => method === 'POST' && /^[a-z]\w*$/i.test(referenceId));
    if (!isShaped) return Response.json([{ errorCode: 'JSON_PARSER_ERROR' }], { status: 400 });
    return Response.json({ compositeResponse: create(parts!) });
  }

  function create(parts: Subrequest[]) {
    const ids = new Map<string, string>();
    const made: typeof standIn.records = [];
    let problem: string | undefined;
    const results = parts.map(({ url, referenceId, body }) => {
      const [, type = ''] = /^\/services\/data\/v\d+\.0\/sobjects\/(\w+)$/.exec(url) ?? [];
      const fields = Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name, resolve(value, ids)]),
      );
      const found = problem ? 'PROCESSING_HALTED' : (standIn.refusal ?? problemOf(type, fields));
      problem ??= found;
      if (found) return { referenceId, httpStatusCode: 400, body: [{ errorCode: found, message: found }] };
      made.push([type, fields]);
      ids.set(referenceId, `${type}-${standIn.records.length + made.length}`);
      return {
        referenceId,
        httpStatusCode: 201,
        body: { id: ids.get(referenceId), success: true, errors: [] },
      };
    });
    if (!problem) standIn.records.push(...made);
    const halted = [{ errorCode: 'PROCESSING_HALTED', message: 'The transaction was rolled back.' }];
    return results.map((result) =>
      problem && result.httpStatusCode === 201 ? { ...result, httpStatusCode: 400, body: halted } : result,
    );
  }

  const problemOf = (type: string, fields: Record<string, unknown>): string | undefined => {
    const required = REQUIRED[type];
    if (!required) return 'NOT_FOUND';
    if (required.some((name) => fields[name] === undefined || fields[name] === ''))
      return 'REQUIRED_FIELD_MISSING';
    if (Object.entries(fields).some(([name, value]) => String(value).length > (LONGEST[name] ?? 32_000)))
      return 'STRING_TOO_LONG';
    if (fields['Email'] !== undefined && !/^\S+@\S+\.\S+$/.test(String(fields['Email'])))
      return 'INVALID_EMAIL_ADDRESS';
    const basket = fields['Limio_Basket__c'];
    const isThere = standIn.records.some(([, there]) => there['Limio_Basket__c'] === basket);
    return basket !== undefined && isThere ? 'DUPLICATE_VALUE' : undefined;
  };
  return standIn;
}

/** The id behind a reference such as `@{quote.id}`. */
const resolve = (value: unknown, ids: ReadonlyMap<string, string>): unknown =>
  typeof value === 'string'
    ? value.replace(/^@\{(\w+)\.id\}$/, (_, name: string) => ids.get(name) ?? '')
    : value;

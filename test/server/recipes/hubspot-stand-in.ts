interface Input {
  idProperty?: string;
  id?: string;
  properties?: Record<string, string | undefined>;
}

/** Properties by which objects are known, and those that a deal cannot do without. */
const UNIQUE: Readonly<Record<string, string>> = { contacts: 'email', deals: 'limio_basket' };
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  contacts: [],
  deals: ['dealname', 'dealstage', 'pipeline'],
};

/**
 * A HubSpot that creates or updates by a unique property, in the documented shape and no other.
 *
 * @see https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/batch/post-crm-v3-objects-contacts-batch-upsert
 */
export function hubSpotStandIn() {
  const objects = { contacts: new Map<string, object>(), deals: new Map<string, object>() };
  /** What it answers to everything, if not 200; 0: nothing at all. */
  const standIn = { objects, status: 200, fetch };

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    if (!standIn.status) throw new TypeError('fetch failed');
    if (standIn.status !== 200) return Response.json({ status: 'error' }, { status: standIn.status });
    if (!/^Bearer \S+$/.test(request.headers.get('authorization') ?? ''))
      return new Response(null, { status: 401 });
    const [, kind] =
      /^https:\/\/api\.hubapi\.com\/crm\/v3\/objects\/(contacts|deals)\/batch\/upsert$/.exec(request.url) ??
      [];
    if (!kind || request.method !== 'POST') return new Response(null, { status: 404 });
    const { inputs, ...rest } = (await request.json()) as { inputs?: Input[] };
    const isShaped = !Object.keys(rest).length && inputs?.length && inputs.length <= 100;
    if (!isShaped || !inputs.every((each) => isGood(kind, each)))
      return Response.json({ status: 'error', category: 'VALIDATION_ERROR' }, { status: 400 });
    const kept = objects[kind as keyof typeof objects];
    for (const { id = '', properties } of inputs) kept.set(id, { ...kept.get(id), ...properties });
    return Response.json({ status: 'COMPLETE', results: inputs });
  }
  return standIn;
}

const isGood = (kind: string, { idProperty, id, properties = {}, ...rest }: Input): boolean =>
  idProperty === UNIQUE[kind] &&
  !!id &&
  properties[idProperty!] === id &&
  (kind !== 'contacts' || /^\S+@\S+\.\S+$/.test(id)) &&
  REQUIRED[kind]!.every((name) => properties[name]) &&
  !Object.keys(rest).length;

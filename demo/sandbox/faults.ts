import { delay, getResponse, http, HttpResponse, type HttpHandler } from 'msw';
import { operationOf } from './operations.ts';
import { scenariosFor, type World } from './world.ts';

/** Scenarios that befall a request before or after it is dealt with. */
type Fault = (
  request: Request,
  deal: () => Promise<Response>,
  amount?: number,
) => Promise<Response | undefined>;

/** How often those strike that end by themselves. */
const TIMES: Readonly<Record<string, number>> = { 'expired-token': 1, 'bad-gateway': 2 };

const FAULTS: Readonly<Record<string, Fault>> = {
  slow: async (_, __, amount = 1000) => void (await delay(amount)),
  stall: async (_, deal) => unfinished(await deal()),
  // Limio has done what it was told; only the answer is lost.
  drop: async (_, deal) => {
    await deal();
    return HttpResponse.error();
  },
  down: async () => HttpResponse.error(),
  'expired-token': async () => message(401, 'Unauthorized'),
  'rate-limited': async () => message(429, 'Too many requests', { 'retry-after': '30' }),
  'bad-gateway': async () => message(502, 'Bad gateway'),
  html: async () => HttpResponse.html('<!doctype html><title>Sign in</title><h1>Please sign in</h1>'),
  huge: async () => {
    const { text, bytes } = megabytes(20);
    return new HttpResponse(text, {
      headers: { 'content-type': 'application/json', 'content-length': `${bytes}` },
    });
  },
  redirect: async ({ url }) =>
    new HttpResponse(null, {
      status: 307,
      headers: { location: `https://elsewhere.test${new URL(url).pathname}` },
    }),
};

/** A handler in front of all others; falls through to them where nothing goes wrong. */
export function faults(world: World, handlers: readonly HttpHandler[]): HttpHandler {
  return http.all('*', async ({ request }) => {
    const operation = operationOf(request);
    if (!operation) return undefined;
    for (const { name, on, amount } of scenariosFor(world, request)) {
      const fault = FAULTS[name];
      if (!fault || !(on === 'all' || on === operation)) continue;
      const struck = world.state.struck.get(name) ?? 0;
      if (struck >= (TIMES[name] ?? Infinity)) continue;
      world.state.struck.set(name, struck + 1);
      const deal = async () => (await getResponse([...handlers], request.clone())) ?? HttpResponse.error();
      const response = await fault(request, deal, amount);
      if (response) return response as HttpResponse<string>;
    }
    return undefined;
  });
}

const message = (status: number, text: string, headers: Record<string, string> = {}) =>
  HttpResponse.json({ message: text }, { status, headers });

/** The same reply, of which only half arrives. */
async function unfinished(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new ReadableStream({ start: (it) => it.enqueue(bytes.slice(0, bytes.length / 2)) });
  return new HttpResponse(body, { status: response.status, headers: response.headers });
}

/** Valid JSON of that size, made as it is read. */
function megabytes(count: number): { text: ReadableStream; bytes: number } {
  const [before, filling, after] = ['{"items":["', 'x'.repeat(2 ** 16), '"]}'].map((text) =>
    new TextEncoder().encode(text),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  let left = count * 16;
  const text = new ReadableStream({
    start: (it) => it.enqueue(before),
    pull(it) {
      if (left-- > 0) it.enqueue(filling);
      else {
        it.enqueue(after);
        it.close();
      }
    },
  });
  return { text, bytes: before.length + left * filling.length + after.length };
}

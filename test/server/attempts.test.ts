import { describe, expect, test } from 'vitest';
import { insuredState } from '../../src/server/state/insured-state.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import type { BackendState } from '../../src/server/state/state.ts';
import { gate } from '../limio/token-setup.ts';
import { distant } from '../setup/distant-store.ts';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, HERE, optionsFor, ORIGIN, outcome, setup } from './setup.ts';
import { limioBackend } from '../../src/server/backend.ts';

/** A state in which a sign of life stays, so that a busy machine is no dead one. */
const lasting = (state: BackendState): BackendState => ({
  ...state,
  signsOfLife: true,
  set: (key, value, ttl) => state.set(key, value, key.startsWith('alive:') ? 60_000 : ttl),
});

describe('an attempt', () => {
  test('that is sent twenty times at once makes one basket and has one answer', async () => {
    const { post, limio } = setup();
    const request = checkout({ promoCode: 'SAVE20' });
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(request)));
    const answers = await Promise.all(responses.map((response) => response.text()));
    expect(responses.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    expect(new Set(answers).size).toBe(1);
    expect([limio.count('initiateCheckout'), limio.count('applyPromoCode')]).toEqual([1, 1]);
  });

  test('that is sent again later has the same answer', async () => {
    const { post, limio, wait } = setup();
    const request = checkout();
    const first = await (await post(request)).text();
    wait(300);
    expect(await (await post(request)).text()).toBe(first);
    expect(limio.count('initiateCheckout')).toBe(1);
  });

  test('that is sent to two instances with one state makes one basket, and both use one token', async () => {
    const limio = pretendLimio();
    const state = memoryState();
    const [one, two] = [1, 2].map(() => limioBackend({ ...optionsFor(limio), state }));
    const headers = { origin: ORIGIN, 'content-type': 'application/json' };
    const post = (to: typeof one, body: unknown) =>
      to!.fetch(new Request(`${HERE}/checkouts`, { method: 'POST', headers, body: JSON.stringify(body) }));
    const request = checkout();
    const answers = await Promise.all([post(one, request), post(two, request)]);
    expect(await answers[0]!.text()).toBe(await answers[1]!.text());
    expect(limio.count('initiateCheckout')).toBe(1);
    await post(one, checkout());
    await post(two, checkout());
    expect([limio.count('token'), limio.count('initiateCheckout')]).toEqual([1, 3]);
  });

  test('whose twin ends just before it begins does not make a second basket', async () => {
    const memory = memoryState();
    const request = checkout();
    let isFirst = true;
    const { post, limio } = setup({
      state: {
        ...memory,
        async add(key, value, ttl) {
          if (key.startsWith('attempt:') && isFirst) {
            isFirst = false;
            await post(request);
          }
          return memory.add(key, value, ttl);
        },
      },
    });
    expect(await outcome(await post(request))).toBe('200 ok');
    expect(limio.count('initiateCheckout')).toBe(1);
  });

  test('whose signs of life cannot be written is answered, and throws nowhere else', async () => {
    const memory: BackendState = { ...memoryState(), signsOfLife: true };
    let signed = () => {};
    const isSigned = new Promise<void>((resolve) => (signed = resolve));
    const set: BackendState['set'] = (key, ...rest) => {
      if (!key.startsWith('alive:')) return memory.set(key, ...rest);
      signed();
      throw new Error('The store is broken.');
    };
    const limio = pretendLimio({ initiateCheckout: async () => void (await isSigned) });
    const { post } = setup({ state: { ...memory, set } }, limio);
    expect(await outcome(await post(checkout()))).toBe('200 ok');
  });

  test('that failed and is sent again many times at once makes one basket', async () => {
    let failures = 1;
    const limio = pretendLimio({
      initiateCheckout: () => (failures-- > 0 ? Response.json({}, { status: 400 }) : undefined),
    });
    const { post } = setup({}, limio);
    const request = checkout();
    expect(await outcome(await post(request))).toBe('502 upstream_rejected');
    const again = await Promise.all(Array.from({ length: 10 }, async () => outcome(await post(request))));
    expect(again).toEqual(Array<string>(10).fill('200 ok'));
    expect(limio.count('initiateCheckout')).toBe(2);
  });

  test('whose instance died is free again after its time', async () => {
    const state = memoryState();
    const { add } = state;
    // What the dead instance left behind is gone after the time of a request and three seconds.
    const ttls: number[] = [];
    const { post } = setup({
      state: { ...state, add: (key, value, ttl) => (ttls.push(ttl), add(key, value, ttl)) },
    });
    await post(checkout());
    expect(ttls).toEqual([5500, expect.any(Number)]);
  });

  test('whose instance died in the middle is begun anew by another one, under the same id at Limio', async () => {
    const memory: BackendState = { ...memoryState(), signsOfLife: true };
    let reached: () => void;
    const isAtLimio = new Promise<void>((resolve) => (reached = resolve));
    let wake: (response: Response) => void;
    const isAwake = new Promise<Response>((resolve) => (wake = resolve));
    const asleep = pretendLimio({ initiateCheckout: () => (reached(), isAwake) });
    // As good as dead: it gives no sign.
    const set: BackendState['set'] = async (key, ...more) =>
      key.startsWith('alive:') ? undefined : memory.set(key, ...more);
    const dying = setup({ budget: 60_000, state: { ...memory, set } }, asleep);
    const living = setup({ budget: 60_000, state: memory });
    const request = checkout();
    const late = dying.post(request);
    await isAtLimio;
    const answers = await Promise.all([living.post(request), living.post(request)]);
    expect(await Promise.all(answers.map(outcome))).toEqual(['200 ok', '200 ok']);
    expect(living.limio.count('initiateCheckout')).toBe(1);
    expect(living.limio.initiated().order['external_id']).toBe(asleep.initiated().order['external_id']);

    // Where it was only asleep, its failure takes no answer away.
    wake!(Response.json({}, { status: 400 }));
    expect(await outcome(await late)).toBe('502 upstream_rejected');
    expect(await outcome(await living.post(request))).toBe('200 ok');
    expect(living.limio.count('initiateCheckout')).toBe(1);
  });

  test('whose instance is alive and slow is waited for', async () => {
    const memory = lasting(memoryState());
    let signs = 0;
    let askedFor = 0;
    const { open: answer, opened: isAnswered } = gate<Response | undefined>();
    const limio = pretendLimio({ initiateCheckout: () => isAnswered });
    const state: BackendState = {
      ...memory,
      set: (key, value, ttl) => (key.startsWith('alive:') && signs++, memory.set(key, value, ttl)),
      get: (key) => (key.startsWith('alive:') && askedFor++, memory.get(key)),
    };
    const [one, two] = [setup({ budget: 60_000, state }, limio), setup({ budget: 60_000, state }, limio)];
    const request = checkout();
    const both = [one.post(request), two.post(request)].map(async (each) => outcome(await each));
    await expect.poll(() => signs >= 3 && askedFor >= 3).toBe(true);
    expect(limio.count('initiateCheckout')).toBe(1);
    answer(undefined);
    expect(await Promise.all(both)).toEqual(['200 ok', '200 ok']);
    expect(limio.count('initiateCheckout')).toBe(1);
  });

  test('that is waited for does not make a store that is slow one that is down', async () => {
    const memory = memoryState();
    const changes: unknown[] = [];
    let looks = 0;
    const { open: answer, opened: isAnswered } = gate<Response | undefined>();
    // Whoever does the work is alive: its timer for that is slower than a clock that jumps.
    const get = async (key: string) => (looks++, key.startsWith('alive:') ? '' : memory.get(key));
    const store = distant({ ...memory, signsOfLife: true, get }, 200);
    // In all, it may cost a request as much as fifteen looks; there are more.
    const options = { timeout: 3000, onChange: (...change: unknown[]) => changes.push(change) };
    const shared = () => insuredState(store, async () => {}, options);
    const limio = pretendLimio({ initiateCheckout: () => isAnswered });
    const [one, two] = [1, 2].map(() => setup({ budget: 60_000, state: shared() }, limio));
    const request = checkout();
    const both = [one, two].map(async (each) => outcome(await each!.post(request)));
    await expect.poll(() => looks > 20 || changes.length).toBe(true);
    answer(undefined);
    expect(await Promise.all(both)).toEqual(['200 ok', '200 ok']);
    expect([limio.count('initiateCheckout'), changes]).toEqual([1, []]);
  });

  // prettier-ignore
  const others: Array<[behaviour: string, change: Record<string, unknown>]> = [
    ['another basket',       { items: [{ path: '/offers2/Team' }] }],
    ['another customer',     { customer: { email: 'eve@example.com' } }],
    ['another promo code',   { promoCode: 'SAVE20' }],
  ];
  test.for(others)('cannot be used again for %s', async ([, change]) => {
    const { post, limio } = setup();
    const request = checkout();
    await post(request);
    expect(await outcome(await post({ ...request, ...change }))).toBe('409 conflict');
    expect(limio.count('initiateCheckout')).toBe(1);
  });

  test('cannot be read by another page', async () => {
    const { post } = setup();
    const request = checkout();
    await post(request);
    expect(await outcome(await post(request, { origin: 'http://localhost:5173' }))).toBe('409 conflict');
  });

  test('that came with two bodies at once makes one basket', async () => {
    const { post, limio } = setup();
    const request = checkout();
    const responses = await Promise.all([
      post(request),
      post({ ...request, items: [{ path: '/offers2/Team' }] }),
    ]);
    expect((await Promise.all(responses.map(outcome))).sort()).toEqual(['200 ok', '409 conflict']);
    expect(limio.count('initiateCheckout')).toBe(1);
  });

  test('that failed may be tried again, under the same id at Limio', async () => {
    let failures = 1;
    const limio = pretendLimio({
      initiateCheckout: () =>
        failures-- > 0 ? Response.json({ message: 'no' }, { status: 400 }) : undefined,
    });
    const { post } = setup({}, limio);
    const request = checkout();
    expect(await outcome(await post(request))).toBe('502 upstream_rejected');
    expect(await outcome(await post(request))).toBe('200 ok');
    const ids = limio.calls
      .filter(({ operation }) => operation === 'initiateCheckout')
      .map(({ body }) => body.order['external_id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('that failed cannot be tried again with another basket', async () => {
    const limio = pretendLimio({ initiateCheckout: () => Response.json({ message: 'no' }, { status: 400 }) });
    const { post } = setup({}, limio);
    const request = checkout();
    await post(request);
    expect(await outcome(await post({ ...request, items: [{ path: '/offers2/Team' }] }))).toBe(
      '409 conflict',
    );
  });

  test('has an id of its own at Limio, which tells nothing of the id the browser made', async () => {
    const { post, limio } = setup();
    const [one, two] = [checkout(), checkout()];
    await post(one);
    const first = limio.initiated().order['external_id'];
    await post(two);
    expect(limio.initiated().order['external_id']).not.toBe(first);
    expect(JSON.stringify(limio.calls)).not.toContain(one.attemptId);
  });
});

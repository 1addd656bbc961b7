import type { ReactiveController } from 'lit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CheckoutController, type Fallback, type Intent } from '../../src/controllers/checkout-controller.ts';
import { opened, refused, signed } from '../element/assist-fixtures.ts';
import { held, serve, shop } from '../element/fixtures.ts';

const link = `${shop}/checkout?purchase=%2Foffers2%2FA`;

/** A controller on an element of the page, which it may be taken from and brought back to. */
function setup() {
  const controllers: ReactiveController[] = [];
  const element = document.createElement('div');
  const host = Object.assign(element, {
    // As Lit does: on an element that is there already, a controller is connected at once.
    addController: (controller: ReactiveController) => {
      controllers.push(controller);
      if (element.isConnected) controller.hostConnected?.();
    },
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  });
  document.body.append(element);
  const fallbacks: Fallback[] = [];
  const controller = new CheckoutController(host, (fallback) => fallbacks.push(fallback));
  const leave = () => {
    element.remove();
    for (const each of controllers) each.hostDisconnected?.();
  };
  const enter = () => {
    document.body.append(element);
    for (const each of controllers) each.hostConnected?.();
  };
  onTestFinished(leave);
  return { controller, host, fallbacks, leave, enter };
}

/** An intent to buy, and where it led: addresses that were opened, and `closed`. */
function intend(key: string, isGone = false): Intent & { ways: string[] } {
  const ways: string[] = [];
  return {
    backend: '/api',
    shop,
    order: { items: [{ path: '/offers2/A' }] },
    link,
    key,
    ways,
    open: (url) => !isGone && Boolean(ways.push(url)),
    close: () => void ways.push('closed'),
  };
}

/** As the browser tells it. */
const turn = (type: 'pageshow' | 'pagehide', persisted = false) =>
  dispatchEvent(new PageTransitionEvent(type, { persisted }));

describe('an intent', () => {
  test('ends at the signed link', async () => {
    serve(() => opened());
    const { controller, fallbacks } = setup();
    const intent = intend('a');
    const run = controller.start(intent);
    expect(controller.state).toEqual({ status: 'pending', key: 'a' });
    await run;
    expect(intent.ways).toEqual([signed()]);
    expect(controller.state).toMatchObject({ status: 'opened', checkout: { url: signed() } });
    expect(fallbacks).toEqual([]);
  });

  // prettier-ignore
  const ends: Array<[code: string, fields: string[], ways: string[], status: string]> = [
    ['rate_limited',         [],                    [link],     'idle'],
    ['upstream_timeout',     [],                    [link],     'idle'],
    ['conflict',             [],                    [link],     'idle'],
    ['bad_request',          [],                    [link],     'idle'],
    ['bad_request',          ['items.0.quantity'],  [link],     'idle'],
    ['internal',             ['customer.email'],    [link],     'idle'],
    ['bad_request',          ['customer.email'],    ['closed'], 'rejected'],
    ['offer_changed',        ['items.0.version'],   ['closed'], 'changed'],
    ['offer_unavailable',    ['items.0.path'],      [link],     'idle'],
  ];
  test.for(ends)('that is refused with %s %j leads to %j', async ([code, fields, ways, status]) => {
    serve(() => refused(code, fields));
    const { controller, fallbacks } = setup();
    const intent = intend('a');
    await controller.start(intent);
    expect(intent.ways).toEqual(ways);
    expect(controller.state.status).toBe(status);
    expect(fallbacks).toMatchObject([{ error: { code }, intent }]);
  });

  // prettier-ignore
  const windows: Array<[behaviour: string, answer: () => Response, code: string]> = [
    ['before the signed link could be opened',   () => opened(),                'window_refused'],
    ['before the purchase link could be opened', () => refused('rate_limited'), 'rate_limited'],
  ];
  test.for(windows)('whose window is gone %s leaves the public link', async ([, answer, code]) => {
    serve(answer);
    const { controller, fallbacks } = setup();
    await controller.start(intend('a', true));
    expect(controller.state).toEqual({ status: 'refused', link });
    expect(fallbacks.map(({ error }) => error.code)).toEqual([code]);
  });

  test('is not started twice while it is under way, and can be afterwards', async () => {
    const { answer, give } = held();
    const calls = serve(answer);
    const { controller } = setup();
    const run = controller.start(intend('a'));
    await controller.start(intend('a'));
    expect(calls).toHaveLength(1);
    give(opened());
    await run;
    await controller.start(intend('a'));
    expect(calls).toHaveLength(2);
  });

  test('gives way to a newer one, without a word', async () => {
    const calls = serve((call) => held().answer(call));
    const { controller, fallbacks } = setup();
    const [older, newer] = [intend('a'), intend('b')];
    const run = controller.start(older);
    void controller.start(newer);
    await run;
    expect(calls.map(({ init }) => init.signal!.aborted)).toEqual([true, false]);
    expect(older.ways).toEqual(['closed']);
    expect(newer.ways).toEqual([]);
    expect(controller.state).toEqual({ status: 'pending', key: 'b' });
    expect(fallbacks).toEqual([]);
  });

  // prettier-ignore
  const partings: Array<[behaviour: string, part: (scene: ReturnType<typeof setup>) => void]> = [
    ['the customer leaves the page',            () => turn('pagehide')],
    ['the page goes into memory',               () => turn('pagehide', true)],
    ['the element is removed',                  ({ leave }) => leave()],
    ['a window is refused to a newer one',      ({ controller }) => controller.refuse(link)],
  ];
  test.for(partings)('is given up without a word when %s', async ([, part]) => {
    const calls = serve(held().answer);
    const scene = setup();
    const intent = intend('a');
    const run = scene.controller.start(intent);
    part(scene);
    await run;
    expect(calls[0]!.init.signal!.aborted).toBe(true);
    expect(intent.ways).toEqual(['closed']);
    expect(scene.fallbacks).toEqual([]);
  });

  test('goes on while the element moves within the page', async () => {
    const { answer, give } = held();
    serve(answer);
    const { controller, leave, enter } = setup();
    const intent = intend('a');
    const run = controller.start(intent);
    leave();
    enter();
    give(opened());
    await run;
    expect(intent.ways).toEqual([signed()]);
  });
});

describe('a page that comes back', () => {
  test('from memory is as new', async () => {
    serve(held().answer);
    const { controller } = setup();
    void controller.start(intend('a'));
    turn('pageshow', true);
    expect(controller.state).toEqual({ status: 'idle' });
  });

  test('in any other way is left alone', async () => {
    serve(held().answer);
    const { controller } = setup();
    void controller.start(intend('a'));
    turn('pageshow');
    expect(controller.state.status).toBe('pending');
  });
});

describe('on the window', () => {
  /** Listeners that are there, by type. */
  function counted() {
    const { addEventListener: add, removeEventListener: remove } = window;
    const there = new Set<unknown>();
    window.addEventListener = (...given: unknown[]) => {
      there.add(given[1]);
      Reflect.apply(add, window, given);
    };
    window.removeEventListener = (...given: unknown[]) => {
      there.delete(given[1]);
      Reflect.apply(remove, window, given);
    };
    onTestFinished(() => void Object.assign(window, { addEventListener: add, removeEventListener: remove }));
    return there;
  }

  test('listens while the element is on the page, and no longer', () => {
    const there = counted();
    const { leave, enter } = setup();
    expect(there.size).toBe(2);
    leave();
    expect(there.size).toBe(0);
    enter();
    expect(there.size).toBe(2);
  });

  test('does not listen for an element that has gone before', () => {
    const { host, leave } = setup();
    leave();
    const there = counted();
    const late = new CheckoutController(host, () => {});
    expect(late.state.status).toBe('idle');
    expect(there.size).toBe(0);
  });
});

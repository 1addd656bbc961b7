import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { connectRecaptcha } from '../../src/integrations/recaptcha.ts';
import { connectTurnstile } from '../../src/integrations/turnstile.ts';
import { find, root } from './fixtures.ts';
import {
  backend,
  bodiesOf,
  change,
  planTag,
  press,
  refusal,
  said,
  settled,
  showPlan,
  until,
  upgraded,
} from './plan-fixtures.ts';

beforeEach(() => sessionStorage.clear());

/** A vendor's functions that the page has already. */
function vendor(name: string, functions: object): void {
  const page = globalThis as unknown as Record<string, unknown>;
  page[name] = functions;
  onTestFinished(() => void delete page[name]);
}

describe('a token of reCAPTCHA', () => {
  test('is had of the adapter, a fresh one for each step, where the page sets none', async () => {
    const actions: unknown[] = [];
    vendor('grecaptcha', {
      ready: (then: () => void) => then(),
      execute: (siteKey: string, options: object) => Promise.resolve(`${siteKey}-${actions.push(options)}`),
    });
    onTestFinished(connectRecaptcha({ siteKey: 'key' }));
    const calls = backend({ POST: [change()], PUT: [upgraded()] });
    const el = await showPlan();
    press(el, 'Choose Business');
    await until(el, () =>
      expect(bodiesOf(calls)).toMatchObject([{ recaptcha: 'key-1' }, { recaptcha: 'key-2' }]),
    );
    expect(actions).toEqual([{ action: 'initiateCheckout' }, { action: 'initiateCheckout' }]);
  });

  test('is had where an old library has put a class of its own in the place of `Event`', async () => {
    const { Event } = globalThis;
    onTestFinished(() => void Object.assign(globalThis, { Event }));
    vendor('grecaptcha', { ready: (then: () => void) => then(), execute: () => Promise.resolve('token') });
    onTestFinished(connectRecaptcha({ siteKey: 'key' }));
    const calls = backend({ POST: [change()] });
    Object.assign(globalThis, { Event: class {} });
    await showPlan();
    expect(bodiesOf(calls)).toMatchObject([{ recaptcha: 'token' }]);
  });

  test('of the page itself goes first', async () => {
    vendor('grecaptcha', { ready: (then: () => void) => then(), execute: () => Promise.resolve('adapter') });
    onTestFinished(connectRecaptcha({ siteKey: 'key' }));
    const calls = backend({ POST: [change()] });
    await showPlan(planTag(), { recaptcha: 'own' });
    expect(bodiesOf(calls)).toMatchObject([{ recaptcha: 'own' }]);
  });

  // prettier-ignore
  const nothing: Array<[what: string, connect: () => () => void]> = [
    ['nobody answers',                             () => () => {}],
    ['the adapter of another challenge is there',  () => { vendor('turnstile', { render: () => 'w', remove: () => {} }); return connectTurnstile({ siteKey: 'k' }); }],
    ['Google refuses the key',                     () => { vendor('grecaptcha', { ready: (then: () => void) => then(), execute: () => Promise.reject(new Error('Invalid site key')) }); return connectRecaptcha({ siteKey: 'k' }); }],
  ];
  test.for(nothing)('is left out where %s', async ([, connect]) => {
    onTestFinished(connect());
    const calls = backend({ POST: [change()] });
    await showPlan();
    expect(bodiesOf(calls)[0]).not.toHaveProperty('recaptcha');
  });
});

describe('words of the page', () => {
  const own = { choose: 'Take {plan}', present: 'You have {plan}' };
  // prettier-ignore
  const ways: Array<[how: string, tag: string, properties: object]> = [
    ['an object',         planTag(),                                       { words: own }],
    ['JSON in the tag',   planTag(`words='${JSON.stringify(own)}'`),       {}],
    ['JSON in data-',     planTag(`data-words='${JSON.stringify(own)}'`),  {}],
  ];
  test.for(ways)('stand in place of ours, given as %s', async ([, tag, properties]) => {
    backend({ POST: [change()] });
    const el = await showPlan(tag, properties as Record<string, unknown>);
    await until(el, () => expect(said(el, '[part~=cta]')).toBe('Take Business | Take Starter'));
    expect(said(el, '[part~=title]')).toContain('You have Team');
    expect(said(el, '[part~=title]')).toContain('Add-ons');
  });

  test('that are none leave ours, and are told once to whoever set them', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    backend({ POST: [change()], PUT: [upgraded()] });
    const el = await showPlan(planTag('words="{“choose”: 1}"'));
    await expect.poll(() => warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]!.join()).toContain('json_invalid');
    press(el, 'Choose Business');
    await until(el, () => expect(said(el, 'a[part=cta]')).toBe('Change to Business'));
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('that are no text are passed over', async () => {
    backend({ POST: [change()] });
    const el = await showPlan(planTag(), { words: { choose: undefined, add: 5, remove: 'Drop {name}' } });
    await until(el, () => expect(said(el, '.addons')).toContain('Drop Support'));
    expect(said(el, '[part~=cta]')).toBe('Choose Business | Choose Starter');
    expect(said(el, '.addons')).toContain('Add Storage');
  });
});

describe('that a step was not done', () => {
  /** A plan with more add-ons than a window holds, in a place of its own. */
  async function tall() {
    const addOns = Array.from({ length: 30 }, (_, n) => ({ id: `a${n}`, path: `/a${n}`, name: `Room ${n}` }));
    const calls = backend({
      POST: [change({ crossSells: addOns })],
      PUT: [refusal('upstream_unavailable', 503), refusal('upstream_unavailable', 503)],
    });
    const el = await showPlan();
    return { el, calls };
  }

  test('is brought into view, wherever the button is, each time', async () => {
    const { el } = await tall();
    for (const name of ['Add Room 29', 'Add Room 28']) {
      const before = root(el).querySelector('.alert');
      press(el, name);
      find(el, '.addons li:last-child').scrollIntoView({ block: 'end' });
      await until(el, () => expect(root(el).querySelector('.alert')).not.toBe(before));
      await settled(el);
      const { top, bottom } = find(el, '.alert').getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(innerHeight);
    }
  });

  test('is told to screen readers anew', async () => {
    const { el } = await tall();
    press(el, 'Add Room 0');
    await until(el, () => expect(find(el, '[role=alert]').textContent).toContain('Nothing has been changed'));
    const first = find(el, '[role=alert]');
    press(el, 'Add Room 1');
    await until(el, () => {
      const now = root(el).querySelector('[role=alert]');
      expect(now && now !== first).toBe(true);
    });
  });

  test('moves nothing for whoever has gone on elsewhere', async () => {
    const { el } = await tall();
    press(el, 'Add Room 29');
    const field = document.createElement('input');
    el.after(field);
    field.focus();
    field.scrollIntoView({ block: 'end' });
    await until(el, () => expect(root(el).querySelector('.alert')).not.toBeNull());
    await settled(el);
    // Engines differ in what they keep in its place when something comes in above; the alert stays out of sight in all.
    expect(find(el, '.alert').getBoundingClientRect().bottom).toBeLessThan(0);
    expect(document.activeElement).toBe(field);
  });
});

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LimioErrorEvent, LimioReadyEvent } from '../../src/element/events/events.ts';
import { userEvent } from '../setup/user-event.ts';
import {
  anchor,
  appears,
  drawn,
  find,
  findAll,
  href,
  hrefs,
  isSeen,
  listen,
  offer,
  place,
  root,
  serve,
  show,
  tag,
  texts,
} from './fixtures.ts';

const list = (...names: string[]) => Response.json(names.map((name) => offer(name)));
const down = () => new Response('', { status: 503 });

describe('offers that cannot be loaded', () => {
  // prettier-ignore
  const faults: Array<[behaviour: string, answer: () => Response, code: string]> = [
    ['a server that is down',       down,                                                        'invalid_response'],
    ['no network',                  () => { throw new TypeError('offline'); },                   'network'],
    ['an answer that is HTML',      () => new Response('<!doctype html>'),                       'invalid_response'],
    ['an empty answer',             () => new Response(''),                                      'invalid_response'],
    ['an answer without a body',    () => new Response(null, { status: 204 }),                   'invalid_response'],
    ['null',                        () => Response.json(null),                                   'invalid_response'],
    ['a number',                    () => Response.json(7),                                      'invalid_response'],
    ['another document',            () => Response.json({ error: 'x' }),                         'invalid_response'],
    ['JSON that is far too deep',   () => new Response('['.repeat(100_000)),                     'invalid_response'],
    ['a list in another encoding',  () => new Response(Uint8Array.from('\ufeff[]', (sign) => sign.charCodeAt(0) & 255)), 'invalid_response'],
    ['JSON behind a guard',         () => new Response(")]}',\n[]"),                              'invalid_response'],
    ['a call instead of a list',    () => new Response('offers([])'),                            'invalid_response'],
    ['a list of lines',             () => new Response('{"path":"/offers2/B"}\n{"path":"/offers2/C"}'), 'invalid_response'],
    ['one offer and no list',       () => Response.json({ path: '/offers2/B', name: 'B' }),      'invalid_response'],
    ['a request for a password',    () => new Response('', { status: 401 }),                     'invalid_response'],
    ['an answer nobody can read',   () => ({ ok: true, status: 200 }) as Response,               'invalid_response'],
    ['no answer at all',            () => undefined as never,                                    'network'],
    ['an offer that has ended',     () => Response.json([{ path: '/offers2/B', name: 'B', until: '2020-01-01' }]), 'offers_empty'],
    ['an empty list',               () => Response.json([]),                                     'offers_empty'],
    ['a list of nothing',           () => Response.json([null, 7, {}]),                          'offers_empty'],
  ];
  test.for(faults)(
    'because of %s leave the cards of the links, and one event says why',
    async ([, answer, code]) => {
      serve(answer);
      const el = place(tag('src="/offers.json"', anchor('A')));
      const events = listen(el);
      await drawn(el);
      await el.updateComplete;
      expect(events).toMatchObject([{ code }, { type: 'limio-ready', source: 'children' }]);
      expect((events[0] as LimioErrorEvent).message).toMatch(/\.$/);
      expect(hrefs(el)).toEqual([href('A')]);
      expect(isSeen(el.querySelector('a')!)).toBe(false);
      expect(texts(el, 'message')).toEqual([]);
    },
  );

  test.for([
    'javascript:alert(1)',
    'data:application/json,[]',
    'http://elsewhere.example.com/x.json',
    'blob:x',
    'https://',
  ])('because %s is no address are never asked for', async (src) => {
    const calls = serve(() => list('B'));
    const el = place(tag('', anchor('A')));
    el.src = src;
    expect(((await drawn(el)) as LimioErrorEvent).code).toBe('source_invalid');
    expect(calls).toEqual([]);
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('are said to be missing where the page holds nothing, with another try', async () => {
    let isDown = true;
    const calls = serve(() => (isDown ? down() : list('A')));
    const el = await show(tag('lang="en" src="/offers.json"'));
    const again = await appears(el, '[part=message] button');
    expect(find(el, '[part=message] p').textContent).toBe('The offers cannot be shown at the moment.');
    expect(again.textContent).toBe('Try again');
    isDown = false;
    await userEvent.click(again);
    await appears(el, '[part=cta]');
    expect(calls).toHaveLength(2);
    expect(hrefs(el)).toEqual([href('A')]);
    expect(texts(el, 'message')).toEqual([]);
  });

  test('are told again when another try fails as well', async () => {
    serve(down);
    const el = place(tag('src="/offers.json"'));
    const events = listen(el);
    await drawn(el);
    await userEvent.click(await appears(el, '[part=message] button'));
    await expect.poll(() => events.map(({ type }) => type)).toEqual(['limio-error', 'limio-error']);
  });
});

describe('no offers', () => {
  test('are said to be none where the page holds nothing', async () => {
    const el = place(tag('lang="en"'), { offers: [] });
    expect(((await drawn(el)) as LimioErrorEvent).code).toBe('offers_empty');
    await appears(el, '[part=message]');
    expect(find(el, '[part=message] p').textContent).toBe('There are no offers at the moment.');
    expect(find(el, '[part=message]').getAttribute('role')).toBe('status');
    expect(findAll(el, 'button')).toEqual([]);
  });

  test('are none that have ended, have not begun, or are sold elsewhere', async () => {
    const el = place(tag('country="de"'), {
      offers: [
        offer('ended', { until: '2020-01-01T00:00:00Z' }),
        offer('to come', { from: '2999-01-01T00:00:00Z' }),
        offer('elsewhere', { countries: ['FR'] }),
        offer('here', { from: '2020-01-01', until: '2999-01-01', countries: ['DE'] }),
      ],
    });
    await drawn(el);
    expect(hrefs(el)).toEqual([href('here')]);
  });
});

describe('offers that were loaded before', () => {
  test('stay when they cannot be loaded again, as what they are: not the newest', async () => {
    const calls = serve(() =>
      calls.length > 1 ? down() : Response.json({ offers: [offer('A')], asOf: '2026-05-04T12:00:00Z' }),
    );
    const written = vi.spyOn(Date.prototype, 'toLocaleDateString');
    onTestFinished(() => written.mockRestore());
    const el = await show(tag('lang="en" src="/offers.json"'));
    expect(texts(el, 'as-of')).toEqual([]);
    // The first date that a page writes costs it more than the list.
    expect(written).not.toHaveBeenCalled();
    const events = listen(el);
    el.reload();
    await expect.poll(() => events.map(({ type }) => type)).toEqual(['limio-error', 'limio-ready']);
    expect((events[0] as LimioErrorEvent).code).toBe('invalid_response');
    expect((events[1] as LimioReadyEvent).stale).toBe(true);
    expect(hrefs(el)).toEqual([href('A')]);
    await appears(el, '[part=as-of]');
    expect(texts(el, 'as-of')).toEqual(['Prices as of May 4, 2026']);
  });

  test('are marked when their maker says they are old', async () => {
    serve(() => Response.json({ offers: [offer('A')], asOf: '2026-05-04T12:00:00Z', stale: true }));
    const el = place(tag('lang="de" src="/offers.json"'));
    expect(((await drawn(el)) as LimioReadyEvent).stale).toBe(true);
    expect(texts(el, 'as-of')[0]).toContain('04.05.2026');
  });

  test('are never replaced by an older answer', async () => {
    const calls = serve(() => (calls.length > 1 ? list('New') : list('Old')));
    const el = await show(tag('src="/offers.json"'));
    el.reload();
    await expect.poll(() => hrefs(el)).toEqual([href('New')]);
  });
});

describe('limio-ready', () => {
  test('says where the offers came from and what was left out', async () => {
    const el = place(tag('promo-code="no such code!"'), { offers: [offer('A')] });
    const { source, stale, warnings, offers, bubbles, composed } = (await drawn(el)) as LimioReadyEvent;
    expect({ source, stale, bubbles, composed }).toEqual({
      source: 'property',
      stale: false,
      bubbles: true,
      composed: true,
    });
    expect(offers.map(({ path }) => path)).toEqual(['/offers2/A']);
    expect(warnings.map(({ code }) => code)).toEqual(['promo_invalid']);
    expect(warnings[0]!.message).not.toContain('NO SUCH CODE');
    expect(texts(el, 'code')).toEqual([]);
  });

  test('says that words could not be read', async () => {
    const el = place(tag('lang="en" words="{cta: Go}"'), { offers: [offer('A')] });
    const { warnings } = (await drawn(el)) as LimioReadyEvent;
    expect(warnings.map(({ code }) => code)).toEqual(['json_invalid']);
    expect(texts(el, 'cta')).toEqual(['Subscribe A']);
  });

  test('comes when the cards are there', async () => {
    const el = place(tag('copy-link'), { offers: [offer('A')] });
    let seen: string[] = [];
    el.addEventListener('limio-ready', () => (seen = texts(el, 'copy')));
    await drawn(el);
    expect(seen).toHaveLength(1);
  });
});

test('the promo line says what will happen, not that it has', async () => {
  const el = await show(tag('lang="en" promo-code="save20"'), { offers: [offer('A')] });
  expect(texts(el, 'code')).toEqual(['Code SAVE20 is checked at checkout']);
  expect(root(el).querySelector('[part=code]')!.closest('li')).toBeNull();
});

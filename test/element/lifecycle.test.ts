import { fixtureSync, nextFrame } from '@open-wc/testing';
import { describe, expect, test } from 'vitest';
import { LimioReadyEvent } from '../../src/element/events/events.ts';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import {
  anchor,
  appears,
  drawn,
  find,
  findAll,
  held,
  href,
  hrefs,
  listen,
  offer,
  place,
  serve,
  shop,
  show,
  tag,
  type Call,
} from './fixtures.ts';

const file = (...names: string[]) => Response.json(names.map((name) => offer(name)));

/** Settles when the element has begun its request. */
const asked = (calls: readonly unknown[], count = 1) => expect.poll(() => calls.length).toBe(count);

/**
 * Elements that have what reads answers. It comes to each at a time of its own; from then on they ask at once.
 *
 * @param answer of the address that is asked for next.
 */
async function readers(count: number, answer: (call: Call) => Promise<Response>) {
  const calls = serve((call) => (call.url.endsWith('/first.json') ? file('First') : answer(call)));
  const holder = fixtureSync<HTMLElement>(`<div>${tag('src="/first.json"').repeat(count)}</div>`);
  const elements = [...holder.querySelectorAll('limio-offers')];
  await Promise.all(elements.map(drawn));
  calls.length = 0;
  return { elements, calls };
}

describe('the element', () => {
  test('that a script makes draws when it comes to the page', async () => {
    const el = document.createElement('limio-offers');
    Object.assign(el, { shop, offers: [offer('A')] });
    await nextFrame();
    expect(el.shadowRoot).toBeNull();
    const isDrawn = drawn(el);
    fixtureSync<HTMLElement>('<div></div>').append(el);
    await isDrawn;
    expect(hrefs(el)).toEqual([href('A')]);
  });

  test('from a template, or another document, draws like any other', async () => {
    const template = document.createElement('template');
    template.innerHTML = tag('', anchor('A'));
    const other = document.implementation.createHTMLDocument();
    other.body.innerHTML = tag('', anchor('B'));
    const holder = fixtureSync<HTMLElement>('<div></div>');
    holder.append(
      document.importNode(template.content, true),
      document.adoptNode(other.body.firstElementChild!),
    );
    const both = [...holder.querySelectorAll('limio-offers')];
    await Promise.all(both.map(drawn));
    expect(both.map(hrefs)).toEqual([[href('A')], [href('B')]]);
  });

  test('that was cloned draws by itself', async () => {
    const el = await show(tag('', anchor('A')));
    const clone = el.cloneNode(true) as LimioOffersElement;
    const isDrawn = drawn(clone);
    el.after(clone);
    await isDrawn;
    expect(hrefs(clone)).toEqual([href('A')]);
  });

  test('reads children that come late', async () => {
    const el = place(tag());
    const events = listen(el);
    await drawn(el);
    el.innerHTML = `<script type="application/json">${JSON.stringify([offer('A')])}</script>`;
    await drawn(el);
    expect(hrefs(el)).toEqual([href('A')]);
    expect(events.map(({ type }) => type)).toEqual(['limio-error', 'limio-ready']);
  });

  test('does not mind two shops on one page', async () => {
    const other = 'https://other.example.com';
    const [one, two] = await Promise.all(
      [shop, other].map((origin) =>
        show(`<limio-offers shop="${origin}"></limio-offers>`, { offers: [offer('A')] }),
      ),
    );
    expect(hrefs(one!)).toEqual([href('A')]);
    expect(hrefs(two!)).toEqual([href('A').replace(shop, other)]);
  });

  test('tells once that it is drawn, however often it draws', async () => {
    const el = place(tag('', anchor('A')));
    const events = listen(el);
    await drawn(el);
    for (const page of ['/cart', '/checkout', '/other']) {
      el.page = page;
      await el.updateComplete;
    }
    expect(events.map(({ type }) => type)).toEqual(['limio-ready']);
  });
});

describe('an element that is moved', () => {
  test('keeps what it shows and asks no second time', async () => {
    const calls = serve(() => file('A', 'B'));
    const el = await show(tag('src="/moved.json" select="many"'));
    const events = listen(el);
    find(el, 'input').click();
    await el.updateComplete;
    const card = find(el, '[part~=offer]');
    fixtureSync<HTMLElement>('<div></div>').append(el);
    await el.updateComplete;
    expect(find(el, '[part~=offer]')).toBe(card);
    expect(findAll<HTMLInputElement>(el, 'input').map(({ checked }) => checked)).toEqual([true, false]);
    expect(calls).toHaveLength(1);
    expect(events.map(({ type }) => type)).toEqual(['limio-select']);
  });

  test('goes on with the request that is under way', async () => {
    const { give, answer } = held();
    const calls = serve(answer);
    const el = place(tag('src="/moving.json"'));
    await asked(calls);
    fixtureSync<HTMLElement>('<div></div>').append(el);
    give(file('A'));
    await drawn(el);
    expect(calls).toHaveLength(1);
    expect(calls[0]!.init.signal!.aborted).toBe(false);
    expect(hrefs(el)).toEqual([href('A')]);
  });
});

describe('an element that is removed', () => {
  test('stops its request, and says and draws nothing more', async () => {
    const { give, answer } = held();
    const calls = serve(answer);
    const el = place(tag('src="/removed.json"'));
    const events = listen(el);
    await asked(calls);
    const stopped = new Promise((resolve) => calls[0]!.init.signal!.addEventListener('abort', resolve));
    el.remove();
    await stopped;
    give(file('A'));
    await el.updateComplete;
    expect(hrefs(el)).toEqual([]);
    expect(events).toEqual([]);
  });

  test('asks for nothing when parts it waited for arrive', async () => {
    const calls = serve(() => new Response('', { status: 503 }));
    const el = await show(tag('src="/gone.json"'));
    el.remove();
    await el.updateComplete;
    el.requestUpdate();
    await el.updateComplete;
    await nextFrame();
    expect(calls).toHaveLength(1);
  });

  test('asks again when it comes back', async () => {
    const calls = serve(() => file('A'));
    const el = await show(tag('src="/back.json"'));
    const { parentElement } = el;
    el.remove();
    await el.updateComplete;
    parentElement!.append(el);
    await asked(calls, 2);
    await expect.poll(() => hrefs(el)).toEqual([href('A')]);
  });

  test('leaves the request to the others who wait for it', async () => {
    const { give, answer } = held();
    const { elements, calls } = await readers(2, answer);
    const [one, two] = elements as [LimioOffersElement, LimioOffersElement];
    elements.forEach((el) => (el.src = '/shared.json'));
    await asked(calls);
    one.remove();
    await Promise.resolve();
    give(file('A'));
    await drawn(two);
    expect(calls).toHaveLength(1);
    expect(calls[0]!.init.signal!.aborted).toBe(false);
    expect(hrefs(two)).toEqual([href('A')]);
  });
});

describe('a request', () => {
  test('is made once for fifty elements that want the same', async () => {
    const { give, answer } = held();
    const { elements, calls } = await readers(50, answer);
    const all = Promise.all(elements.map(drawn));
    elements.forEach((el) => (el.src = '/fifty.json'));
    await asked(calls);
    give(file('A'));
    expect((await all).every((event) => event instanceof LimioReadyEvent)).toBe(true);
    expect(elements.flatMap(hrefs)).toEqual(Array(50).fill(href('A')));
    expect(calls).toHaveLength(1);
  });

  test('is made anew for another address; an older answer that comes later is not shown', async () => {
    const [slow, fast] = [held(), held()];
    const calls = serve((call) => (call.url.endsWith('/slow.json') ? slow : fast).answer(call));
    const el = place(tag('src="/slow.json"'));
    const events = listen(el);
    await asked(calls);
    el.src = '/fast.json';
    await asked(calls, 2);
    fast.give(file('Fast'));
    await drawn(el);
    slow.give(file('Slow'));
    await el.updateComplete;
    expect(calls[0]!.init.signal!.aborted).toBe(true);
    expect(hrefs(el)).toEqual([href('Fast')]);
    expect(events.map(({ type }) => type)).toEqual(['limio-ready']);
  });

  test('is made again by reload(); what is shown stays until then', async () => {
    const second = held();
    const calls = serve((call) => (calls.length > 1 ? second.answer(call) : file('Old')));
    const el = await show(tag('src="/reload.json"'));
    const events = listen(el);
    el.reload();
    await asked(calls, 2);
    expect(hrefs(el)).toEqual([href('Old')]);
    expect(events).toEqual([]);
    second.give(file('New'));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('New')]);
  });

  test('holds the place of the cards', async () => {
    serve(held().answer);
    const el = place(tag('lang="en" src="/skeleton.json"'));
    await appears(el, '[part=placeholder]');
    expect(findAll(el, '[part=offer]').map(({ ariaHidden }) => ariaHidden)).toEqual(['true', 'true', 'true']);
    expect(find(el, '[role=status]').textContent!.trim()).toBe('Loading offers');
  });
});

import { fixtureSync } from '@open-wc/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  anchor,
  drawn,
  held,
  href,
  hrefs,
  isSeen,
  listen,
  made,
  noise,
  place,
  root,
  serve,
  show,
  tag,
} from './fixtures.ts';

/** Replaces a part of the platform for one test, as scripts of pages do. */
function patch(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name)!;
  Object.defineProperty(target, name, typeof value === 'object' ? value! : { ...before, value });
  onTestFinished(() => void Object.defineProperty(target, name, before));
}

const { attachShadow } = Element.prototype;
const refuse = () => {
  throw new DOMException('Not here.', 'NotSupportedError');
};

describe('on a patched platform the links sell, and one event tells', () => {
  // prettier-ignore
  const patches: Array<[behaviour: string, apply: () => void]> = [
    ['no shadow root is attached',           () => patch(Element.prototype, 'attachShadow', refuse)],
    ['a shadow root is nothing',             () => patch(Element.prototype, 'attachShadow', () => undefined)],
    ['slots are filled by name alone',       () => patch(Element.prototype, 'attachShadow', function (this: Element) { return attachShadow.call(this, { mode: 'open' }); })],
    ['no style sheet is adopted',            () => patch(ShadowRoot.prototype, 'adoptedStyleSheets', { configurable: true, get: () => [], set: refuse })
      ?? patch(Array.prototype, 'push', Array.prototype.push)],
    ['templates cannot be parsed',           () => patch(Element.prototype, 'innerHTML', { configurable: true, get: refuse, set: refuse })],
    ['a tree cannot be walked',              () => patch(Document.prototype, 'importNode', refuse)],
  ];
  test.for(patches)('where %s', async ([, apply]) => {
    const heard = noise();
    const el = made(`Words ${anchor(`A${Math.random()}`)}`);
    const holder = fixtureSync<HTMLElement>('<div></div>');
    const events = listen(el);
    apply();
    holder.append(el);
    await expect.poll(() => events.length).toBe(1);
    const cards = el.shadowRoot ? hrefs(el) : [];
    expect(cards.length > 0 || isSeen(el.querySelector('a')!)).toBe(true);
    if (!cards.length) expect(events).toMatchObject([{ type: 'limio-error', code: 'internal' }]);
    expect(heard).toEqual([]);
  });
});

test.for(['Array.from without a map function', 'Array.from of an old library'])(
  '%s costs nothing',
  async () => {
    const { from } = Array;
    patch(Array, 'from', (list: Iterable<unknown>) => from(list));
    serve(held().answer);
    const el = place(tag('src="/skeleton.json"'));
    await expect.poll(() => root(el).querySelectorAll('[part=placeholder]').length).toBeGreaterThan(2);
  },
);

describe('a shadow root that was there before the script', () => {
  // prettier-ignore
  const roots: Array<[behaviour: string, init: ShadowRootInit]> = [
    ['with named slots',   { mode: 'open' }],
    ['with manual slots',  { mode: 'open', slotAssignment: 'manual' }],
    ['that is closed',     { mode: 'closed' }],
  ];
  test.for(roots)('%s is not drawn twice, and something sells', async ([, init]) => {
    const heard = noise();
    const el = made(anchor('A'));
    const early = attachShadow.call(el, init);
    early.innerHTML = '<p class="early">Early</p><slot></slot>';
    const events = listen(el);
    fixtureSync<HTMLElement>('<div></div>').append(el);
    await expect.poll(() => events.length).toBe(1);
    const isCard = el.shadowRoot !== null && hrefs(el).length > 0;
    expect(isCard).not.toBe(isSeen(el.querySelector('a')!));
    if (el.shadowRoot) expect(root(el).querySelector('.early')).toBeNull();
    expect(heard).toEqual([]);
  });
});

describe('a shadow root that somebody edited', () => {
  // prettier-ignore
  const edits: Array<[behaviour: string, edit: (root: ShadowRoot) => void]> = [
    ['is emptied',                     (shadow) => { shadow.innerHTML = ''; }],
    ['is emptied node by node',        (shadow) => shadow.replaceChildren()],
    ['holds something else',           (shadow) => { shadow.innerHTML = '<p>Translated</p>'; }],
    ['has lost its slots',             (shadow) => shadow.querySelectorAll('slot').forEach((slot) => slot.remove())],
  ];
  test.for(edits)('and that %s shows the links, and one event tells', async ([, edit]) => {
    const heard = noise();
    const el = await show(tag('', `Words ${anchor('A')}`));
    const events = listen(el);
    edit(root(el));
    await expect.poll(() => events.length).toBe(1);
    expect(events).toMatchObject([{ type: 'limio-error', code: 'internal' }]);
    expect(isSeen(el.querySelector('a')!)).toBe(true);
    el.insertAdjacentHTML('beforeend', anchor('C'));
    await expect.poll(() => isSeen(el.lastElementChild!)).toBe(true);
    edit(root(el));
    el.insertAdjacentHTML('beforeend', anchor('B'));
    await el.updateComplete;
    expect(events).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});

describe('a picture of the cards that came with the page', () => {
  const picture = `<div data-limio-picture>${anchor('A')}</div>`;
  const withPicture = (attributes: string) => {
    const el = made(picture);
    for (const [name, value] of new URLSearchParams(attributes)) el.setAttribute(name, value);
    const shadow = el.querySelector('div')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<h3>A</h3><p>€29</p>';
    return el;
  };

  test('is kept while offers are loaded, and gone when they are there', async () => {
    const { give, answer } = held();
    serve(answer);
    const el = withPicture('src=/pictured.json');
    fixtureSync<HTMLElement>('<div></div>').append(el);
    await el.updateComplete;
    expect(isSeen(el.querySelector('div')!)).toBe(true);
    expect(hrefs(el)).toEqual([]);
    give(Response.json([{ path: '/offers2/S' }]));
    await drawn(el);
    expect(hrefs(el)).toEqual([href('S')]);
    expect(isSeen(el.querySelector('div')!)).toBe(false);
  });

  test('gives way to cards at once where its links are all there is', async () => {
    const el = withPicture('');
    const isDrawn = drawn(el);
    fixtureSync<HTMLElement>('<div></div>').append(el);
    await isDrawn;
    expect(hrefs(el)).toEqual([href('A')]);
    expect(isSeen(el.querySelector('div')!)).toBe(false);
  });

  test('gives way to the cards of its links where loading fails', async () => {
    serve(() => new Response('', { status: 500 }));
    const el = withPicture('src=/broken.json');
    const isDrawn = drawn(el);
    fixtureSync<HTMLElement>('<div></div>').append(el);
    await isDrawn;
    expect(hrefs(el)).toEqual([href('A')]);
  });
});

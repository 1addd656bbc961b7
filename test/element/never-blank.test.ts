import { fixtureSync } from '@open-wc/testing';
import { css } from 'lit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import {
  anchor,
  drawn,
  find,
  held,
  href,
  hrefs,
  isSeen,
  listen,
  noise,
  place,
  root,
  serve,
  show,
  tag,
} from './fixtures.ts';

/** A document of its own, in a frame of this page. */
function frameDocument(): Document {
  const frame = fixtureSync<HTMLIFrameElement>('<iframe></iframe>');
  return frame.contentDocument!;
}

const make = (content: string): LimioOffersElement => {
  const template = document.createElement('template');
  template.innerHTML = tag('', content);
  return document.importNode(template.content, true).firstElementChild as LimioOffersElement;
};

describe('in another document', () => {
  test('of a frame an element draws its cards, with their styles', async () => {
    const heard = noise();
    const el = make(anchor('A'));
    const isDrawn = drawn(el);
    frameDocument().body.append(el);
    expect(await isDrawn).toMatchObject({ type: 'limio-ready' });
    expect(hrefs(el)).toEqual([href('A')]);
    expect(getComputedStyle(find(el, '[part~=cta]')).display).toBe('flex');
    expect(heard).toEqual([]);
  });

  test('an element that was drawn here keeps its cards and styles', async () => {
    const heard = noise();
    const el = await show(tag('', anchor('A')));
    const before = getComputedStyle(find(el, '[part~=cta]')).backgroundColor;
    frameDocument().body.append(el);
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('A')]);
    expect(getComputedStyle(find(el, '[part~=cta]')).backgroundColor).toBe(before);
    expect(heard).toEqual([]);
  });

  test('an element reads children that were made there', async () => {
    const el = make('');
    const { body } = frameDocument();
    body.append(el);
    const isDrawn = drawn(el);
    el.innerHTML = `Words ${anchor('A')}`;
    await isDrawn;
    await expect.poll(() => hrefs(el)).toEqual([href('A')]);
  });

  test('an element that comes back is styled as before', async () => {
    const el = await show(tag('', anchor('A')));
    const home = el.parentElement!;
    frameDocument().body.append(el);
    home.append(el);
    await el.updateComplete;
    expect(getComputedStyle(find(el, '[part~=cta]')).display).toBe('flex');
  });

  // prettier-ignore
  const unseen: Array<[behaviour: string, keep: (el: Element) => void]> = [
    ['a template',              (el) => void document.createElement('template').content.append(el)],
    ['a parser',                (el) => void new DOMParser().parseFromString('', 'text/html').body.append(el)],
    ['one made by a script',    (el) => void document.implementation.createHTMLDocument().body.append(el)],
    ['a frame that is removed', (el) => { const kept = frameDocument(); kept.body.append(el); kept.defaultView!.frameElement!.remove(); }],
    ['nothing but a variable',  (el) => void document.adoptNode(el)],
  ];
  test.for(unseen)('that nobody sees an element is kept, and comes back as it was: %s', async ([, keep]) => {
    const heard = noise();
    const el = await show(tag('', anchor('A')));
    const home = el.parentElement!;
    const before = getComputedStyle(find(el, '[part~=cta]')).backgroundColor;
    keep(el);
    // What it is still waiting for comes while it is away.
    el.addStyles([
      css`
        [part~='cta'] {
          letter-spacing: 3px;
        }
      `,
    ]);
    home.append(el);
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('A')]);
    expect(getComputedStyle(find(el, '[part~=cta]'))).toMatchObject({
      backgroundColor: before,
      letterSpacing: '3px',
    });
    expect(heard).toEqual([]);
  });

  test('of a picture, where not every element is one of HTML, it shows its links', async () => {
    const heard = noise();
    const frame = fixtureSync<HTMLIFrameElement>('<iframe width="600" height="400"></iframe>');
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><foreignObject width="600" height="400"/></svg>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
    await loaded;
    const el = make(anchor('A'));
    frame.contentDocument!.querySelector('foreignObject')!.append(el);
    await el.updateComplete;
    expect(hrefs(el).length > 0 || isSeen(el.querySelector('a')!)).toBe(true);
    expect(heard).toEqual([]);
  });

  test('without a window it shows its links', async () => {
    const heard = noise();
    const el = make(anchor('A'));
    document.implementation.createHTMLDocument().body.append(el);
    document.body.append(el);
    onTestFinished(() => el.remove());
    await el.updateComplete;
    expect(hrefs(el).length > 0 || isSeen(el.querySelector('a')!)).toBe(true);
    expect(heard).toEqual([]);
  });
});

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
    const el = make(`Words ${anchor(`A${Math.random()}`)}`);
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
    const el = make(anchor('A'));
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
    const el = make(picture);
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

import { fixtureSync } from '@open-wc/testing';
import { expect, onTestFinished } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import { LimioErrorEvent, LimioReadyEvent } from '../../src/element/events/events.ts';
import { styles as finishStyles } from '../../src/element/styles/finish.ts';
import { LimioOffersElement } from '../../src/element/limio-offers.ts';

// Not by `define.ts`, which has a word with the page around a frame: tests run in one.
customElements.define('limio-offers', LimioOffersElement);

export const shop = 'https://shop.example.com';

/** An offer with everything a card can show, save what `rest` says otherwise. */
export const offer = (name: string, rest: Partial<Offer> = {}): Offer => ({
  path: `/offers2/${name}`,
  name,
  price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 } },
  features: ['One thing', 'Another thing'],
  ...rest,
});

/** The purchase link of an offer, written by hand. */
export const href = (name: string, query = '', page = '/checkout'): string =>
  `${shop}${page}?purchase=${encodeURIComponent(`/offers2/${name}`)}${query}`;

/** A purchase link as a page holds it. */
export const anchor = (name: string, attributes = ''): string =>
  `<a href="${href(name)}" ${attributes}>${name}</a>`;

/** The tag with attributes, around some content. */
export const tag = (attributes = '', content = ''): string =>
  `<limio-offers shop="${shop}" ${attributes}>${content}</limio-offers>`;

/** Puts markup on the page, as a parser would, and gives its first `<limio-offers>`, before it is drawn. */
export function place(markup: string, properties: Record<string, unknown> = {}): LimioOffersElement {
  const holder = fixtureSync<HTMLElement>(`<div>${markup}</div>`);
  const el = holder.querySelector('limio-offers')!;
  return Object.assign(el, properties);
}

/** An element with this inside that is on no page yet. */
export function made(content: string): LimioOffersElement {
  const template = document.createElement('template');
  template.innerHTML = tag('', content);
  return document.importNode(template.content, true).firstElementChild as LimioOffersElement;
}

/** Settles with the element's next word about its offers. */
export const drawn = (el: EventTarget): Promise<LimioReadyEvent | LimioErrorEvent> =>
  new Promise((resolve) => {
    for (const type of ['limio-ready', 'limio-error'])
      el.addEventListener(type, (event) => resolve(event as LimioReadyEvent | LimioErrorEvent), {
        once: true,
      });
  });

/** Puts markup on the page and waits until it is drawn. */
export async function show(
  markup: string,
  properties?: Record<string, unknown>,
): Promise<LimioOffersElement> {
  const el = place(markup, properties);
  await drawn(el);
  return el;
}

/** Settles when the styles are there that the first paint does without. */
export const finished = (el: LimioOffersElement): Promise<void> =>
  expect.poll(() => root(el).adoptedStyleSheets).toContain(finishStyles.at(-1)!.styleSheet);

/** Every event of the element from now on. */
export function listen(el: EventTarget): Event[] {
  const heard: Event[] = [];
  for (const type of ['limio-ready', 'limio-select', 'limio-checkout', 'limio-error'])
    el.addEventListener(type, (event) => heard.push(event));
  return heard;
}

export const root = (el: Element): ShadowRoot => el.shadowRoot!;

export const find = <E extends Element = HTMLElement>(el: Element, selector: string): E => {
  const found = root(el).querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${root(el).innerHTML}`);
  return found;
};

/** What is there for a person: cards of a group that is not shown only keep the height. */
export const findAll = <E extends Element = HTMLElement>(el: Element, selector: string): E[] =>
  [...root(el).querySelectorAll<E>(selector)].filter((found) => !found.closest('[inert]'));

/** What a part says, in each of its places, blanks evened out. */
export const texts = (el: Element, part: string): string[] =>
  findAll(el, `[part~=${part}]`).map((each) => each.textContent!.replace(/\s+/g, ' ').trim());

/** Where the calls to action lead. */
export const hrefs = (el: Element): string[] =>
  findAll<HTMLAnchorElement>(el, 'a[part=cta]').map((a) => a.getAttribute('href')!);

/** Settles as soon as the element has drawn what a test looks for. */
export async function appears<E extends Element = HTMLElement>(el: Element, selector: string): Promise<E> {
  await (el as LimioOffersElement).updateComplete;
  return new Promise((resolve) => {
    const look = () => {
      const found = root(el).querySelector<E>(selector);
      if (!found) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(root(el), { childList: true, subtree: true, attributes: true });
    look();
  });
}

/** Whether a person sees a child of the element. */
export const isSeen = (child: Element): boolean => child.getClientRects().length > 0;

export interface Call {
  url: string;
  init: RequestInit;
}

/**
 * Answers the requests of one test; gives what was asked.
 *
 * For a site's own files, and for what the backend of `sells` never says or not at the moment a test needs it: answers
 * that are held, come too late, or are none. Everything else is `sells`.
 */
export function serve(answer: (call: Call) => Response | Promise<Response>): Call[] {
  const calls: Call[] = [];
  const { fetch } = globalThis;
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  globalThis.fetch = async (input, init) => {
    const call = { url: String(input), init: init! };
    calls.push(call);
    return answer(call);
  };
  return calls;
}

/** An answer that waits until a test gives it; aborting the request rejects it, as `fetch` does. */
export function held(): { answer: (call: Call) => Promise<Response>; give: (response: Response) => void } {
  const { promise, resolve, reject } = withResolvers<Response>();
  return {
    give: resolve,
    answer: ({ init: { signal } }) => {
      signal!.addEventListener('abort', () => reject(signal!.reason));
      return promise;
    },
  };
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

/** Keeps clicks of one test from leaving the page, and tells which would have left it. */
export function stay(): Array<{ href: string; left: boolean }> {
  const clicks: Array<{ href: string; left: boolean }> = [];
  const hold = (event: Event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link) return;
    clicks.push({ href: link.href, left: !event.defaultPrevented });
    event.preventDefault();
  };
  document.addEventListener('click', hold);
  onTestFinished(() => document.removeEventListener('click', hold));
  return clicks;
}

/** Everything that is logged, thrown or rejected into the page during one test, save what the element warns of by design. */
export function noise(): unknown[] {
  const heard: unknown[] = [];
  const hear = (event: Event) => {
    event.preventDefault();
    heard.push((event as ErrorEvent).message ?? (event as PromiseRejectionEvent).reason);
  };
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
    window.addEventListener(type, hear);
  const { log, info, warn, error, debug } = console;
  const record = (...said: unknown[]) => {
    if (!String(said[0]).startsWith('[limio-offers] ')) heard.push(said);
  };
  Object.assign(console, { log: record, info: record, warn: record, error: record, debug: record });
  onTestFinished(() => {
    Object.assign(console, { log, info, warn, error, debug });
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      window.removeEventListener(type, hear);
  });
  return heard;
}

/** The element with its cards drawn: links of the page that sell may be ready before. */
export async function withCards(...given: Parameters<typeof show>) {
  const el = await show(...given);
  await appears(el, '[part~=cta]');
  return el;
}

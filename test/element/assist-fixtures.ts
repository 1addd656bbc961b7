import { expect, onTestFinished, vi } from 'vitest';
import type { CheckoutRequest } from '../../src/contract/checkout.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { LimioFallbackEvent } from '../../src/element/assisted-checkout/fallback-event.ts';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { find, findAll, offer, root, shop, show, tag, type Call } from './fixtures.ts';
import { WAIT_MS } from '../setup/patience.ts';

/** A signed link of the shop. */
export const signed = (basket = 'b1'): string =>
  `${shop}/api/checkout/recover?basketId=${basket}&recover=token-of-${basket}`;

/** What the backend answers when it made a basket, for tests that hold the answer or change it. */
export const opened = (url: unknown = signed(), more: object = {}): Response =>
  Response.json({ url, expiresAt: '2026-11-21T18:00:00.000Z', ...more });

/** What it answers when it did not. */
export const refused = (code: string, fields?: readonly string[]): Response =>
  Response.json({ code, requestId: 'r', ...(fields && { fields }) }, { status: 400 });

/** Two offers, of the versions a customer sees. */
export const plans: readonly Offer[] = [offer('A', { version: 'a1' }), offer('B', { version: 'b1' })];

/** Puts an element on the page that hands its customers to the backend at `/api`, and waits until it is drawn. */
export const assisted = (
  attributes = '',
  properties: Record<string, unknown> = {},
): Promise<LimioOffersElement> =>
  // The tests run in a frame, where a new window would be the default; of two attributes, the first counts.
  show(tag(`${attributes} target="_self" lang="en" backend="/api" checkout="assisted"`), {
    offers: plans,
    ...properties,
  });

/** The link that buys the first offer, or another one. */
export const cta = (el: Element, name = 'A'): HTMLAnchorElement =>
  find(el, `a[part=cta][href*="${encodeURIComponent(`/offers2/${name}`)}"]`);

/** The body of a request. */
export const bodyOf = ({ init }: Call): CheckoutRequest => JSON.parse(String(init.body)) as CheckoutRequest;

// A page that left would take its tests with it. This fails the run in place of that, and names no test: what a test
// expects is told by `departures`.
if ('navigation' in window)
  navigation.addEventListener('navigate', (event) => {
    const { sameDocument, url } = event.destination;
    if (sameDocument) return;
    event.preventDefault();
    throw new Error(`A test let the page leave for ${url}.`);
  });

/**
 * Keeps the page where it is, and tells where it would have gone: links that are followed.
 *
 * Told by the click itself: the Navigation API of Firefox tells of it later, perhaps after the test, and Safari before
 * 26.2 has none.
 */
export function departures(): string[] {
  const urls: string[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    // A link outside the page is followed, and no listener hears of it.
    if (this.isConnected) click.call(this);
    else urls.push(this.href);
  };
  const hold = (event: Event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    urls.push(link.href);
  };
  window.addEventListener('click', hold);
  onTestFinished(() => {
    window.removeEventListener('click', hold);
    HTMLAnchorElement.prototype.click = click;
  });
  return urls;
}

/** Every failure the element tells of from now on. */
export function fallbacks(el: EventTarget): LimioFallbackEvent[] {
  const heard: LimioFallbackEvent[] = [];
  el.addEventListener('limio-fallback', (event) => heard.push(event as LimioFallbackEvent));
  return heard;
}

/** Patience with a busy machine, in milliseconds. */
const PATIENCE = { interval: 5, timeout: WAIT_MS };

/** Waits until a list has so many entries; gives it. */
export async function filled<T>(list: T[], count = 1): Promise<T[]> {
  await vi.waitFor(() => expect(list).toHaveLength(count), PATIENCE);
  return list;
}

/** Waits until nothing of the element is under way. */
export async function idle(el: LimioOffersElement): Promise<void> {
  await vi.waitFor(async () => {
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('[aria-busy]')).toBeNull();
  }, PATIENCE);
}

/** Types into a field of the form. */
export function type(el: Element, field: string, text: string): void {
  find<HTMLInputElement>(el, `#${field}`).value = text;
}

/** Sends the form. */
export async function submit(el: LimioOffersElement): Promise<void> {
  find(el, 'form [type=submit]').click();
  await el.updateComplete;
}

/** An element whose form is open, by a click on its first offer. */
export async function asking(attributes = 'ask="email last-name"', properties: Record<string, unknown> = {}) {
  const el = await assisted(attributes, properties);
  cta(el).focus();
  cta(el).click();
  await el.updateComplete;
  return el;
}

/** The fields of the form, in order. */
export const fields = (el: Element) =>
  findAll<HTMLInputElement>(el, 'dialog :is(input, select)').map(({ id }) => id);

export const isAsking = (el: Element) => root(el).querySelector('dialog') !== null;

/** What has the focus inside the element. */
export const focused = (el: Element) => root(el).activeElement;

/** The text that is tied to a field. */
export const described = (input: HTMLElement) =>
  (input.getRootNode() as ShadowRoot).getElementById(input.getAttribute('aria-describedby') ?? '')
    ?.textContent;

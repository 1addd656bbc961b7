import { describe, expect, onTestFinished, test } from 'vitest';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { userEvent } from '../setup/user-event.ts';
import {
  assisted,
  cta,
  departures,
  filled,
  idle,
  opened,
  refused,
  signed,
  submit,
  type,
} from './assist-fixtures.ts';
import { find, href, noise, root, serve } from './fixtures.ts';
import { sells } from './selling-backend.ts';

/** Details nobody else may learn; each is looked for by itself. */
const CANARY = {
  email: 'canary-email@example.com',
  firstName: 'canary-first',
  lastName: 'canary-last',
  company: 'canary-company',
  phone: '+1 555 0199',
};
const CONTEXT = 'canary.context.token';
const PERSONAL = /canary|555 0199/;
const SIGNED = /token-of-b1|basketId/;

/** Watches everything a page can see of an element: its tree in the light and in the shadow, and its events. */
function watch(el: LimioOffersElement): string[] {
  const seen: string[] = [];
  const look = () => seen.push(document.documentElement.outerHTML, root(el).innerHTML);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, attributeName, target } of records) {
      for (const node of addedNodes)
        seen.push(node instanceof Element ? node.outerHTML : String(node.nodeValue));
      if (attributeName) seen.push(String((target as Element).getAttribute(attributeName)));
      if (target instanceof Text) seen.push(target.data);
    }
    look();
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, everything);
  observer.observe(root(el), everything);
  const hear = (event: Event) => seen.push(told(event));
  const types = [
    'limio-select',
    'limio-checkout',
    'limio-fallback',
    'limio-handoff',
    'limio-challenge',
    'limio-ready',
    'limio-error',
    'click',
    'submit',
  ];
  for (const each of types) document.addEventListener(each, hear, true);
  onTestFinished(() => {
    observer.disconnect();
    for (const each of types) document.removeEventListener(each, hear, true);
  });
  look();
  return seen;
}

/** Everything an event tells: its fields, its own and inherited ones, and the links on its path. */
function told(event: Event): string {
  const fields: unknown[] = [];
  for (const name in event) fields.push(name, (event as unknown as Record<string, unknown>)[name]);
  const links = event.composedPath().map((node) => (node instanceof HTMLAnchorElement ? node.href : ''));
  return JSON.stringify([event.type, fields, links], (key, value: unknown) =>
    value instanceof Node || value instanceof Window ? undefined : key === 'view' ? undefined : value,
  );
}

/** What is kept in the browser, and what the tab is called. */
const kept = () =>
  JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title]);

/** Types every detail, as a customer does, and sends the form. */
async function typeAll(el: LimioOffersElement): Promise<void> {
  cta(el).click();
  await el.updateComplete;
  for (const [field, text] of Object.entries(CANARY)) await userEvent.fill(find(el, `#${field}`), text);
  await submit(el);
}

const ASK = 'ask="email first-name last-name company phone"';

// prettier-ignore
const journeys: Array<[behaviour: string, attributes: string, properties: object, answer: () => Response, buy: (el: LimioOffersElement) => Promise<void> | void, to: string]> = [
  ['that are known, with a signed link',     '',  { customer: CANARY, context: CONTEXT }, () => opened(),            (el) => cta(el).click(), signed()],
  ['that are known, without one',            '',  { customer: CANARY, context: CONTEXT }, () => refused('internal'), (el) => cta(el).click(), href('A')],
  ['that are typed, with a signed link',     ASK, {},                                     () => opened(),            typeAll,                 signed()],
  ['that are typed, without one',            ASK, {},                                     () => refused('internal'), typeAll,                 href('A')],
];

describe('personal details', () => {
  test.for(journeys)(
    '%s, are in one body and nowhere else',
    async ([, attributes, properties, answer, buy, to]) => {
      const calls = serve(answer);
      const el = await assisted(attributes, { ...properties });
      const [before, heard, seen, left] = [kept(), noise(), watch(el), departures()];
      await buy(el);
      expect(await filled(left)).toEqual([to]);
      await idle(el);

      const bodies = calls.map(({ init }) => String(init.body));
      expect(bodies).toHaveLength(1);
      for (const detail of Object.values(CANARY)) expect(bodies[0]).toContain(detail);
      expect(seen.length).toBeGreaterThan(4);
      expect(seen.filter((text) => PERSONAL.test(text))).toEqual([]);
      expect(
        JSON.stringify([calls.map(({ url, init: { body: _, ...rest } }) => [url, rest]), left]),
      ).not.toMatch(PERSONAL);
      expect(kept()).toBe(before);
      expect(
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(),
      ).not.toMatch(PERSONAL);
      expect(heard).toEqual([]);
    },
  );

  test('that are wrong are shown to nobody but who typed them', async () => {
    const el = await assisted(ASK);
    const [heard, seen] = [noise(), watch(el)];
    cta(el).click();
    await el.updateComplete;
    type(el, 'email', 'canary-not-an-address');
    await submit(el);
    expect(find<HTMLInputElement>(el, '#email').value).toBe('canary-not-an-address');
    expect(seen.filter((text) => PERSONAL.test(text))).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('that a page sets are no attribute, and make none', async () => {
    const el = await assisted('', { customer: CANARY, context: CONTEXT });
    expect(el.outerHTML).not.toMatch(PERSONAL);
    el.setAttribute('customer', '{"email":"attribute@example.com"}');
    el.setAttribute('data-context', 'attribute');
    expect([el.customer, el.context]).toEqual([CANARY, CONTEXT]);
  });

  test('are gone from the form with it', async () => {
    const el = await assisted(ASK);
    cta(el).click();
    await el.updateComplete;
    type(el, 'email', CANARY.email);
    find(el, '.close').click();
    await el.updateComplete;
    expect(root(el).querySelector('input')).toBeNull();
  });
});

describe('a signed link', () => {
  test('is never in the page, nor in an event, nor kept', async () => {
    const { links } = sells();
    const el = await assisted();
    const [before, heard, seen, left] = [kept(), noise(), watch(el), departures()];
    cta(el).click();
    expect(await filled(left)).toEqual(links);
    await idle(el);
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.filter((text) => SIGNED.test(text))).toEqual([]);
    expect(kept()).toBe(before);
    expect(heard).toEqual([]);
  });

  test('that is refused is not repeated anywhere', async () => {
    serve(() => opened('https://evil.test/api/checkout/recover?basketId=b1'));
    const el = await assisted();
    const [heard, seen, left] = [noise(), watch(el), departures()];
    cta(el).click();
    expect(await filled(left)).toEqual([href('A')]);
    await idle(el);
    expect(seen.filter((text) => /evil|basketId/.test(text))).toEqual([]);
    expect(heard).toEqual([]);
  });

  test("is not visible to the page's own listeners for clicks", async () => {
    sells();
    const el = await assisted();
    const left = departures();
    const clicked: string[] = [];
    const hear = (event: Event) =>
      clicked.push(...event.composedPath().map((node) => String((node as HTMLAnchorElement).href ?? '')));
    document.addEventListener('click', hear, true);
    onTestFinished(() => document.removeEventListener('click', hear, true));
    cta(el).click();
    await filled(left);
    expect(clicked).toContain(href('A'));
    expect(clicked.filter((link) => SIGNED.test(link))).toEqual([]);
  });
});

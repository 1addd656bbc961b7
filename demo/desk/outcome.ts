import type { BasketEvent } from '../../src/server.ts';
import type { Asked } from './ask-desk.ts';

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};

export const sentence = (text: string): HTMLElement => element('p', text);

/** A link that a customer would get; it opens beside this page. */
export function link(href: string, text: string): HTMLElement {
  const made = element('a', text);
  Object.assign(made, { href, target: '_blank', rel: 'noopener', referrerPolicy: 'origin' });
  return element('p', made);
}

const code = (value: unknown): HTMLElement => {
  const made = element('pre', typeof value === 'string' ? value : JSON.stringify(value, undefined, 2));
  made.tabIndex = 0;
  return made;
};

/** What went over the wire, for whoever builds the same. */
export const exchange = ({ method, route, body, status, answer }: Asked): HTMLElement =>
  element(
    'div',
    element('h3', 'Sent'),
    code(`${method} ${route}\n${JSON.stringify(body, undefined, 2)}`),
    element('h3', `Answered, ${status}`),
    code(answer),
  );

const TITLES: Record<BasketEvent['type'], string> = {
  'basket.abandoned': 'A basket was left',
  'basket.completed': 'A basket was bought',
  'quote.open': 'A quote waits for an answer',
  'quote.completed': 'A quote was accepted',
  'renewal.open': 'A renewal waits for the subscriber',
  'renewal.completed': 'A subscription was renewed',
};

/** What the CRM knows, an entry for each basket. */
export function crmRecords(events: readonly BasketEvent[]): HTMLElement {
  if (!events.length) return sentence('Nothing was left behind yet.');
  return element(
    'ul',
    ...events.map(({ type, data }) =>
      element(
        'li',
        element('p', element('b', TITLES[type])),
        sentence(data.customerDetails?.email ?? 'No address is known'),
        ...(data.orderItems?.length
          ? [sentence(data.orderItems.map(({ name, path }) => name ?? path ?? '').join(', '))]
          : []),
        ...(data.link && !data.completed ? [link(data.link, 'Open it where it was left')] : []),
      ),
    ),
  );
}

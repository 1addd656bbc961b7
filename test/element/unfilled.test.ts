import { expect, test } from 'vitest';
import { drawn, href, hrefs, offer, place, serve, tag, texts } from './fixtures.ts';

test.for(['src="/offers.json"', 'backend="/limio"'])(
  'What a template prints for nothing is no word on a card of a list from %s',
  async (attribute) => {
    const unfilled = { name: 'undefined', summary: 'NaN', badge: 'null', cta: '[object Object]' };
    serve(() => Response.json([{ path: '/offers2/A', ...unfilled }, offer('B')]));
    const el = place(tag(attribute));
    await drawn(el);
    expect(texts(el, 'name')).toEqual(['A', 'B']);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
    expect(el.shadowRoot!.textContent).not.toMatch(/NaN|undefined|null|\[object/);
  },
);

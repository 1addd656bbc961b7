import { fixtureSync } from '@open-wc/testing';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { userEvent } from '../setup/user-event.ts';
import { expectElement } from './accessible.ts';
import {
  anchor,
  appears,
  drawn,
  find,
  findAll,
  finished,
  held,
  offer,
  place,
  root,
  serve,
  show,
  tag,
} from './fixtures.ts';
import { within } from './surroundings.ts';

beforeAll(() => page.viewport(1280, 900));

const full = offer('Pro', {
  summary: 'For one',
  badge: 'Most popular',
  highlighted: true,
  smallPrint: [{ text: 'Then ' }, { text: '€39', style: 'strong' }],
  price: { amount: '29', currency: 'EUR', was: '39', interval: { unit: 'month', count: 1 } },
});
const offers = [full, offer('Team')];
const grouped = [offer('Pro monthly', { group: 'monthly' }), offer('Pro yearly', { group: 'yearly' })];

const loading = async (markup: string) => {
  serve(held().answer);
  const el = place(markup);
  await appears(el, '[part=placeholder]');
  return el;
};

const failing = async (content: string) => {
  serve(() => new Response('', { status: 503 }));
  return show(tag('lang="en" src="/down.json"', content));
};

const stale = async () => {
  serve(() => Response.json({ offers, asOf: '2026-05-04T12:00:00Z', stale: true }));
  return show(tag('lang="en" src="/stale.json"'));
};

const refused = async () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
  const el = await show(tag('lang="en" copy-link'), { offers });
  find(el, '[part=copy]').click();
  const input = await appears(el, 'input[part=link]');
  await expect.poll(() => root(el).activeElement).toBe(input);
  // A walk begins before the element, not at the link that has the focus.
  const start = Object.assign(document.createElement('span'), { tabIndex: -1 });
  el.before(start);
  start.focus();
  return el;
};

const chosen = async () => {
  const el = await show(tag('lang="en" select="many"'), { offers });
  find(el, 'input').click();
  await el.updateComplete;
  return el;
};

const accented = async () => {
  const el = await show(tag('lang="en" copy-link'), { offers });
  el.style.setProperty('--limio-accent', '#ffd400');
  return el;
};

const dark = (attributes: string) =>
  within(900, tag(`lang="en" theme="dark" ${attributes}`), 'background:#000;color-scheme:dark');

// prettier-ignore
const states: Array<[state: string, show: () => Promise<LimioOffersElement>]> = [
  ['cards from links of the page',   () => show(tag('lang="en"', `<h2>Plans</h2>${anchor('A', 'data-price="1" data-currency="EUR"')}${anchor('B')}<p>Cancel anytime.</p>`))],
  ['cards from JSON',                () => show(tag('lang="en" promo-code="X1"', `<script type="application/json">${JSON.stringify(offers)}</script>`))],
  ['cards with an image',            () => show(tag('lang="en"'), { offers: [{ ...full, image: '/x.png' }] })],
  ['groups',                         () => show(tag('lang="en"'), { offers: grouped })],
  ['several, none chosen',           () => show(tag('lang="en" select="many"'), { offers })],
  ['several, one chosen',            chosen],
  ['links to copy',                  () => show(tag('lang="en" copy-link'), { offers })],
  ['a link to copy by hand',         refused],
  ['loading, nothing known',         () => loading(tag('lang="en" src="/slow.json"'))],
  ['loading, links known',           () => loading(tag('lang="en" src="/slower.json"', anchor('A')))],
  ['nothing on sale',                async () => { const el = await show(tag('lang="en"'), { offers: [] }); await appears(el, '[part=message]'); return el; }],
  ['nothing could be loaded',        async () => { const el = await failing(''); await appears(el, '[part=message] button'); return el; }],
  ['links in place of what failed',  () => failing(`<p>${anchor('Pro Plan')}</p><p>${anchor('Team Plan')}</p>`)],
  ['prices that may be old',         stale],
  ['a lone button',                  () => show(tag('lang="en" layout="button" target="_blank"'), { offers })],
  ['a list',                         () => show(tag('lang="en" layout="list"'), { offers })],
  ['a chat panel',                   () => show(within(280, tag('lang="en" copy-link')), { offers })],
  ['dark',                           () => show(dark('copy-link'), { offers })],
  ['dark, several',                  () => show(dark('select="many"'), { offers })],
  ['dark, groups',                   () => show(dark(''), { offers: grouped })],
  ['from right to left',             () => show(tag('locale="ar" copy-link'), { offers })],
  ['another language',               () => show(tag('locale="ja"'), { offers })],
  ['a yellow accent',                accented],
];

test.for(states)('axe finds nothing: %s', async ([, draw]) => {
  await expectElement(await draw()).to.be.accessible();
});

// prettier-ignore
const faulty: Array<[what: string, markup: string]> = [
  ['a button without a name',         '<button></button>'],
  ['grey words on white',             '<p style="color:#aaa;background:#fff">Words</p>'],
  ['targets too small and too near',  '<a href="#a" style="display:inline-block;width:9px;height:9px;overflow:hidden">a</a><a href="#b" style="display:inline-block;width:9px;height:9px;overflow:hidden">b</a>'],
];
test.for(faulty)('axe finds %s', async ([, markup]) => {
  await expectElement(fixtureSync(`<div>${markup}</div>`)).not.to.be.accessible();
});

describe('the keyboard', () => {
  /** Walks by Tab through the element; gives what has the focus at each stop. */
  async function walk(el: LimioOffersElement): Promise<HTMLElement[]> {
    const after = document.createElement('button');
    el.parentElement!.append(after);
    const stops: HTMLElement[] = [];
    do {
      await userEvent.tab();
      const stop = root(el).activeElement ?? document.activeElement;
      if (stop instanceof HTMLElement && stop !== after) stops.push(stop);
    } while (document.activeElement !== after && stops.length < 30);
    return stops;
  }

  /** What a person can act on, in the order it stands. Of a group of radio buttons, Tab reaches one. */
  const controls = (el: Element) =>
    findAll<HTMLInputElement>(el, 'a, button, input').filter((each) => each.type !== 'radio' || each.checked);

  // prettier-ignore
  const walks: Array<[state: string, show: () => Promise<LimioOffersElement>, stops: number]> = [
    ['cards',                   () => show(tag(), { offers }),                                     2],
    ['groups and copy',         () => show(tag('copy-link'), { offers: grouped }),                 3],
    ['several, one chosen',     chosen,                                                            4],
    ['a link to copy',          refused,                                                           5],
    ['a lone button',           () => show(tag('layout="button"'), { offers: [full] }),            1],
    ['a chat panel',            () => show(within(280, tag('copy-link')), { offers }),             4],
    ['from right to left',      () => show(tag('locale="ar" copy-link'), { offers }),              4],
  ];
  test.for(walks)(
    'reaches everything in reading order, and its focus is seen: %s',
    async ([, draw, stops]) => {
      const el = await draw();
      const reached = await walk(el);
      expect(reached).toEqual(controls(el));
      expect(reached).toHaveLength(stops);
    },
  );

  test.for(walks)('shows where it is: %s', async ([, draw]) => {
    const el = await draw();
    await finished(el);
    for (const control of controls(el)) {
      await userEvent.tab();
      expect(root(el).activeElement).toBe(control);
      const ring = [control, control.parentElement!].map((each) => getComputedStyle(each));
      expect(
        ring.some(({ outlineStyle, outlineWidth }) => outlineStyle === 'solid' && outlineWidth === '2px'),
      ).toBe(true);
    }
  });

  test('does not reach links that are shown as cards, and does reach those that stay', async () => {
    const el = await show(tag('', `${anchor('A')}<p><a href="/terms">Terms</a></p>`));
    const reached = await walk(el);
    expect(reached).toEqual([find(el, 'a'), el.querySelector('[href="/terms"]')]);
  });

  test('reaches the links of the page where offers cannot be shown', async () => {
    const el = await failing(`<p>Buy ${anchor('A')} today, or ${anchor('B')}.</p>`);
    expect(await walk(el)).toEqual([...el.querySelectorAll('a')]);
  });
});

describe('what is said', () => {
  test('names each button by its offer', async () => {
    const el = await show(tag('lang="en" copy-link'), { offers });
    expect(findAll(el, 'a, button').map((each) => each.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      'Subscribe Pro',
      'Copy link Pro',
      'Subscribe Team',
      'Copy link Team',
    ]);
  });

  test('tells lists from headings, and leaves images out that only adorn', async () => {
    const el = await show(tag(), { offers: [{ ...full, image: '/x.png' }] });
    expect(find(el, '[part=offers]').getAttribute('role')).toBe('list');
    expect(find(el, '[part=name]').tagName).toBe('H3');
    expect(find(el, 'img').getAttribute('alt')).toBe('');
  });

  test('has one place for news from the start, so that all of it is heard', async () => {
    const el = place(tag('lang="en" src="/news.json"'));
    serve(() => Response.json(grouped));
    await el.updateComplete;
    const status = find(el, 'p[role=status]');
    await drawn(el);
    expect(find(el, 'p[role=status]')).toBe(status);
    expect(status.textContent!.trim()).toBe('');
  });
});

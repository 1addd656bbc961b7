import { expect, test } from 'vitest';
import { find, findAll, finished, offer, show, tag } from './fixtures.ts';
import { many, within } from './surroundings.ts';

/** Parents that size to their content, or share their width: each as a page might write it. */
// prettier-ignore
const PARENTS: Array<[parent: string, open: string, close?: string]> = [
  ['a block',                    '<div>'],
  ['a centred flex column',      '<div style="display:flex;flex-direction:column;align-items:center">'],
  ['a flex column at the start', '<div style="display:flex;flex-direction:column;align-items:flex-start">'],
  ['a flex column at the end',   '<div style="display:flex;flex-direction:column;align-items:end">'],
  ['a flex row',                 '<div style="display:flex">'],
  ['a centred flex row',         '<div style="display:flex;justify-content:center">'],
  ['a flex row that wraps',      '<div style="display:flex;flex-wrap:wrap">'],
  ['a grid',                     '<div style="display:grid">'],
  ['a centred grid',             '<div style="display:grid;place-items:center">'],
  ['a grid of auto columns',     '<div style="display:grid;grid-template-columns:auto 1fr">'],
  ['an inline grid',             '<div style="display:inline-grid">'],
  ['a float',                    '<div style="float:left">'],
  ['an inline block',            '<div style="display:inline-block">'],
  ['an absolute box',            '<div style="position:absolute">'],
  ['a fixed box',                '<div style="position:fixed">'],
  ['a box that fits',            '<div style="width:fit-content">'],
  ['a box that fits, centred',   '<div style="width:fit-content;margin:auto">'],
  ['a cell',                     '<table><tr><td>', '</td></tr></table>'],
  ['a dialog',                   '<dialog open>', '</dialog>'],
  ['a zoomed box',               '<div style="zoom:1.25">'],
  ['a box as narrow as can be',  '<div style="width:min-content">'],
  ['text from top to bottom',    '<div style="writing-mode:vertical-rl">'],
  ['a container of its own',     '<div style="container:limio / inline-size">'],
  ['a box drawn once it is seen', '<div style="content-visibility:auto">'],
  ['text of no size',            '<div style="font-size:0;line-height:0">'],
  ['a box that fits in another', '<div style="width:fit-content"><div style="display:flex">', '</div></div>'],
];
const LAYOUTS = ['auto', 'cards', 'list', 'compact'];
const COUNTS = [1, 3, 5];
const WIDTHS = [320, 1000];

const cases = PARENTS.flatMap((parent) =>
  LAYOUTS.flatMap((layout) =>
    COUNTS.flatMap((count) => WIDTHS.map((width) => [parent[0], layout, count, width, parent] as const)),
  ),
);

test.for(cases)(
  'in %s, the layout %s with %d cards has room in %d px',
  async ([, layout, count, width, parent]) => {
    const [, open, close = '</div>'] = parent;
    const el = await show(
      `<div style="position:relative;width:${width}px">${open}${tag(`layout="${layout}"`)}${close}</div>`,
      { offers: many(count) },
    );
    const cards = findAll(el, '[part=offer]').map((card) => card.getBoundingClientRect());
    expect(Math.min(...cards.map((card) => card.width))).toBeGreaterThanOrEqual(220);
    const host = el.getBoundingClientRect();
    for (const { left, right } of cards) {
      expect(left).toBeGreaterThanOrEqual(host.left - 1);
      expect(right).toBeLessThanOrEqual(host.right + 1);
    }
  },
);

test.for(PARENTS)(
  'in %s, the words beside the cards are as wide as in a plain block',
  async ([, open, close = '</div>']) => {
    const words =
      '<h2>Plans for everybody</h2><p>All prices include VAT, and can be cancelled at any time.</p>';
    const box = (inner: string) =>
      `<div style="position:relative;width:1000px">${open}${inner}${close}</div>`;
    // Alone, the element is its words.
    const el = await show(box(tag('', words)), {});
    const ours = el.querySelector('p')!.getBoundingClientRect();
    const holder = document.createElement('div');
    holder.innerHTML = box(`<div>${words}</div>`);
    el.closest('body')!.append(holder);
    const plain = holder.querySelector('p')!.getBoundingClientRect();
    expect([Math.round(ours.width), Math.round(ours.height)]).toEqual([
      Math.round(plain.width),
      Math.round(plain.height),
    ]);
    holder.remove();
  },
);

// prettier-ignore
const rows: Array<[width: number, offers: number, rows: number[]]> = [
  [1200, 1, [1]], [1200, 2, [2]], [1200, 3, [3]], [1200, 4, [4]], [1200, 5, [3, 2]], [1200, 7, [4, 3]], [1200, 8, [4, 4]],
  [740,  3, [3]], [740,  4, [2, 2]], [740, 5, [3, 2]], [740,  6, [3, 3]],
  [640,  3, [1, 1, 1]], [400, 2, [1, 1]],
];
test.for(rows)('in %d px, %d cards stand in rows of %j', async ([width, count, expected]) => {
  const el = await show(`<div style="width:${width}px">${tag()}</div>`, { offers: many(count) });
  const tops = findAll(el, '[part=offer]').map((card) => card.getBoundingClientRect().top);
  expect([...new Set(tops)].map((top) => tops.filter((each) => each === top).length)).toEqual(expected);
  const [list, host] = [find(el, '[part=offers]'), el].map((each) => each.getBoundingClientRect());
  expect(Math.round(list!.left - host!.left)).toBe(Math.round(host!.right - list!.right));
});

/** Long words that buttons, names and features are made of. */
// prettier-ignore
const WORDS: Array<[locale: string, name: string, cta: string, feature: string]> = [
  ['de', 'Unternehmensgruppe', 'Jetzt kostenpflichtig abonnieren', 'Zehn Administratoren'],
  ['fr', 'Professionnels',     'Commencer gratuitement',           'Administrateurs supplémentaires'],
  ['nl', 'Ondernemingen',      'Proefabonnement starten',          'Gebruikersbeheer inbegrepen'],
  ['es', 'Administradores',    'Suscribirse inmediatamente',       'Almacenamiento ininterrumpido'],
  ['pt', 'Estabelecimentos',   'Experimentar gratuitamente',       'Administradores responsáveis'],
  ['en', 'Organisations',      'Start your free trial',            'Unlimited administrators'],
];
const squeezes = WORDS.flatMap((words) =>
  ['auto', 'list', 'compact'].flatMap((layout) =>
    [240, 280, 320, 360, 400, 640, 736, 880, 1024, 1600].map(
      (width) => [words[0], layout, width, words] as const,
    ),
  ),
);
test.for(squeezes)(
  'in %s, the layout %s keeps words and amounts whole in %d px',
  async ([locale, layout, width, words]) => {
    const [, name, cta, feature] = words;
    const amount = { amount: '123456', currency: 'IDR', interval: { unit: 'month' as const, count: 1 } };
    const el = await show(
      `<div style="width:${width}px">${tag(`layout="${layout}" locale="${locale}"`)}</div>`,
      {
        offers: [
          offer(name, { cta, price: amount, features: [feature, feature] }),
          offer('Team', { cta, highlighted: true, price: amount }),
        ],
      },
    );
    const text = document.createRange();
    for (const part of [
      ...findAll(el, '[part=name], [part=amount], [part=feature]'),
      ...findAll(el, '[part=cta] > :first-child'),
    ]) {
      const node = part.firstChild as Text;
      for (const { 0: word, index } of node.data.matchAll(/[^ ]+/g)) {
        text.setStart(node, index);
        text.setEnd(node, index + word.length);
        const lines = new Set([...text.getClientRects()].map(({ top }) => Math.round(top)));
        // One word of a name that is wider than a box of 240 px may break.
        if (width >= 280 || part.getAttribute('part') !== 'name')
          expect(lines.size, `${word} in ${width} px`).toBeLessThanOrEqual(1);
      }
    }
    const host = el.getBoundingClientRect();
    for (const part of findAll(el, '[part]'))
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(host.right + 1);
  },
);

test.for(WORDS)(
  'in %s, four cards in 500 px keep the words of their buttons whole',
  async ([locale, , cta]) => {
    const el = await show(`<div style="width:500px">${tag(`locale="${locale}"`)}</div>`, {
      offers: many(4).map((each) => ({ ...each, cta })),
    });
    const text = document.createRange();
    for (const button of findAll(el, '[part=cta] > :first-child')) {
      const node = button.firstChild as Text;
      for (const { 0: word, index } of node.data.matchAll(/[^ ]+/g)) {
        text.setStart(node, index);
        text.setEnd(node, index + word.length);
        expect(text.getClientRects(), word).toHaveLength(1);
      }
    }
  },
);

test.for(['Unternehmensgruppe', 'Donaudampfschifffahrtsgesellschaftsabonnement'])(
  'in a row of 736 px, the name %s stands beside what is included',
  async (name) => {
    const el = await show(`<div style="width:736px">${tag('layout="list" locale="de"')}</div>`, {
      offers: [offer(name, { features: ['Zehn Benutzer'] })],
    });
    const [title, features] = ['[part=name]', '[part=features]'].map((part) =>
      find(el, part).getBoundingClientRect(),
    );
    expect(title!.right).toBeLessThan(features!.left);
    expect(features!.width).toBeGreaterThan(100);
  },
);

test.for(LAYOUTS)('what stands below the layout %s keeps its distance', async (layout) => {
  const el = await show(within(1000, `${tag(`layout="${layout}"`)}<p>Below</p>`, 'margin:0'), {
    offers: many(3),
  });
  const below = el.parentElement!.querySelector('p')!;
  const [{ bottom }, { marginBlockStart }] = [el.getBoundingClientRect(), getComputedStyle(below)];
  expect(below.getBoundingClientRect().top - bottom).toBe(parseFloat(marginBlockStart));
});

test.for([
  ['two', 'width:1000px;columns:2', 0],
  ['two, of which the first ends in the middle of a card', 'width:760px;columns:2', 200],
  ['three narrow ones', 'width:560px;columns:3', 60],
] as const)('cards in a page that is set in %s columns stay whole', async ([, style, words]) => {
  const text = `<p>${'words '.repeat(words)}</p>`;
  const el = await show(`<div style="${style}">${text}${tag()}${text}</div>`, { offers: many(3) });
  await finished(el);
  for (const card of findAll(el, '[part=offer]')) {
    expect(getComputedStyle(card).breakInside).toBe('avoid');
    expect(card.getClientRects()).toHaveLength(1);
  }
});

test('the rest of the page behind a button alone stays, and is a block', async () => {
  const el = await show(
    `<div style="width:900px">${tag('layout="button"', '<main><p>The rest of the page.</p></main>')}</div>`,
    { offers: many(1) },
  );
  expect(el.querySelector('main')!.getBoundingClientRect().width).toBe(900);
  expect(find(el, '[part=cta]').getBoundingClientRect().width).toBeLessThan(300);
});

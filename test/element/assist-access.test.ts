import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { userEvent } from '../setup/user-event.ts';
import { expectElement } from './accessible.ts';
import {
  assisted,
  cta,
  departures,
  fallbacks,
  filled,
  idle,
  opened,
  plans,
  refused,
  signed,
  submit,
} from './assist-fixtures.ts';
import { appears, find, findAll, finished, held, offer, root, serve } from './fixtures.ts';
import { WAIT_MS } from '../setup/patience.ts';

const EVERYTHING = 'ask="email first-name last-name company phone country"';
const many = [offer('A', { quantity: { initial: 3, min: 1, max: 5, step: 1 } }), plans[1]!];

const click = async (el: LimioOffersElement) => {
  cta(el).click();
  await el.updateComplete;
};

const fail = async (el: LimioOffersElement, response: Response) => {
  serve(() => response);
  const failed = fallbacks(el);
  cta(el).click();
  await filled(failed);
  await idle(el);
  await appears(el, '[role=alert]');
};

// prettier-ignore
const states: Array<[state: string, attributes: string, shown: string, enter: (el: LimioOffersElement) => Promise<void>]> = [
  ['idle',            '',               '[part=quantity]',   async () => {}],
  ['asking',          EVERYTHING,       'dialog input',      click],
  ['with problems',   EVERYTHING,       '[aria-invalid]',    async (el) => { await click(el); await submit(el); }],
  ['handing off',     '',               '[aria-busy=true]',  async (el) => { serve(held().answer); await click(el); }],
  ['changed',         '',               '[role=alert]',      (el) => fail(el, refused('offer_changed'))],
  ['opened',          'promo-code="X1"', 'p[part=message]',  async (el) => { departures(); await fallsOpen(el); }],
  ['refused',         'target="_blank"', '[role=alert] input', async (el) => { refuseWindows(); await click(el); }],
  ['several',         'select="many"',  '.basket',           async () => {}],
];

async function fallsOpen(el: LimioOffersElement): Promise<void> {
  serve(() => opened(signed(), { promo: 'refused' }));
  cta(el).click();
  await vi.waitFor(() => expect(findAll(el, 'p[part=message]')).toHaveLength(1), WAIT_MS);
}

function refuseWindows(): void {
  const { open } = window;
  onTestFinished(() => void (window.open = open));
  window.open = () => null;
}

describe('nobody is left out', () => {
  for (const theme of ['light', 'dark'])
    test.for(states)(`in the state %s, ${theme}`, async ([, attributes, shown, enter]) => {
      const el = await assisted(`${attributes} theme="${theme}"`, { offers: many });
      await enter(el);
      expect(findAll(el, shown).length).toBeGreaterThan(0);
      await expectElement(el).to.be.accessible();
    });
});

describe('what is said', () => {
  test('of an offer that has changed is an alert', async () => {
    const el = await assisted();
    await fail(el, refused('offer_changed'));
    expect(findAll(el, '[role=alert] p').map(({ textContent }) => textContent)).toEqual([
      'This offer has just changed. Please have another look.',
    ]);
  });

  // prettier-ignore
  const languages: Array<[tag: string, title: string, opening: string]> = [
    ['de',    'Ihre Angaben',    'Kasse wird geöffnet …'],
    ['fr-CA', 'Vos coordonnées', 'Ouverture du paiement…'],
    ['ar',    'بياناتك',         'جارٍ فتح صفحة الدفع…'],
    ['sv',    'Your details',    'Opening checkout…'],
  ];
  test.for(languages)('is in the language of the page: %s', async ([tag, title, opening]) => {
    serve(held().answer);
    const el = await assisted(`ask="email" locale="${tag}"`);
    await click(el);
    expect(find(el, 'h2').textContent).toBe(title);
    find<HTMLInputElement>(el, '#email').value = 'a@b.example';
    await submit(el);
    expect(find(el, '[role=status]').textContent!.trim()).toBe(opening);
  });

  test('is in the words of the page where it has its own', async () => {
    const el = await assisted('ask="email"', { words: { title: 'Who are you?' } });
    await click(el);
    expect(find(el, 'h2').textContent).toBe('Who are you?');
  });
});

describe('the form by keyboard', () => {
  test('leads through every field and control, and around', async () => {
    const el = await assisted('ask="email last-name"');
    await click(el);
    const stops: string[] = [];
    for (let n = 0; n < 5; n++) {
      const { id, className, textContent } = root(el).activeElement!;
      stops.push(id || textContent!.trim() || className);
      await userEvent.tab();
    }
    expect(stops).toEqual(['email', 'lastName', 'Continue', 'Continue without these details', 'close']);
  });

  test('shows where it is', async () => {
    const el = await assisted('ask="email"');
    await finished(el);
    await click(el);
    for (let n = 0; n < 4; n++) {
      const { outlineStyle, outlineWidth } = getComputedStyle(root(el).activeElement!);
      expect([outlineStyle, parseFloat(outlineWidth) >= 2]).toEqual(['solid', true]);
      await userEvent.tab();
    }
  });
});

describe('in 280 px', () => {
  const NARROW = 280;

  async function narrow(attributes: string) {
    const [width, height] = [innerWidth, innerHeight];
    await page.viewport(NARROW, 480);
    onTestFinished(() => page.viewport(width, height));
    return assisted(attributes, { offers: many });
  }

  const within = (elements: readonly Element[]) =>
    elements
      .map((each) => ({ tag: each.localName, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width && (box.left < -0.5 || box.right > NARROW + 0.5))
      .map(({ tag, box }) => `${tag} ${box.left}–${box.right}`);

  for (const direction of ['ltr', 'rtl']) {
    const language = direction === 'rtl' ? 'locale="ar"' : '';

    test(`the form fits and every target is big enough, ${direction}`, async () => {
      const el = await narrow(`${EVERYTHING} ${language}`);
      await click(el);
      const dialog = find(el, 'dialog');
      expect(within(findAll(el, 'dialog, dialog *'))).toEqual([]);
      expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
      expect(dialog.getBoundingClientRect().height).toBeLessThanOrEqual(innerHeight);
      for (const target of findAll(el, 'dialog :is(input, button, a)'))
        expect(target.getBoundingClientRect().height, target.outerHTML).toBeGreaterThanOrEqual(44);
      expect(getComputedStyle(dialog).direction).toBe(direction);
    });

    test(`the steps fit and are big enough, ${direction}`, async () => {
      const el = await narrow(`${language} layout="compact"`);
      expect(within(findAll(el, '[part=quantity], [part=quantity] *'))).toEqual([]);
      for (const target of findAll(el, '[part=quantity] button')) {
        const { width, height } = target.getBoundingClientRect();
        expect([width >= 44, height >= 44]).toEqual([true, true]);
      }
    });

    test(`the steps leave the name and the price their room, ${direction}`, async () => {
      const el = await narrow(`${language} layout="compact"`);
      const [name, steps] = [find(el, 'h3'), find(el, '[part=quantity]')];
      expect(name.getBoundingClientRect().height).toBeLessThan(
        2 * parseFloat(getComputedStyle(name).fontSize),
      );
      expect(steps.getBoundingClientRect().top).toBeGreaterThan(
        find(el, '[part=price]').getBoundingClientRect().bottom,
      );
    });

    test(`the link to copy fits, ${direction}`, async () => {
      refuseWindows();
      const el = await narrow(`${language} target="_blank"`);
      await click(el);
      expect(within(findAll(el, '[role=alert], [role=alert] *'))).toEqual([]);
    });
  }

  test('a long title stays clear of the cross, where the reading ends', async () => {
    const el = await narrow('ask="email" locale="ar"');
    el.words = { title: 'A title that does not fit on one line of a narrow panel' } as typeof el.words;
    await click(el);
    const cross = find(el, '.close').getBoundingClientRect();
    expect(cross.right).toBeLessThan(NARROW / 2);
    const text = document.createRange();
    text.selectNodeContents(find(el, 'h2'));
    expect(text.getBoundingClientRect().left).toBeGreaterThanOrEqual(cross.right);
  });
});

// prettier-ignore
const layouts: Array<[layout: string, width: string]> = [
  ['auto',  '800px'],
  ['cards', '800px'],
];
test.for(layouts)(
  'buttons stay on one line where only some offers leave a choice: layout="%s"',
  async ([layout, width]) => {
    const el = await assisted(`layout="${layout}" style="display: block; inline-size: ${width}"`, {
      offers: many,
    });
    const tops = findAll(el, 'a[part=cta]').map((each) => each.getBoundingClientRect());
    expect(tops[0]!.left).not.toBe(tops[1]!.left);
    expect(tops[0]!.top).toBe(tops[1]!.top);
  },
);

test('the busy button can still be pressed again, and is not disabled', async () => {
  serve((call) => held().answer(call));
  const el = await assisted();
  departures();
  await click(el);
  expect(cta(el).hasAttribute('disabled')).toBe(false);
  expect(cta(el).ariaDisabled).toBeNull();
});

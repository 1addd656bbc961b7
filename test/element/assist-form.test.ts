import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { LimioOffersElement } from '../../src/element/limio-offers.ts';
import { userEvent } from '../setup/user-event.ts';
import {
  asking,
  assisted,
  cta,
  departures,
  fallbacks,
  fields,
  filled,
  focused,
  isAsking,
  refused,
  submit,
  type,
} from './assist-fixtures.ts';
import { find, findAll, held, href, noise, serve } from './fixtures.ts';
import { sells } from './selling-backend.ts';

const EVERYTHING = 'ask="email first-name last-name company phone country"';

describe('the form asks', () => {
  // prettier-ignore
  const wishes: Array<[behaviour: string, ask: string, customer: unknown, asked: string[]]> = [
    ['for what is named',                        'email last-name',     undefined,                        ['email', 'lastName']],
    ['in its own order',                         'phone email',         undefined,                        ['email', 'phone']],
    ['for lists written otherwise',              ' EMAIL,  company ',   undefined,                        ['email', 'company']],
    ['for lists parted by other marks',          'email;company|phone', undefined,                        ['email', 'company', 'phone']],
    ['for nothing that is known',                'email last-name',     { email: 'ada@example.com' },     ['lastName']],
    ['for what is known as blank',               'email last-name',     { email: '  ', lastName: 'L' },   ['email']],
    ['for what is known as something else',      'email',               { email: 42 },                    ['email']],
    ['for everything, where nothing is an object', 'email',             'ada@example.com',                ['email']],
    ['for no detail that it does not know',      'email password iban', undefined,                        ['email']],
    ['for no detail that every object has',      'email constructor',   undefined,                        ['email']],
  ];
  test.for(wishes)('%s', async ([, ask, customer, asked]) => {
    serve(held().answer);
    const el = await asking(`ask="${ask}"`, { customer });
    expect(fields(el)).toEqual(asked);
  });

  // prettier-ignore
  const silent: Array<[behaviour: string, ask: string, customer: unknown]> = [
    ['nothing is named',                 '',           undefined],
    ['nothing that is named is unknown', 'email',      { email: 'ada@example.com' }],
    ['nothing that is named is a detail', 'password',  undefined],
  ];
  test.for(silent)('not at all, where %s', async ([, ask, customer]) => {
    const { links } = sells();
    const el = await assisted(`ask="${ask}"`, { customer });
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual(links);
    expect(isAsking(el)).toBe(false);
  });

  test('before anything is sent', async () => {
    const { calls } = sells();
    const el = await asking();
    expect(calls).toEqual([]);
    expect(find<HTMLDialogElement>(el, 'dialog').matches(':modal')).toBe(true);
    expect(focused(el)).toBe(find(el, '#email'));
  });

  test('in a way that browsers can fill in, and keyboards suit', async () => {
    const el = await asking(EVERYTHING);
    const inputs = findAll<HTMLInputElement>(el, 'dialog :is(input, select)');
    const told = inputs.map(({ id, type: kind, autocomplete, maxLength, required, labels }) => [
      ...[id, kind, autocomplete, maxLength, required],
      labels![0]!.textContent,
    ]);
    // prettier-ignore
    expect(told).toEqual([
      ['email',     'email', 'email',        254, true, 'E-mail'],
      ['firstName', 'text',  'given-name',   100, true, 'First name'],
      ['lastName',  'text',  'family-name',  100, true, 'Last name'],
      ['company',   'text',  'organization', 200, true, 'Company'],
      ['phone',     'tel',   'tel',           40, true, 'Phone'],
      ['country',   'select-one', 'country', undefined, true, 'Country'],
    ]);
  });

  test('for what is typed, though the page answers to single keys', async () => {
    const answer = (event: KeyboardEvent) => {
      const { tagName } = event.target as Element;
      if (tagName !== 'INPUT' && event.key === 's') event.preventDefault();
    };
    for (const type of ['keydown', 'keypress'] as const) {
      document.addEventListener(type, answer);
      onTestFinished(() => document.removeEventListener(type, answer));
    }
    const el = await asking('ask="email"');
    const email = find<HTMLInputElement>(el, '#email');
    await userEvent.fill(email, 'sales');
    expect(email.value).toBe('sales');
  });

  test('out of sight of session recorders', async () => {
    const form = find(await asking(), 'form');
    for (const mark of ['data-private', 'data-hj-suppress', 'data-clarity-mask', 'data-dd-privacy'])
      expect(form.hasAttribute(mark)).toBe(true);
    expect([...form.classList]).toEqual(['ph-no-capture', 'fs-exclude']);
  });

  test('again at the next click, with what was typed', async () => {
    const el = await asking();
    type(el, 'lastName', 'Lovelace');
    await submit(el);
    find(el, '.close').click();
    await el.updateComplete;
    cta(el).click();
    await el.updateComplete;
    expect(find<HTMLInputElement>(el, '#lastName').value).toBe('Lovelace');
    expect(findAll(el, '.problem')).toEqual([]);
  });
});

describe('the list of countries', () => {
  // As those of a polyfill that has no data.
  test.for(['constructor', 'of'])(
    'names its countries by their codes where %s of the page throws',
    async (name) => {
      const { DisplayNames } = Intl;
      onTestFinished(() => void Object.assign(Intl, { DisplayNames }));
      const fail = () => {
        throw new RangeError('There is no data.');
      };
      Object.assign(Intl, {
        DisplayNames:
          name === 'of'
            ? class {
                of = fail;
              }
            : fail,
      });
      const el = await asking('ask="country"');
      const options = findAll<HTMLOptionElement>(el, '#country option');
      expect([options.length, options[1]!.label]).toEqual([250, 'AD']);
    },
  );
});

describe('the way back', () => {
  // prettier-ignore
  const ways: Array<[by: string, go: (el: Element) => unknown]> = [
    ['the cross',       (el) => find(el, '.close').click()],
    ['Escape',          () => userEvent.keyboard('{Escape}')],
    ['Escape, twice',   () => userEvent.keyboard('{Escape}{Escape}')],
    ['the browser',     (el) => find<HTMLDialogElement>(el, 'dialog').close()],
    ['the browser, just before something else is drawn', (el) => (find<HTMLDialogElement>(el, 'dialog').close(), (el as LimioOffersElement).requestUpdate())],
  ];
  test.for(ways)('by %s leads to the button, and nothing is sent', async ([, go]) => {
    const { calls } = sells();
    const el = await asking();
    const [left, failed] = [departures(), fallbacks(el)];
    await go(el);
    await expect.poll(() => isAsking(el)).toBe(false);
    expect(focused(el)).toBe(cta(el));
    expect([calls, left, failed]).toEqual([[], [], []]);
  });

  test('can be gone again and again', async () => {
    const el = await asking();
    for (let n = 0; n < 3; n++) {
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => isAsking(el)).toBe(false);
      cta(el).click();
      await el.updateComplete;
      expect(find<HTMLDialogElement>(el, 'dialog').open).toBe(true);
    }
  });

  test('is taken by sending, too: the button says what happens', async () => {
    serve(held().answer);
    const el = await asking('ask="email"');
    type(el, 'email', 'ada@example.com');
    await submit(el);
    expect(focused(el)).toBe(cta(el));
    expect(cta(el).getAttribute('aria-busy')).toBe('true');
  });

  test('is gone with the element, without a word', async () => {
    const el = await asking();
    const heard = noise();
    const { parentNode } = el;
    el.remove();
    await el.updateComplete;
    parentNode!.append(el);
    await el.updateComplete;
    expect(isAsking(el)).toBe(false);
    expect(heard).toEqual([]);
  });
});

describe('"Continue without"', () => {
  test('is the purchase link, wherever the shop is to open', async () => {
    const el = await asking('ask="email" promo-code="save20" target="_top"');
    const without = find<HTMLAnchorElement>(el, '[part=without]');
    expect(without.href).toBe(href('A', '&pc=SAVE20'));
    expect(without.target).toBe('_top');
    expect(without.referrerPolicy).toBe('origin');
    expect(without.relList.contains('noopener')).toBe(true);
  });

  test('is followed by the browser, and the form is gone', async () => {
    const { calls } = sells();
    const el = await asking('ask="email"');
    const left = departures();
    type(el, 'email', 'ada@example.com');
    find(el, '[part=without]').click();
    expect(await filled(left)).toEqual([href('A')]);
    await expect.poll(() => isAsking(el)).toBe(false);
    expect(calls).toEqual([]);
  });

  test('is there where the details were refused, too', async () => {
    serve(() => refused('bad_request', ['customer.email']));
    const el = await assisted('', { customer: { email: 'ada@example.com' } });
    const failed = fallbacks(el);
    cta(el).click();
    await filled(failed);
    // The form comes in a file of its own.
    await expect.poll(() => findAll<HTMLAnchorElement>(el, '[part=without]')[0]?.href).toBe(href('A'));
  });
});

test('the first field that is wrong comes into view in a low window, wherever the form was scrolled to', async () => {
  await page.viewport(400, 320);
  try {
    const el = await asking(EVERYTHING);
    const dialog = find<HTMLDialogElement>(el, 'dialog');
    dialog.scrollTop = dialog.scrollHeight;
    await submit(el);
    const field = focused(el)!.getBoundingClientRect();
    expect(field.top).toBeGreaterThanOrEqual(0);
    expect(field.bottom).toBeLessThanOrEqual(320);
  } finally {
    await page.viewport(414, 896);
  }
});

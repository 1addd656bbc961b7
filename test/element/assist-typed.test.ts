import { describe, expect, test } from 'vitest';
import { userEvent } from '../setup/user-event.ts';
import {
  asking,
  assisted,
  bodyOf,
  cta,
  departures,
  described,
  fallbacks,
  fields,
  filled,
  focused,
  idle,
  isAsking,
  opened,
  refused,
  signed,
  submit,
  type,
} from './assist-fixtures.ts';
import { appears, find, findAll, held, href, serve } from './fixtures.ts';
import { sells } from './selling-backend.ts';

describe('what is typed', () => {
  test('is sent with what is known, once', async () => {
    const { calls, links } = sells();
    const el = await asking('ask="email last-name"', { customer: { email: 'ada@example.com', phone: '+1' } });
    const left = departures();
    type(el, 'lastName', '  Lovelace ');
    await submit(el);
    expect(await filled(left)).toEqual(links);
    expect(calls.map(bodyOf)).toMatchObject([
      { customer: { email: 'ada@example.com', phone: '+1', lastName: 'Lovelace' } },
    ]);
    expect(isAsking(el)).toBe(false);
  });

  test('tells the backend the country, too, in capitals', async () => {
    const { calls } = sells();
    const el = await asking('ask="country" country="US"');
    const left = departures();
    type(el, 'country', 'DE');
    await submit(el);
    await filled(left);
    expect(bodyOf(calls[0]!)).toMatchObject({ country: 'DE', customer: { country: 'DE' } });
  });

  // prettier-ignore
  const values: Array<[field: string, value: string, problem: string | undefined]> = [
    ['email',     '',                      'E-mail is missing.'],
    ['lastName',  '   ',                   'Last name is missing.'],
    ['email',     'ada',                   'Please write it like name@example.com.'],
    ['email',     ' ada@example.com ',     undefined],
    ['email',     'ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', undefined],
    ['firstName', '',                      'First name is missing.'],
    ['firstName', 'Ł',                     undefined],
    ['company',   'R&D "A" <B> GmbH',      undefined],
    ['phone',     'call me',               'Please write it in digits, like +44 20 7946 0018.'],
    ['phone',     ' +49 (0) 30 / 12-34.5', undefined],
    ['phone',     '+44 20 7946 0018 ext. 5', undefined],
    ['phone',     '٠٣٠ ١٢٣٤',              undefined],
    ['phone',     '＋８１　３－１２３４－５６７８', undefined],
    ['country',   '',                      'Country is missing.'],
    ['country',   'DE',                    undefined],
  ];
  test.for(values)('as %s, "%s", has the problem: %s', async ([field, value, problem]) => {
    const calls = serve((call) => held().answer(call));
    const el = await asking(`ask="${field.replace('N', '-n')}"`);
    type(el, field, value);
    await submit(el);
    expect(calls).toHaveLength(problem ? 0 : 1);
    if (!problem) return expect(isAsking(el)).toBe(false);
    const input = find<HTMLInputElement>(el, `#${field}`);
    expect([input.getAttribute('aria-invalid'), described(input), input.value]).toEqual([
      'true',
      problem,
      value,
    ]);
    expect(focused(el)).toBe(input);
  });

  test('is kept where something else is wrong, and the first problem is where to go on', async () => {
    const el = await asking('ask="email first-name last-name"');
    type(el, 'email', 'ada@example.com');
    await submit(el);
    const [email, first, last] = findAll<HTMLInputElement>(el, 'dialog input');
    expect(email!.value).toBe('ada@example.com');
    for (const name of ['aria-invalid', 'aria-describedby']) expect(email!.hasAttribute(name)).toBe(false);
    expect([described(first!), described(last!)]).toEqual([
      'First name is missing.',
      'Last name is missing.',
    ]);
    expect(focused(el)).toBe(first);
  });

  test('is not interrupted when the page changes', async () => {
    const el = await asking('ask="email last-name"');
    await submit(el);
    find(el, '#lastName').focus();
    type(el, 'lastName', 'Love');
    el.theme = 'dark';
    await el.updateComplete;
    expect(focused(el)).toBe(find(el, '#lastName'));
    expect(find<HTMLInputElement>(el, '#lastName').value).toBe('Love');
  });

  test('loses its problem while it is corrected', async () => {
    const el = await asking('ask="email last-name"');
    type(el, 'email', 'ada');
    await submit(el);
    const email = find<HTMLInputElement>(el, '#email');
    for (const [text, problem] of [
      ['ada@', 'true'],
      ['ada@example.com', null],
    ] as const) {
      email.value = text;
      email.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await el.updateComplete;
      expect(email.getAttribute('aria-invalid')).toBe(problem);
    }
    expect(find(el, '#lastName').getAttribute('aria-invalid')).toBe('true');
    expect(focused(el)).toBe(email);
  });

  // prettier-ignore
  const languages: Array<[locale: string, name: string]> = [
    ['en', 'Denmark'],
    ['de', 'Dänemark'],
    ['fr', 'Danemark'],
    ['ja', 'デンマーク'],
  ];
  test.for(languages)('names its countries in %s', async ([locale, name]) => {
    const el = await asking(`ask="country" locale="${locale}"`);
    const options = findAll<HTMLOptionElement>(el, '#country option');
    expect(options.length).toBe(250);
    expect(options.find(({ value }) => value === 'DK')!.label).toBe(name);
    const names = options.slice(1).map(({ label }) => label);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, locale)));
  });

  test('has the country of the element chosen, until the customer chooses another', async () => {
    const el = await asking('ask="country" country="at"');
    expect(find<HTMLSelectElement>(el, '#country').value).toBe('AT');
  });

  test('is said to be used for the checkout alone', async () => {
    const el = await asking();
    expect(find(el, '[part=privacy]').textContent).toBe(
      'They are used to fill in the checkout of shop.example.com. This page keeps nothing.',
    );
  });

  test('can be sent by the keyboard', async () => {
    const calls = serve((call) => held().answer(call));
    const el = await asking('ask="email"');
    await userEvent.keyboard('ada@example.com{Enter}');
    await filled(calls);
    expect(bodyOf(calls[0]!).customer).toEqual({ email: 'ada@example.com' });
    expect(isAsking(el)).toBe(false);
  });
});

describe('details the backend cannot accept', () => {
  test('are asked for again, with what was sent, and no others', async () => {
    const calls = serve((call) =>
      bodyOf(call).customer?.email === 'ada@wrong.example'
        ? refused('bad_request', ['customer.email', 'customer.phone'])
        : opened(),
    );
    const customer = { email: 'ada@wrong.example', phone: '+1', firstName: 'Ada' };
    const el = await assisted('', { customer });
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await filled(failed);
    await idle(el);
    expect(failed).toMatchObject([{ code: 'bad_request', isWorthReporting: true }]);
    // The form is loaded now, as nothing was asked before.
    await expect.poll(() => fields(el)).toEqual(['email', 'phone']);
    const email = find<HTMLInputElement>(el, '#email');
    expect([email.value, described(email)]).toEqual(['ada@wrong.example', 'Please check this.']);
    expect(focused(el)).toBe(email);
    expect(left).toEqual([]);

    type(el, 'email', 'ada@right.example');
    await submit(el);
    expect(await filled(left)).toEqual([signed()]);
    expect(bodyOf(calls[1]!).customer).toEqual({ ...customer, email: 'ada@right.example' });
  });

  test('that have been typed are kept for the next try', async () => {
    const calls = serve((call) =>
      bodyOf(call).customer?.lastName === 'X' ? refused('bad_request', ['customer.lastName']) : opened(),
    );
    const el = await asking('ask="email last-name"');
    const [left, failed] = [departures(), fallbacks(el)];
    type(el, 'email', 'ada@example.com');
    type(el, 'lastName', 'X');
    await submit(el);
    await filled(failed);
    await idle(el);
    expect(fields(el)).toEqual(['lastName']);
    type(el, 'lastName', 'Lovelace');
    await submit(el);
    await filled(left);
    expect(bodyOf(calls[1]!).customer).toEqual({ email: 'ada@example.com', lastName: 'Lovelace' });
  });

  test('of no kind that is known leave the public link', async () => {
    serve(() => refused('bad_request', ['customer.shoeSize']));
    const el = await assisted('', { customer: { email: 'ada@example.com' } });
    const failed = fallbacks(el);
    cta(el).click();
    await filled(failed);
    await idle(el);
    expect((await appears<HTMLAnchorElement>(el, '[role=alert] a')).href).toBe(href('A'));
    expect(isAsking(el)).toBe(false);
  });
});

describe('a form and a checkout under way', () => {
  test('for another offer: the form stays, and nothing leads away from it', async () => {
    const { answer, give } = held();
    const calls = serve(answer);
    const el = await asking('ask="email"');
    const left = departures();
    type(el, 'email', 'ada@example.com');
    await submit(el);
    cta(el, 'B').click();
    await el.updateComplete;
    expect(calls[0]!.init.signal!.aborted).toBe(true);
    give(opened());
    await idle(el);
    expect(isAsking(el)).toBe(true);
    expect(left).toEqual([]);
  });

  test('for the same offer: the checkout goes on, and nothing is asked again', async () => {
    const { answer, give } = held();
    serve(answer);
    const [el, left] = [await asking('ask="email"'), departures()];
    type(el, 'email', 'ada@example.com');
    await submit(el);
    cta(el).click();
    await el.updateComplete;
    expect(isAsking(el)).toBe(false);
    give(opened());
    expect(await filled(left)).toEqual([signed()]);
  });
});

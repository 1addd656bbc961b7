import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  assisted,
  bodyOf,
  cta,
  departures,
  fallbacks,
  filled,
  idle,
  opened,
  refused,
  signed,
  submit,
  type,
} from './assist-fixtures.ts';
import { find, findAll, held, href, noise, root, serve } from './fixtures.ts';

const EVERYTHING = 'ask="email first-name last-name company phone country"';

/** An element whose form is open, by a click on its first offer. */
async function asking(attributes = 'ask="email last-name"', properties: Record<string, unknown> = {}) {
  const el = await assisted(attributes, properties);
  cta(el).focus();
  cta(el).click();
  await el.updateComplete;
  return el;
}

const fields = (el: Element) => findAll<HTMLInputElement>(el, 'dialog input').map(({ id }) => id);
const isAsking = (el: Element) => root(el).querySelector('dialog') !== null;
const focused = (el: Element) => root(el).activeElement;
const described = (input: HTMLElement) =>
  (input.getRootNode() as ShadowRoot).getElementById(input.getAttribute('aria-describedby') ?? '')
    ?.textContent;

describe('the form asks', () => {
  // prettier-ignore
  const wishes: Array<[behaviour: string, ask: string, customer: unknown, asked: string[]]> = [
    ['for what is named',                        'email last-name',     undefined,                        ['email', 'lastName']],
    ['in its own order',                         'phone email',         undefined,                        ['email', 'phone']],
    ['for lists written otherwise',              ' EMAIL,  company ',   undefined,                        ['email', 'company']],
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
    serve(() => opened());
    const el = await assisted(`ask="${ask}"`, { customer });
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual([signed()]);
    expect(isAsking(el)).toBe(false);
  });

  test('before anything is sent', async () => {
    const calls = serve(() => opened());
    const el = await asking();
    expect(calls).toEqual([]);
    expect(find<HTMLDialogElement>(el, 'dialog').matches(':modal')).toBe(true);
    expect(focused(el)).toBe(find(el, '#email'));
  });

  test('in a way that browsers can fill in, and keyboards suit', async () => {
    const el = await asking(EVERYTHING);
    const inputs = findAll<HTMLInputElement>(el, 'dialog input');
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
      ['country',   'text',  'country',        2, true, 'Country (two letters)'],
    ]);
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

describe('what is typed', () => {
  test('is sent with what is known, once', async () => {
    const calls = serve(() => opened());
    const el = await asking('ask="email last-name"', { customer: { email: 'ada@example.com', phone: '+1' } });
    const left = departures();
    type(el, 'lastName', '  Lovelace ');
    await submit(el);
    expect(await filled(left)).toEqual([signed()]);
    expect(calls.map(bodyOf)).toMatchObject([
      { customer: { email: 'ada@example.com', phone: '+1', lastName: 'Lovelace' } },
    ]);
    expect(isAsking(el)).toBe(false);
  });

  test('tells the backend the country, too, in capitals', async () => {
    const calls = serve(() => opened());
    const el = await asking('ask="country" country="US"');
    const left = departures();
    type(el, 'country', ' de');
    await submit(el);
    await filled(left);
    expect(bodyOf(calls[0]!)).toMatchObject({ country: 'DE', customer: { country: 'DE' } });
  });

  // prettier-ignore
  const values: Array<[field: string, value: string, problem: string | undefined]> = [
    ['email',     '',                      'Please fill this in.'],
    ['lastName',  '   ',                   'Please fill this in.'],
    ['email',     'ada',                   'Please check this.'],
    ['email',     'ada@example',           'Please check this.'],
    ['email',     'ada@example.com.',      'Please check this.'],
    ['email',     'ada lovelace@example.com', 'Please check this.'],
    ['email',     ' ada@example.com ',     undefined],
    ['email',     'ada+desk@mail.example.co.uk', undefined],
    ['firstName', '',                      'Please fill this in.'],
    ['firstName', 'Ł',                     undefined],
    ['company',   'R&D "A" <B> GmbH',      undefined],
    ['phone',     'call me',               'Please check this.'],
    ['phone',     ' +49 (0) 30 / 12-34.5', undefined],
    ['country',   'Germany',               'Please check this.'],
    ['country',   '12',                    'Please check this.'],
    ['country',   'de',                    undefined],
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
    expect(email!.hasAttribute('aria-invalid')).toBe(false);
    expect(email!.hasAttribute('aria-describedby')).toBe(false);
    expect([described(first!), described(last!)]).toEqual(['Please fill this in.', 'Please fill this in.']);
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
    expect(fields(el)).toEqual(['email', 'phone']);
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
    expect(isAsking(el)).toBe(false);
    expect(find<HTMLAnchorElement>(el, '[role=alert] a').href).toBe(href('A'));
  });
});

describe('the way back', () => {
  // prettier-ignore
  const ways: Array<[by: string, go: (el: Element) => unknown]> = [
    ['the cross',       (el) => find(el, '.close').click()],
    ['Escape',          () => userEvent.keyboard('{Escape}')],
    ['Escape, twice',   () => userEvent.keyboard('{Escape}{Escape}')],
    ['the browser',     (el) => find<HTMLDialogElement>(el, 'dialog').close()],
  ];
  test.for(ways)('by %s leads to the button, and nothing is sent', async ([, go]) => {
    const calls = serve(() => opened());
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
    const calls = serve(() => opened());
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
    await idle(el);
    expect(find<HTMLAnchorElement>(el, '[part=without]').href).toBe(href('A'));
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
    const el = await asking('ask="email"');
    const left = departures();
    type(el, 'email', 'ada@example.com');
    await submit(el);
    cta(el).click();
    await el.updateComplete;
    expect(isAsking(el)).toBe(false);
    give(opened());
    expect(await filled(left)).toEqual([signed()]);
  });
});

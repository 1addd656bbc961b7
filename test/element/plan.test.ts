import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { dayIn } from '../../src/element/plan/plan-dates.ts';
import { find, findAll, held, root, serve, shop } from './fixtures.ts';
import {
  backend,
  bodiesOf,
  change,
  plan,
  planTag,
  press,
  said,
  showPlan,
  until,
  upgraded,
} from './plan-fixtures.ts';
import { within } from './surroundings.ts';

beforeEach(() => sessionStorage.clear());

describe('<limio-plan>', () => {
  test('shows the present plan, what it can be changed to, and the add-ons', async () => {
    backend({ POST: [change()] });
    const el = await showPlan();
    expect(said(el, '[part~=title]')).toBe('Your plan: Team | Add-ons | Upgrade | Downgrade');
    expect(said(el, '[part=summary]')).toContain('€29 per month');
    expect(said(el, '[part~=name]')).toBe('Business | Starter');
    expect(said(el, '[part=feature]')).toBe('All of Team | Answers within the hour');
    expect(said(el, '.addons')).toContain('Support €49 per month Remove Support');
    expect(said(el, '.addons')).toContain('Storage €5 per month Add Storage');
  });

  test('asks its backend once, with the token of the page and the page without its query', async () => {
    const calls = backend({ POST: [change()] });
    await showPlan(planTag(), { context: () => Promise.resolve('fresh'), recaptcha: () => 'solved' });
    expect(calls).toHaveLength(1);
    const [{ url, init }] = calls as [(typeof calls)[0]];
    expect(new URL(url).pathname).toBe('/api/plan-changes');
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      referrer: location.origin + location.pathname,
      headers: { 'limio-context': 'fresh' },
    });
    expect(bodiesOf(calls)).toEqual([
      {
        attemptId: expect.stringMatching(/^[\da-f]{32}$/) as string,
        subscription: 'sub-1',
        recaptcha: 'solved',
      },
    ]);
  });

  test('tells price and date before anything is confirmed, and ends at the shop', async () => {
    const calls = backend({ POST: [change()], PUT: [upgraded()] });
    const el = await showPlan();
    press(el, 'Choose Business');
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Change your plan'));
    expect(said(el, '.fromto')).toBe('NowTeam€29 per month NewBusiness€59 per month');
    expect(said(el, 'dl > div')).toBe(
      'From 1 December 2096 €108 per month | Business starts 1 December 2096',
    );
    expect(said(el, '.due')).toContain('What is to be paid today is shown in the shop');
    const link = find<HTMLAnchorElement>(el, 'a[part=cta]');
    expect([link.textContent, link.href]).toEqual(['Change to Business', `${shop}/update?basket=basket-1`]);
    expect(bodiesOf(calls)[1]).toEqual({ offer: 'id-Business' });
    expect(new URL(calls[1]!.url).pathname).toBe('/api/plan-changes/change-1');
    expect(said(el, '[part~=highlighted]')).toContain('Chosen');
  });

  test('the merchant’s words for a price say the amount where they have a placeholder for it', async () => {
    const displayPrice = [
      { text: '{{formattedPrice}}', style: 'strong' as const },
      { text: ' per seat and month' },
    ];
    const smallPrint = [{ text: 'Then {{formattedPrice}}' }];
    const given = plan('Business', '59.00', { displayPrice, smallPrint });
    backend({ POST: [change({ upgrades: [given], downgrades: [] })] });
    const el = await showPlan();
    await until(el, () => expect(said(el, '[part=price]')).toBe('€59 per seat and month'));
    expect(said(el, '[part=small-print]')).toBe('Then €59');
  });

  test('cards of both kinds stand on one line, whichever is chosen, and what the page holds keeps its distance', async () => {
    backend({ POST: [change()], PUT: [upgraded()] });
    const el = await showPlan(within(1000, planTag()));
    const tops = () => findAll(el, '.card').map((card) => card.getBoundingClientRect().top);
    expect(new Set(tops()).size).toBe(1);
    press(el, 'Choose Business');
    await until(el, () => expect(said(el, '.badge')).toContain('Chosen'));
    expect(new Set(tops()).size).toBe(1);
    const below = el.querySelector('a')!.getBoundingClientRect();
    expect(below.top - find(el, '.base').getBoundingClientRect().bottom).toBeGreaterThanOrEqual(24);
  });

  test('the question which plan is meant stands above the middle of the plans', async () => {
    const plans = [plan('Starter', '12'), plan('Team')];
    backend({ POST: [change({ mustChoose: true, plans, upgrades: [], downgrades: [] })] });
    const el = await showPlan(within(1000, planTag()));
    const words = document.createRange();
    words.selectNodeContents(find(el, '[part~=title]'));
    const middle = ({ left, right }: DOMRect) => Math.round((left + right) / 2);
    expect(middle(words.getBoundingClientRect())).toBe(
      middle(find(el, '[part=offers]').getBoundingClientRect()),
    );
  });

  test('a price in a line is made from the numbers, and what is struck is never part of it', async () => {
    const own = (rest: object) =>
      plan('Team', '29.00', {
        displayPrice: [{ text: '€35', style: 'struck' }, { text: ' €29 per seat' }],
        ...rest,
      });
    const fee = {
      amount: '29.00',
      currency: 'EUR',
      interval: { unit: 'month', count: 1 },
      additional: [{ amount: '50.00' }],
    } as const;
    const plans = [own({}), own({ price: undefined }), own({ price: fee })];
    backend({ POST: plans.map((each) => change({ plan: each })) });
    for (const words of ['€29 per month', '€29 per seat', '€29 per month + €50']) {
      const el = await showPlan();
      // Prices with words of their own are drawn once what reads them has come.
      await expect.poll(() => said(el, '[part=summary] .summary')).toBe(words);
      sessionStorage.clear();
    }
  });

  test('the present plan can be kept after all', async () => {
    const calls = backend({ POST: [change()], PUT: [upgraded(), change()] });
    const el = await showPlan();
    press(el, 'Choose Business');
    await until(el, () => expect(root(el).querySelector('[part=keep]')).not.toBeNull());
    press(el, 'Keep Team');
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Your plan: Team'));
    expect(bodiesOf(calls)[2]).toEqual({ offer: null });
  });

  test('add-ons are added and taken away', async () => {
    const added = change({
      addOns: [plan('Support', '49.00'), plan('Storage', '5.00')],
      crossSells: [],
      lines: [
        {
          action: 'add',
          kind: 'addOn',
          offerId: 'id-Storage',
          name: 'Storage',
          quantity: 1,
          effectiveAt: new Date().toISOString(),
        },
      ],
      effectiveAt: new Date().toISOString(),
      url: `${shop}/update?basket=basket-1`,
    });
    const calls = backend({ POST: [change()], PUT: [added, change()] });
    const el = await showPlan();
    press(el, 'Add Storage');
    await until(el, () =>
      expect(said(el, 'dl > div')).toBe('From today €78 per month | Storage starts Today'),
    );
    expect(find(el, 'a[part=cta]').textContent).toBe('Review and confirm');
    press(el, 'Remove Storage');
    await until(el, () => expect(root(el).querySelector('dl')).toBeNull());
    expect(bodiesOf(calls).slice(1)).toEqual([{ add: 'id-Storage' }, { remove: 'id-Storage' }]);
  });

  test('a number is asked for once it rests, and shown at once', async () => {
    const many = { quantity: { initial: 1, min: 1, max: 10, step: 1 } };
    const seats = change({ plan: plan('Team', '29.00', many), quantity: 3 });
    const calls = backend({ POST: [seats], PUT: [seats] });
    const el = await showPlan();
    expect(said(el, '[part=summary] .summary')).toBe('3 × €29 per month');
    for (let n = 0; n < 3; n++) {
      press(el, 'More, Team');
      await el.updateComplete;
    }
    expect(find<HTMLInputElement>(el, 'input').value).toBe('6');
    await until(el, () => expect(calls).toHaveLength(2));
    expect(bodiesOf(calls)[1]).toEqual({ quantity: 6 });
  });

  test('a number that is pressed while another is asked for waits, and is asked for, too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const many = { quantity: { initial: 1, min: 1, max: 10, step: 1 } };
    const seats = (quantity: number) => change({ plan: plan('Team', '29.00', many), quantity });
    const { answer, give } = held();
    const calls = serve((call) =>
      call.init.method === 'POST'
        ? Response.json(seats(3))
        : calls.length < 3
          ? answer(call)
          : Response.json(seats(5)),
    );
    const el = await showPlan();
    const more = async () => {
      press(el, 'More, Team');
      await el.updateComplete;
    };
    await more();
    await until(el, () => expect(calls).toHaveLength(2));
    await more();
    vi.advanceTimersByTime(2000);
    // A request leaves once the page's hooks have answered.
    await new Promise(requestAnimationFrame);
    expect([calls.length, find<HTMLInputElement>(el, 'input').value]).toEqual([2, '5']);
    give(Response.json(seats(4)));
    await until(el, () => expect(said(el, '[role=status]')).toBe(''));
    el.requestUpdate();
    await el.updateComplete;
    expect([calls.length, find<HTMLInputElement>(el, 'input').value]).toEqual([2, '5']);
    await until(el, () => expect(calls).toHaveLength(3));
    expect(bodiesOf(calls).slice(1)).toEqual([{ quantity: 4 }, { quantity: 5 }]);
    expect(find<HTMLInputElement>(el, 'input').value).toBe('5');
  });

  test('a day is the same wherever it is read, and an instant is that of the reader', () => {
    const { DateTimeFormat } = Intl;
    onTestFinished(() => void (Intl.DateTimeFormat = DateTimeFormat));
    Intl.DateTimeFormat = function (locales: string[], options: Intl.DateTimeFormatOptions) {
      return new DateTimeFormat(locales, { timeZone: 'America/New_York', ...options });
    } as unknown as typeof Intl.DateTimeFormat;
    const days = ['2096-12-01', '2096-12-01T00:00:00.000Z', '2096-12-01T03:00:00Z', 'soon'];
    expect(days.map((day) => dayIn('en-GB', day))).toEqual([
      '1 December 2096',
      '1 December 2096',
      '30 November 2096',
      undefined,
    ]);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { find, listen, noise, root, shop, stay } from './fixtures.ts';
import {
  backend,
  bodiesOf,
  change,
  placePlan,
  plan,
  planTag,
  press,
  refusal,
  said,
  settled,
  showPlan,
  until,
  upgraded,
} from './plan-fixtures.ts';

beforeEach(() => sessionStorage.clear());

describe('<limio-plan>, visit by visit', () => {
  test('the plan that the page names is chosen at first, by its path or its id', async () => {
    const calls = backend({ POST: [change(), change()], PUT: [upgraded()] });
    const el = await showPlan(planTag('offer="/offers2/Business"'));
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Change your plan'));
    sessionStorage.clear();
    await showPlan(planTag('offer="id-Business"'));
    await until(el, () => expect(calls).toHaveLength(4));
    expect(bodiesOf(calls)[3]).toEqual({ offer: 'id-Business' });
  });

  test('after a reload it is back where it was, and chooses nothing anew', async () => {
    const calls = backend({ POST: [change()], PUT: [upgraded()], GET: [upgraded()] });
    const el = await showPlan(planTag('offer="/offers2/Starter"'));
    await until(el, () => expect(calls).toHaveLength(2));
    await settled(el);
    el.remove();
    const again = await showPlan(planTag('offer="/offers2/Starter"'));
    expect(said(again, '[part~=title]')).toContain('Change your plan');
    expect(calls.map(({ init }) => init.method)).toEqual(['POST', 'PUT', 'GET']);
    expect(new URL(calls[2]!.url).pathname).toBe('/api/plan-changes/change-1');
  });

  test('a change that the backend has forgotten is started anew', async () => {
    const calls = backend({ POST: [change()], GET: [refusal('basket_unknown', 404)] });
    const el = await showPlan();
    el.remove();
    await showPlan();
    expect(calls.map(({ init }) => init.method)).toEqual(['POST', 'GET', 'POST']);
  });

  test('another subscription does not go on with this one’s change', async () => {
    const calls = backend({ POST: [change()] });
    const el = await showPlan();
    el.subscription = 'sub-2';
    await until(el, () => expect(calls).toHaveLength(2));
    expect(bodiesOf(calls)[1]).toMatchObject({ subscription: 'sub-2' });
  });

  // prettier-ignore
  const pending: Array<[what: string, answer: ReturnType<typeof change> | Response, text: string]> = [
    ['a pending change with its date',    refusal('subscription_pending', 423, { until: '2096-12-01' }), 'Your plan A change takes effect on 1 December 2096. Another change can be made from that day.'],
    ['a pending change without a date',   refusal('subscription_pending', 423),                          'Your plan A change is pending.'],
    ['a confirmed change, until its day', upgraded({ isCompleted: true }),                                'Your plan: Team Changes to Business on 1 December 2096. You keep Team until then. Another change can be made from that day.'],
  ];
  test.for(pending)('shows %s, and no buttons', async ([, answer, text]) => {
    backend({ POST: [answer] });
    const el = await showPlan();
    expect(said(el).replace(/\s+/g, ' ')).toBe(text);
    expect(root(el).querySelector('button')).toBeNull();
  });

  test('a confirmed change that has taken effect is over: the next one begins', async () => {
    const done = upgraded({
      isCompleted: true,
      lines: upgraded().lines.map((line) => ({ ...line, effectiveAt: '2020-01-01T00:00:00Z' })),
    });
    const calls = backend({ POST: [change()], GET: [done] });
    const el = await showPlan();
    el.remove();
    const again = await showPlan();
    expect(calls).toHaveLength(3);
    expect(said(again, '[part~=title]')).toContain('Your plan: Team');
  });

  test('of several plans one is chosen first', async () => {
    const several = change({
      plan: undefined as never,
      mustChoose: true,
      plans: [plan('Starter', '12'), plan('Team')],
      upgrades: [],
      downgrades: [],
      addOns: [],
      crossSells: [],
    });
    const calls = backend({ POST: [several, change({ id: 'change-2' })] });
    const el = await showPlan();
    expect(said(el, '[part~=title]')).toBe('Which plan do you want to change?');
    press(el, 'Choose Team');
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Your plan: Team'));
    expect(bodiesOf(calls)[1]).toMatchObject({ subscription: 'sub-1', plan: 'id-Team' });
  });

  test('a step that fails changes nothing, says so, and can be taken again', async () => {
    backend({ POST: [change()], PUT: [refusal('upstream_unavailable', 503), upgraded()] });
    const el = await showPlan();
    const events = listen(el);
    press(el, 'Choose Business');
    await until(el, () =>
      expect(said(el, '[role=alert]')).toBe('That did not work. Nothing has been changed.'),
    );
    expect(events.map((event) => (event as { code?: string }).code)).toEqual(['upstream_unavailable']);
    press(el, 'Choose Business');
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Change your plan'));
    expect(root(el).querySelector('[role=alert]')).toBeNull();
  });

  test.for(['before', 'after'])(
    'asks again once the page says who the customer is, %s the first answer',
    async (when) => {
      const calls = backend({ POST: [refusal('not_found', 404), change()] });
      noise();
      const el = placePlan(planTag(), { context: undefined });
      const events = listen(el);
      await until(el, () => expect((when === 'before' ? calls : events).length).toBe(1));
      el.context = 'token';
      await until(el, () => expect(said(el, '[part~=title]')).toContain('Your plan: Team'));
      const tokens = calls.map(({ init }) => (init.headers as Record<string, string>)['limio-context']);
      expect(tokens).toEqual([undefined, 'token']);
    },
  );

  // prettier-ignore
  const failures: Array<[what: string, answer: Response, code: string]> = [
    ['a backend that is down',           refusal('upstream_unavailable', 503),      'upstream_unavailable'],
    ['a customer nobody vouches for',    refusal('not_found', 404),                 'not_found'],
    ['a token that is over',             refusal('context_invalid', 403),           'context_invalid'],
    ['a web page in place of an answer', new Response('<h1>Hello</h1>'),            'invalid_response'],
    ['an answer of another kind',        Response.json({ offers: [] }),             'invalid_response'],
  ];
  test.for(failures)(
    'with %s the page’s own link stays, and nothing else is said',
    async ([, answer, code]) => {
      backend({ POST: [answer] });
      const heard = noise();
      const el = placePlan();
      const events = listen(el);
      await until(el, () => expect(events).toHaveLength(1));
      expect((events[0] as unknown as { code: string }).code).toBe(code);
      expect(said(el)).toBe('');
      expect(el.querySelector('a')!.getClientRects()).toHaveLength(1);
      expect(heard).toEqual([]);
    },
  );

  test('where the page holds no link, it can be tried again', async () => {
    backend({ POST: [refusal('upstream_unavailable', 503), change()] });
    const el = placePlan(planTag('', ''));
    await until(el, () => expect(said(el, '[role=alert]')).toContain('That did not work.'));
    find(el, 'button').click();
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Your plan: Team'));
  });

  test('what is tried again is the same attempt, so that there is one basket', async () => {
    const calls = backend({ POST: [refusal('upstream_timeout', 504), change()] });
    const el = placePlan(planTag('', ''));
    await until(el, () => expect(calls).toHaveLength(1));
    await until(el, () => expect(root(el).querySelector('[role=alert]')).not.toBeNull());
    el.reload();
    await until(el, () => expect(calls).toHaveLength(2));
    const [first, second] = bodiesOf(calls) as Array<{ attemptId: string }>;
    expect(second!.attemptId).toBe(first!.attemptId);
  });

  test('the page’s link stays below whatever is drawn', async () => {
    backend({ POST: [change()] });
    const el = await showPlan();
    const link = el.querySelector('a')!;
    expect(link.getBoundingClientRect().top).toBeGreaterThan(
      find(el, '.plan').getBoundingClientRect().bottom - 1,
    );
  });

  test('asks nobody whom the page does not trust, and nobody without a subscription', async () => {
    const calls = backend({ POST: [change()] });
    const empty = placePlan(planTag().replace('"sub-1"', '""'));
    const foreign = placePlan(planTag().replace('"/api"', '"https://evil.example.com"'));
    const told = listen(foreign);
    await until(foreign, () =>
      expect(told.map((event) => (event as unknown as { code: string }).code)).toEqual(['config']),
    );
    // A request leaves once the page's hooks have answered.
    await new Promise(requestAnimationFrame);
    expect(empty.querySelector('a')!.getClientRects()).toHaveLength(1);
    expect(calls).toEqual([]);
    expect(foreign.querySelector('a')!.getClientRects()).toHaveLength(1);
  });

  // prettier-ignore
  const links: Array<[what: string, url: string]> = [
    ['another site',     'https://evil.example.com/update?basket=b'],
    ['a script',         'javascript:alert(1)?basket=b'],
    ['a password',       'https://a:b@shop.example.com/update?basket=b'],
    ['no basket',        'https://shop.example.com/update'],
    ['a repaired path',  'https://shop.example.com\\@evil.example.com/update?basket=b'],
  ];
  test.for(links)('a link to %s is no way to the shop', async ([, url]) => {
    backend({ POST: [upgraded({ url })] });
    const el = await showPlan();
    expect(root(el).querySelector('a')).toBeNull();
    expect(said(el, '[role=alert]')).toContain('Nothing has been changed');
  });

  test('whose account it is travels to the shop', async () => {
    const { href } = location;
    history.replaceState(null, '', '?ownerId=001Ab&secret=x');
    try {
      backend({ POST: [upgraded()] });
      const el = await showPlan();
      expect(find<HTMLAnchorElement>(el, 'a').href).toBe(`${shop}/update?basket=basket-1&ownerId=001Ab`);
    } finally {
      history.replaceState(null, '', href);
    }
  });

  test('tells the page of each step, and stays where a listener says so', async () => {
    backend({ POST: [change()], PUT: [upgraded()] });
    const clicks = stay();
    const el = placePlan();
    const steps: string[] = [];
    el.addEventListener('limio-plan', (event) => {
      steps.push(`${event.step} ${event.plan?.name} ${event.offer?.name}`);
      if (event.step === 'leaving') event.preventDefault();
    });
    await until(el, () => expect(steps).toHaveLength(1));
    await settled(el);
    press(el, 'Choose Business');
    await until(el, () => expect(steps).toHaveLength(2));
    press(el, 'Change to Business');
    expect(steps).toEqual(['shown Team undefined', 'chosen Team Business', 'leaving Team Business']);
    expect(clicks.at(-1)!.left).toBe(false);
  });
});

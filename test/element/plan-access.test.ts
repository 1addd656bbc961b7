import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PLAN_LANGUAGES } from '../../src/locales/plan/plan-languages.ts';
import { LANGUAGES } from '../../src/locales/languages.ts';
import { planEn } from '../../src/locales/plan/plan-en.ts';
import { userEvent } from '../setup/user-event.ts';
import { expectElement } from './accessible.ts';
import { find, findAll, held, root, serve, shop } from './fixtures.ts';
import { within } from './surroundings.ts';
import {
  backend,
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

beforeEach(async () => {
  sessionStorage.clear();
  await page.viewport(1280, 900);
});

const many = { quantity: { initial: 1, min: 1, max: 10, step: 1 } };
const seats = change({ plan: plan('Team', '29.00', many), quantity: 3 });
const several = change({
  mustChoose: true,
  plans: [plan('Starter', '12'), plan('Team')],
  upgrades: [],
  downgrades: [],
});

type Answers = Parameters<typeof backend>[0];

// prettier-ignore
const states: Array<[state: string, answers: Answers, shown: string, content?: string]> = [
  ['the present plan',        { POST: [seats] },                                             '[part=quantity]'],
  ['a chosen plan',           { POST: [upgraded()] },                                        'dl'],
  ['a pending change',        { POST: [refusal('subscription_pending', 423, { until: '2096-12-01' })] }, '.notice'],
  ['several plans',           { POST: [several] },                                           '[part=offers]'],
  ['nothing to change to',    { POST: [change({ upgrades: [], downgrades: [], addOns: [], crossSells: [] })] }, '.empty'],
  ['a failure without a link', { POST: [refusal('upstream_unavailable', 503)] },             '[role=alert]', ''],
];

const shown = async (
  [, answers, selector, content]: (typeof states)[number],
  attributes = '',
  width = 1000,
) => {
  backend(answers);
  const el = placePlan(within(width, planTag(attributes, content)));
  await until(el, () => expect(root(el).querySelector(selector)).not.toBeNull());
  return settled(el);
};

describe('nobody is left out', () => {
  for (const theme of ['light', 'dark'])
    test.for(states)(`of %s, ${theme}`, async (state) => {
      const el = await shown(state, `theme="${theme}"`);
      await expectElement(el).to.be.accessible();
    });

  test('while a plan is loading, that is said, and the page’s link is there', async () => {
    serve(held().answer);
    const el = placePlan();
    await until(el, () => expect(said(el, '[role=status]')).toBe('Loading your plan'));
    await expectElement(el).to.be.accessible();
    expect(el.querySelector('a')!.getClientRects()).toHaveLength(1);
  });

  test.for(states)('%s has nothing beside its box, on the narrowest phone', async (state) => {
    const el = await shown(state, 'lang="de"', 280);
    await until(el, () => expect(root(el).querySelector('[part]')).not.toBeNull());
    const { right, left } = el.getBoundingClientRect();
    for (const each of root(el).querySelectorAll('.plan *:not(.unseen)')) {
      const box = each.getBoundingClientRect();
      if (box.width)
        expect([each.className, box.left >= left - 1, box.right <= right + 1]).toEqual([
          each.className,
          true,
          true,
        ]);
    }
  });

  test('every button and link is large enough for a finger', async () => {
    const el = await shown(states[0]!, '', 320);
    for (const each of findAll(el, 'button,a,input'))
      expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});

describe('with the keyboard', () => {
  test('a plan is chosen, read, and confirmed or kept', async () => {
    backend({ POST: [change()], PUT: [upgraded(), change()] });
    const el = await showPlan();
    find(el, 'button[data-id="id-Business"]').focus();
    await userEvent.keyboard('{Enter}');
    await until(el, () => expect(root(el).activeElement?.textContent).toBe('Change your plan'));
    await userEvent.tab();
    expect(root(el).activeElement).toBe(find(el, 'a[part=cta]'));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await until(el, () => expect(root(el).activeElement?.textContent).toBe('Your plan: Team'));
  });

  test('the focus stays with an add-on that has been added', async () => {
    const added = change({ addOns: [plan('Support', '49.00'), plan('Storage', '5.00')], crossSells: [] });
    backend({ POST: [change()], PUT: [added] });
    const el = await showPlan();
    press(el, 'Add Storage');
    await until(el, () => expect(root(el).activeElement?.textContent).toBe('Remove Storage'));
  });

  test('whoever has gone on elsewhere is not called back', async () => {
    const { answer, give } = held();
    serve((call) => (call.init.method === 'POST' ? Response.json(change()) : answer(call)));
    const el = await showPlan();
    press(el, 'Choose Business');
    const field = document.createElement('input');
    el.after(field);
    field.focus();
    give(Response.json(upgraded()));
    await until(el, () => expect(said(el, '[part~=title]')).toContain('Change your plan'));
    expect(document.activeElement).toBe(field);
  });

  test('while a step is under way, buttons keep the focus and do nothing more', async () => {
    const calls = serve(({ init }) =>
      init.method === 'POST' ? Response.json(change()) : new Promise(() => {}),
    );
    const el = await showPlan();
    press(el, 'Choose Business');
    await until(el, () => expect(said(el, '[role=status]')).toBe('One moment…'));
    expect(root(el).activeElement?.getAttribute('aria-disabled')).toBe('true');
    await until(el, () => expect(calls).toHaveLength(2));
    press(el, 'Choose Starter');
    // A request leaves once the page's hooks have answered.
    await new Promise(requestAnimationFrame);
    expect(calls).toHaveLength(2);
  });
});

test('what has been chosen is announced with its price and its date', async () => {
  backend({ POST: [change()], PUT: [upgraded()] });
  const el = await showPlan();
  press(el, 'Choose Business');
  await until(el, () =>
    expect(said(el, '[role=status]')).toBe(
      'Chosen: Business. From 1 December 2096: €108 per month. Business starts: 1 December 2096',
    ),
  );
});

test('headings have the level that the page’s outline wants, and plans one below', async () => {
  backend({ POST: [change()] });
  const el = await showPlan(planTag('heading-level="2"'));
  const levels = (selector: string) =>
    findAll(el, selector).map((each) => each.getAttribute('aria-level') ?? '3');
  expect(new Set(levels('[part~=title]'))).toEqual(new Set(['2']));
  expect(new Set(levels('[part~=name]'))).toEqual(new Set(['3']));
});

describe('the words', () => {
  const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

  test.for(Object.entries(PLAN_LANGUAGES))(
    'of %s are all there, with the same gaps to fill',
    async ([, load]) => {
      const { messages } = await load();
      for (const [key, word] of Object.entries(planEn)) {
        const translated = messages[key as keyof typeof planEn];
        expect(translated.trim(), key).toBe(translated);
        expect(translated, key).not.toBe('');
        expect(gaps(translated), key).toEqual(gaps(word));
      }
      expect(Object.keys(messages).sort()).toEqual(Object.keys(planEn).sort());
    },
  );

  test('are there in every language of the cards', () => {
    expect(Object.keys(PLAN_LANGUAGES)).toEqual(Object.keys(LANGUAGES));
  });

  // prettier-ignore
  const languages: Array<[lang: string, title: string, confirm: string]> = [
    ['de', 'Tarif ändern',       'Zu Business wechseln'],
    ['fr', 'Changer de formule', 'Passer à Business'],
    ['ja', 'プランを変更',         'Businessに変更'],
    ['ar', 'تغيير باقتك',         'التغيير إلى Business'],
  ];
  test.for(languages)('are those of the nearest lang: %s', async ([lang, title, confirm]) => {
    backend({ POST: [upgraded()] });
    const el = placePlan(planTag().replace('lang="en-GB"', `lang="${lang}"`));
    await until(el, () => expect(said(el, '[part=summary] [part=title]')).toBe(title));
    expect(said(el, 'a[part=cta]')).toBe(confirm);
    expect(find<HTMLAnchorElement>(el, 'a[part=cta]').href).toContain(`${shop}/update`);
  });
});

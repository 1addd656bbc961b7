import { describe, expect, onTestFinished, test } from 'vitest';
import { connectHubspot } from '../../src/integrations/hubspot.ts';
import { connectIntercom } from '../../src/integrations/intercom.ts';
import { connectQualified } from '../../src/integrations/qualified.ts';
import { connectSalesforce } from '../../src/integrations/salesforce.ts';
import { userEvent } from '../setup/user-event.ts';
import { anchor, find, show, stay, tag } from '../element/fixtures.ts';

const page = globalThis as unknown as Record<string, unknown>;

/** Puts a chat's own object on the page, and takes it away again. */
function standIn(name: string, value: unknown): void {
  page[name] = value;
  onTestFinished(() => {
    delete page[name];
  });
}

/** A function that is called as a chat's is, and the calls. */
function recorder() {
  const calls: unknown[][] = [];
  return { calls, record: (...words: unknown[]) => void calls.push(words) };
}

/** A customer chooses an offer; tells whether that leads to the checkout. */
async function choose(name = 'Pro'): Promise<boolean> {
  stay();
  let leaves = false;
  const hear = (event: Event) => (leaves = !event.defaultPrevented);
  addEventListener('limio-checkout', hear, { once: true });
  const el = await show(tag('', anchor(name)));
  await userEvent.click(find(el, 'a[part=cta]'));
  el.remove();
  return leaves;
}

describe('Qualified', () => {
  /** Takes commands as the snippet's queue does; `say` is what Qualified does with the listeners. */
  function qualified() {
    const { calls, record } = recorder();
    standIn('qualified', record);
    const say = (name: string, data: unknown) => {
      for (const [command, listener] of calls)
        if (command === 'handleEvents') (listener as (name: string, data: unknown) => void)(name, data);
    };
    return { calls, say };
  }

  const captured = {
    field_values: { email: 'ada@example.com', company: 'Analytical', plan: 7 },
    bot: { id: 1 },
  };

  test('tells elements, now and later, whom it talks to', async () => {
    const { say } = qualified();
    const first = await show(tag('', anchor('Pro')));
    onTestFinished(connectQualified());
    say('Conversation Started', captured);
    expect(first.customer).toBeFalsy();
    say('Email Captured', captured);
    const second = await show(tag('', anchor('Team')), { customer: { country: 'DE' } });
    expect(first.customer).toEqual({ email: 'ada@example.com', company: 'Analytical' });
    expect(second.customer).toEqual({ country: 'DE', email: 'ada@example.com', company: 'Analytical' });
  });

  // prettier-ignore
  const strange: Array<[what: string, data: unknown]> = [
    ['nothing',              undefined],
    ['null',                 null],
    ['other fields',         { field_values: { budget: '10', __proto__: { email: 'x@y.example' } } }],
    ['fields that are text', { field_values: 'ada@example.com' }],
    ['no text',              { field_values: { email: { toString: () => 'x@y.example' } } }],
    ['text without end',     { field_values: { email: 'a'.repeat(300) } }],
  ];
  test.for(strange)('is not believed when it captures %s', async ([, data]) => {
    const { say } = qualified();
    const el = await show(tag('', anchor('Pro')));
    onTestFinished(connectQualified());
    say('Email Captured', data);
    expect(Object.keys(el.customer ?? {})).toEqual([]);
  });

  test('shows a form for a chosen offer, with the address it knows, in place of the checkout', async () => {
    const { calls, say } = qualified();
    const form = { experience: 'experience-12', fields: { offer: 'Pro' }, instead: true };
    onTestFinished(connectQualified({ formFor: ({ name }) => (name === 'Pro' ? form : undefined) }));
    say('Email Captured', captured);
    expect(await choose()).toBe(false);
    expect(calls.slice(1)).toEqual([
      ['saveFormData', { email: 'ada@example.com', offer: 'Pro' }],
      ['showFormExperience', 'experience-12'],
    ]);
    expect(await choose('Team')).toBe(true);
  });

  test('is left alone after the end, and missed without harm', async () => {
    const { say } = qualified();
    connectQualified()();
    const el = await show(tag('', anchor('Pro')));
    say('Email Captured', captured);
    expect(el.customer).toBeFalsy();
    delete page['qualified'];
    onTestFinished(connectQualified({ formFor: () => ({ experience: 'experience-1' }) }));
    expect(await choose()).toBe(true);
  });
});

describe('Salesforce Embedded Messaging', () => {
  function salesforce() {
    const { calls, record } = recorder();
    const promised =
      (name: string) =>
      (...words: unknown[]) => (record(name, ...words), Promise.reject(new Error('busy')));
    standIn('embeddedservice_bootstrap', {
      prechatAPI: { setHiddenPrechatFields: (fields: unknown) => record('setHiddenPrechatFields', fields) },
      utilAPI: { launchChat: promised('launchChat'), sendTextMessage: promised('sendTextMessage') },
    });
    return calls;
  }
  const happen = (name: string) => dispatchEvent(new CustomEvent(`onEmbeddedMessaging${name}`));
  const talkFor = ({ name }: { name: string }) => ({ fields: { Offer: name }, say: `I would like ${name}.` });

  test('gets the offer in hidden fields before a conversation, as a message in one', async () => {
    const calls = salesforce();
    onTestFinished(connectSalesforce({ talkFor }));
    expect(await choose()).toBe(true);
    happen('ConversationOpened');
    await choose('Team');
    happen('ConversationClosed');
    await choose('Solo');
    expect(calls).toEqual([
      ['setHiddenPrechatFields', { Offer: 'Pro' }],
      ['sendTextMessage', 'I would like Team.'],
      ['setHiddenPrechatFields', { Offer: 'Solo' }],
    ]);
  });

  test('gets the offer as soon as it is ready', async () => {
    onTestFinished(connectSalesforce({ talkFor }));
    await choose();
    const calls = salesforce();
    happen('Ready');
    expect(calls).toEqual([['setHiddenPrechatFields', { Offer: 'Pro' }]]);
  });

  test('opens in place of the checkout, where it is there to open', async () => {
    onTestFinished(connectSalesforce({ talkFor: () => ({ instead: true }) }));
    expect(await choose()).toBe(true);
    const calls = salesforce();
    expect(await choose()).toBe(false);
    expect(calls).toEqual([['launchChat']]);
  });
});

describe('Intercom', () => {
  test('records what was chosen, and opens a message in place of the checkout', async () => {
    const { calls, record } = recorder();
    standIn('Intercom', record);
    const talkFor = ({ name }: { name: string }) =>
      name === 'Pro' ? { event: 'offer-chosen' } : { message: `About ${name}: ` };
    onTestFinished(connectIntercom({ talkFor }));
    expect(await choose()).toBe(true);
    expect(await choose('Team')).toBe(false);
    expect(calls).toEqual([
      ['trackEvent', 'offer-chosen', { offer: 'Pro', path: '/offers2/Pro' }],
      ['showNewMessage', 'About Team: '],
    ]);
  });

  test('that is not there costs no sale', async () => {
    onTestFinished(connectIntercom({ talkFor: () => ({ event: 'e', message: 'm' }) }));
    expect(await choose()).toBe(true);
  });
});

describe('HubSpot', () => {
  test('records what was chosen, and opens the chat in place of the checkout', async () => {
    const { calls, record } = recorder();
    const queue: unknown[] = [];
    standIn('_hsq', queue);
    standIn('HubSpotConversations', { widget: { load: () => record('load'), open: () => record('open') } });
    const event = { name: 'pe1_offer_chosen', properties: { offer: 'Pro' } };
    onTestFinished(
      connectHubspot({ talkFor: ({ name }) => (name === 'Pro' ? { event } : { instead: name === 'Team' }) }),
    );
    expect(await choose()).toBe(true);
    expect(await choose('Team')).toBe(false);
    expect(await choose('Solo')).toBe(true);
    expect(queue).toEqual([['trackCustomBehavioralEvent', event]]);
    expect(calls).toEqual([['open']]);
  });

  test('that is not there costs no sale', async () => {
    onTestFinished(connectHubspot({ talkFor: () => ({ event: { name: 'pe1' }, instead: true }) }));
    expect(await choose()).toBe(true);
  });
});

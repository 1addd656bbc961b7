import { expect, test } from 'vitest';
import { signContext } from '../../src/server/gate/sign-context.ts';
import { sandbox } from '../../demo/sandbox/sandbox.ts';
import { agentSetup, CLICK, KEY, KEYS, PUBLIC_URL } from './agent-setup.ts';
import { CREDENTIALS, TENANT } from './pretend-limio.ts';
import { NOON, setup } from './setup.ts';

const context = {
  issuer: 'https://www.example.com',
  audience: 'limio-offers',
  secret: 'a secret of the shop that is long enough',
};
const WHO = { accountId: 'account-001A', contactId: 'contact-003C', tracking: { quoteId: 'Q-7' } };
const order = { paths: ['/offers2/Pro'], quantity: 1 };

// prettier-ignore
const ways: Array<[way: string, open: (agent: ReturnType<typeof agentSetup>, order: object) => Promise<{ status: number; answer: Record<string, unknown>; raw: unknown }>]> = [
  ['over MCP', async ({ call }, given) => {
    const { body } = await call('open_checkout', given);
    const { isError, content, structuredContent } = body.result;
    return { status: isError ? 403 : 200, answer: structuredContent ?? { say: content[0].text }, raw: body };
  }],
  ['flat',     async ({ send }, given) => {
    const { status, body } = await send('/agent/checkouts', given);
    return { status, answer: body, raw: body };
  }],
];

test.for(ways)('a checkout %s acts for the account of a valid token, which nobody sees', async ([, open]) => {
  const agent = agentSetup({ context });
  const token = await signContext(WHO, context);
  const { status, answer, raw } = await open(agent, { ...order, context: token });
  expect([status, answer]).toEqual([200, expect.objectContaining({ prefilled: true })]);
  expect(agent.limio.initiated().order['tracking']).toMatchObject({
    accountId: WHO.accountId,
    contactId: WHO.contactId,
    quoteId: 'Q-7',
  });
  const opened = await agent.ask((answer['url'] as string).slice(PUBLIC_URL.length), { headers: CLICK });
  expect(opened.headers.get('location')).toContain('/api/checkout/assisted?');
  expect(agent.log[0]).toMatchObject({ isIdentified: true });
  unseen([raw, agent.log], token);
});

test.for(ways)('a token for somebody else is refused %s, and is nowhere either', async ([, open]) => {
  const agent = agentSetup({ context });
  const token = await signContext(WHO, { ...context, audience: 'another-service' });
  const { status, answer, raw } = await open(agent, { ...order, context: token });
  expect([status, answer['say']]).toEqual([
    403,
    expect.stringMatching(/^This `context` is not valid here\./),
  ]);
  expect(agent.limio.count('initiateCheckout')).toBe(0);
  unseen([raw, agent.log], token);
});

test('two accounts that ask for the same never share a basket, and one has the same basket again', async () => {
  const agent = agentSetup({ context });
  const tokenOf = (accountId: string) => signContext({ accountId }, context);
  const [one, other] = await Promise.all(['account-1', 'account-2'].map(tokenOf));
  const urls: unknown[] = [];
  for (const token of [one, other, one])
    urls.push((await agent.send('/agent/checkouts', { ...order, context: token })).body.url);
  expect(urls).toEqual([urls[0], expect.not.stringMatching(String(urls[0])), urls[0]]);
  expect(agent.limio.count('initiateCheckout')).toBe(2);
});

/** Neither the token, nor any part of it, nor whom it names. */
function unseen(written: unknown, token: string): void {
  const text = JSON.stringify(written);
  for (const secret of [...token.split('.'), WHO.accountId, WHO.contactId])
    expect(text).not.toContain(secret);
}

test('the basket of a buyer cannot be had by whoever reckons what an agent may ask for them', async () => {
  const idWith = async (clientSecret: string) => {
    const limio = sandbox({ now: () => NOON, clientSecret });
    const { ask } = setup(
      {
        limio: { tenant: TENANT, credentials: () => ({ ...CREDENTIALS, clientSecret }), fetch: limio.fetch },
        keys: () => KEYS,
        agents: { publicUrl: PUBLIC_URL },
      },
      limio,
    );
    await ask('/agent/checkouts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ paths: ['/offers2/Desk Team Monthly'], email: 'ada@example.com' }),
    });
    return [...limio.state.baskets.keys()].join();
  };
  const [first, again, elsewhere] = await Promise.all(['one', 'one', 'other'].map(idWith));
  expect(first).toMatch(/^basket-/);
  expect(again).toBe(first);
  expect(elsewhere).not.toBe(first);
});

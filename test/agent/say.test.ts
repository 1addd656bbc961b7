import { expect, test } from 'vitest';
import { adaptiveCard, sayLink, sayOffers, slackBlocks, type ChatFormat } from '../../src/say.ts';
import { PLANS, SHOP } from './shop.ts';

const options = { shop: SHOP };
const starter = `${SHOP}/checkout?purchase=%2Foffers2%2FStarter`;
const team = `${SHOP}/team-checkout?purchase=%2Foffers2%2FPro%20Team%20%28Annual%29`;

// prettier-ignore
const messages: Array<[format: ChatFormat, message: string]> = [
  ['markdown', `- [Starter](<${starter}>): €9 per month\n- [Pro Team](<${team}>): €29.50 per month`],
  ['slack',    `• <${starter}|Starter>: €9 per month\n• <${team}|Pro Team>: €29.50 per month`],
  ['html',     `<p><a href="${starter}">Starter</a>: €9 per month</p>\n<p><a href="${team}">Pro Team</a>: €29.50 per month</p>`],
  ['plain',    `Starter: €9 per month\n${starter}\nPro Team: €29.50 per month\n${team}`],
];
test.for(messages)('says offers in %s', ([format, message]) => {
  expect(sayOffers(PLANS.slice(0, 2), format, options)).toBe(message);
});

const awkward = { path: '/offers2/*A*_b_', name: '*A*_b_ `c` <d> & [e](f)|g' };
const address = `${SHOP}/checkout?purchase=%2Foffers2%2F%2AA%2A%5Fb%5F`;

// prettier-ignore
const escapes: Array<[format: ChatFormat, message: string]> = [
  ['markdown', `- [\\*A\\*\\_b\\_ \\\`c\\\` \\<d\\> \\& \\[e\\]\\(f)\\|g](<${address}>)`],
  ['slack',    `• <${address}|Ab c &lt;d&gt; &amp; [e](f)¦g>`],
  ['html',     `<p><a href="${address}">*A*_b_ \`c\` &lt;d&gt; &amp; [e](f)|g</a></p>`],
  ['plain',    `*A*_b_ \`c\` <d> & [e](f)|g\n${address}`],
];
test.for(escapes)(
  'writes a name in %s so that it cannot mark up, nor break its link',
  ([format, message]) => {
    expect(sayOffers([awkward], format, options)).toBe(message);
  },
);

test('escapes the ampersands of a link as Slack asks', () => {
  expect(sayLink('Pro', `${SHOP}/checkout?purchase=%2Fx&pc=SAVE`, 'slack')).toBe(
    `<${SHOP}/checkout?purchase=%2Fx&amp;pc=SAVE|Pro>`,
  );
});

test('speaks the language it is given words for', () => {
  const german = { locale: 'de', words: { month: 'pro Monat', cta: 'Abonnieren' } };
  expect(sayOffers(PLANS.slice(0, 1), 'plain', { ...options, ...german })).toMatch(
    /^Starter: 9 € pro Monat\n/,
  );
  expect(slackBlocks(PLANS.slice(0, 1), { ...options, ...german })[0]!.accessory!.text.text).toBe(
    'Abonnieren',
  );
});

test('makes a section and a button of each offer for Slack', () => {
  expect(slackBlocks(PLANS, options)[1]).toEqual({
    type: 'section',
    text: { type: 'plain_text', text: 'Pro Team\n€29.50 per month', emoji: false },
    accessory: {
      type: 'button',
      action_id: 'limio_offer_2',
      text: { type: 'plain_text', text: 'Subscribe', emoji: false },
      url: team,
    },
  });
});

// prettier-ignore
const unopened = ['mailto:sales@example.com', 'tel:+441632960000', '/contact', 'javascript:alert(1)'];
test.for(unopened)('makes up no link for an offer that leads to %s', (href) => {
  const talk = [{ path: '/offers2/Talk', name: '*Talk* & <b>', href }];
  expect(sayOffers(talk, 'markdown', options)).toBe('- \\*Talk\\* \\& \\<b\\>');
  expect(sayOffers(talk, 'slack', options)).toBe('• Talk &amp; &lt;b&gt;');
  expect(sayOffers(talk, 'html', options)).toBe('<p>*Talk* &amp; &lt;b&gt;</p>');
  expect(sayOffers(talk, 'plain', options)).toBe('*Talk* & <b>');
  expect(JSON.stringify([slackBlocks(talk, options), adaptiveCard(talk, options)])).not.toMatch(
    /"url"|checkout/,
  );
});

test('says five offers at most, and cuts what is too long for a chat', () => {
  const many = Array.from({ length: 9 }, (_, i) => ({
    path: `/x/${i}`,
    name: 'N'.repeat(300),
    cta: 'C'.repeat(300),
  }));
  const blocks = slackBlocks(many, options);
  expect(blocks).toHaveLength(5);
  expect(sayOffers(many, 'markdown', options).split('\n')).toHaveLength(5);
  expect([blocks[0]!.text.text.length, blocks[0]!.accessory!.text.text.length]).toEqual([80, 75]);
});

test('refuses a shop that is none, as a link would go elsewhere', () => {
  expect(() => sayOffers(PLANS, 'plain', { shop: 'http://evil.example' })).toThrow(
    expect.objectContaining({ code: 'shop_invalid' }),
  );
});

test('makes a card of Teams with a button for each offer, whose texts are no Markdown', () => {
  const text = (words: string, weight: string) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: words, weight }],
  });
  const { body, ...card } = adaptiveCard([PLANS[1]!, awkward], options);
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  expect(body.map(({ separator }) => separator)).toEqual([false, true]);
  expect(body.map(({ items }) => items)).toEqual([
    [
      text('Pro Team', 'Bolder'),
      text('€29.50 per month', 'Default'),
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Subscribe', url: team }] },
    ],
    [
      text(awkward.name, 'Bolder'),
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Subscribe', url: address }] },
    ],
  ]);
});

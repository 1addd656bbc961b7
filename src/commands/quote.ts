import { LimioError } from '../core/errors/limio-error.ts';
import { MAX_QUANTITY } from '../core/offer/order-limits.ts';
import { limioOfEnvironment } from '../server/node/limio-of-environment.ts';
import { createQuote } from '../server/quotes/create-quote.ts';
import type { Command, CommandCall } from './command.ts';
import { LIMIO_VARIABLES, readCountry, readNumber } from './read-option.ts';
import { readInput } from './read-text.ts';

/** Makes a quote: a basket with a signed link, for somebody who need not be there. */
export const quote: Command = {
  name: 'quote',
  summary: 'Makes a quote: a basket with a signed link, for an account or not',
  options: {
    file: { type: 'string', help: 'Quote as JSON, as POST /quotes takes it; - is standard input' },
    offer: { type: 'string', help: 'In place of a file: path of the one offer, /offers2/Desk Team Monthly' },
    quantity: { type: 'string', help: 'How many of it' },
    account: { type: 'string', help: 'Account that the checkout acts for, without a login' },
    email: { type: 'string', help: 'E-mail address of the customer, to be filled in' },
    country: { type: 'string', help: 'Where the customer buys: DE. Default LIMIO_COUNTRY' },
    'promo-code': { type: 'string', help: 'Promo code' },
    days: { type: 'string', help: 'How long the quote is good, at most 30. Default 14' },
    page: { type: 'string', help: 'Checkout page. For an account, one with anonymous authentication' },
    'external-id': { type: 'string', help: 'Your name of the quote; the same one never makes two baskets' },
    json: { type: 'boolean', help: 'The answer of POST /quotes as one line of JSON' },
  },
  help: `Where Limio and the shop are is read from ${LIMIO_VARIABLES}\nWhoever has the link can open the checkout.`,
  async run({ options, env, write }) {
    const given = (await quoteOf(options)) as Parameters<typeof createQuote>[2];
    const { limio, settings } = limioOfEnvironment(env);
    const made = await createQuote(limio, { ...settings.rules, shop: settings.shop }, given);
    if (options['json']) return (write(`${JSON.stringify(made)}\n`), 0);
    const { url, requires, basketId, expiresAt, total, promo } = made;
    const lines = [
      url,
      `Basket ${basketId}, open until ${expiresAt}`,
      ...(total ? [`Total ${total.amount} ${total.currency ?? ''}`.trim()] : []),
      ...(promo ? [`Promo code: ${promo}`] : []),
      ...(requires ? ['It acts for the account: its page must use anonymous authentication.'] : []),
    ];
    write(`${lines.join('\n')}\n`);
    return 0;
  },
};

const MOST = { fallback: 1, max: MAX_QUANTITY };

/** @throws {LimioError} `config` when neither a file nor an offer is named, or the file is no JSON */
async function quoteOf({ file, json: _, ...options }: CommandCall['options']): Promise<unknown> {
  const { offer, quantity, account, email, country, days, page } = options as Record<string, string>;
  if ((file === undefined) === (offer === undefined))
    throw new LimioError('config', 'Name one of --file FILE and --offer PATH.');
  if (file !== undefined) {
    if (Object.values(options).some((value) => value !== undefined))
      throw new LimioError('config', 'With --file, everything is in the file.');
    return parse(await readInput(String(file), '--file names no file that can be read.'));
  }
  const { 'external-id': externalId, 'promo-code': promoCode } = options;
  return {
    items: [
      { path: offer, ...(quantity !== undefined && { quantity: readNumber(quantity, '--quantity', MOST) }) },
    ],
    ...(account !== undefined && { account: { accountId: account } }),
    ...(email !== undefined && { customer: { email } }),
    ...(country !== undefined && { country: readCountry(country) }),
    ...(promoCode !== undefined && { promoCode }),
    ...(days !== undefined && {
      expiresAfter: { days: readNumber(days, '--days', { fallback: 14, max: 30 }) },
    }),
    ...(page !== undefined && { page }),
    ...(externalId !== undefined && { externalId }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LimioError('config', 'The quote is not JSON.');
  }
}

import { quoteAnswer, quoteRequest } from '../../contract/quote.ts';
import { keepKind } from '../checkout/basket-kind.ts';
import { oncePerKey } from '../checkout/once-per-key.ts';
import { quoteIdOf } from '../checkout/external-id.ts';
import { knownPaths } from '../quotes/known-paths.ts';
import { createQuote } from '../quotes/create-quote.ts';
import { limioCall } from '../limio-call.ts';
import { IDEMPOTENCY_KEY, route, UPSTREAM } from './route.ts';

/** Makes a basket for somebody who need not be there, for callers with a key. */
export const quotes = route({
  name: 'createQuote',
  method: 'POST',
  path: '/quotes',
  tag: 'callers',
  access: 'operators',
  scope: 'quotes',
  summary: 'Make a quote with a signed link',
  description:
    'Makes a basket of offers and add-ons of any sales channel, for an account or not. With an account the link acts for it without a login, and the checkout page must use anonymous authentication.',
  parameters: [IDEMPOTENCY_KEY],
  body: { name: 'QuoteRequest', schema: quoteRequest },
  answer: { name: 'QuoteAnswer', schema: quoteAnswer },
  limit: 'requests',
  failures: ['offer_unavailable', 'offer_changed', 'conflict', ...UPSTREAM],
  async handle({ request, body, context }, services) {
    const { limio, checkLimit, settings } = services;
    const { state, logFields } = context;
    const { shop, now, rules } = settings;
    logFields.items = body.items.length;
    logFields.isIdentified = body.account !== undefined;
    const answer = await oncePerKey({ request, body, context }, async (seed) => {
      await checkLimit(state, 'all', '*');
      const quote = { ...body, externalId: body.externalId ?? quoteIdOf(seed) };
      const made = await createQuote(
        limio,
        { ...rules, shop, now, pathOf: knownPaths(context, services) },
        quote,
        limioCall(context),
      );
      if (body.externalId) await keepKind(made.basketId, 'quote', state);
      return made;
    });
    if (answer.promo) logFields.promo = answer.promo;
    return answer;
  },
});

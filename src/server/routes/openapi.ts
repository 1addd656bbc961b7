import * as z from 'zod/mini';
import { checkoutAnswer, checkoutRequest, failureAnswer } from '../../contract/checkout.ts';
import { STATUS, type FailureCode } from '../../contract/failure.ts';
import { offerList } from '../../contract/offers.ts';
import { ERROR_HELP } from '../../core/error-help.ts';

const PROBLEMS: Record<'offers' | 'checkouts', readonly FailureCode[]> = {
  offers: [
    'origin_denied',
    'rate_limited',
    'internal',
    'upstream_unavailable',
    'upstream_timeout',
    'upstream_rejected',
    'upstream_invalid',
  ],
  checkouts: Object.keys(STATUS).filter(
    (code) => !/^(not_found|method_not_allowed)$/.test(code),
  ) as FailureCode[],
};

const country = { type: 'string', pattern: '^[A-Z]{2}$' };

const ORIGIN = {
  name: 'Origin',
  in: 'header',
  required: true,
  description: 'One of the origins the backend is set up for. Browsers send it by themselves.',
  schema: { type: 'string' },
};

const REQUEST_ID = { description: 'To be quoted when something is reported.', schema: { type: 'string' } };

/**
 * Describes our own routes in OpenAPI 3.1, from the schemas that check what comes in, so that tools can be
 * made from it: a client, a test, an action of an agent.
 *
 * @param basePath path the routes are under.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(basePath: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'limio-offers backend',
      version: '1',
      description:
        'Lists what a shop sells and opens pre-filled checkouts. Every checkout can be replaced by a purchase link.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    security: [],
    tags: [
      { name: 'shop', description: 'What pages and agents use.' },
      { name: 'health', description: 'What operators use.' },
    ],
    paths: {
      '/offers': { get: offersOperation },
      '/checkouts': { post: checkoutsOperation },
      '/health/live': { get: healthOperation('isLive', 'Whether the process answers', {}) },
      '/health/ready': {
        get: healthOperation('isReady', 'Whether requests are worth sending here', {
          503: answer('Limio is failing.', ref('Health')),
        }),
      },
    },
    components: {
      schemas: {
        OfferList: schema(offerList, 'output'),
        CheckoutRequest: schema(checkoutRequest, 'input'),
        CheckoutAnswer: schema(checkoutAnswer, 'output'),
        Failure: schema(failureAnswer, 'output'),
        Health: { type: 'object' },
      },
    },
  };
}

const offersOperation = {
  operationId: 'listOffers',
  summary: 'Offers for sale',
  description: 'Slimmed to what is shown. Cached; `stale` says that Limio could not be asked again.',
  tags: ['shop'],
  parameters: [
    { name: 'label', in: 'query', description: 'Only offers with this label.', schema: { type: 'string' } },
    {
      name: 'country',
      in: 'query',
      description: 'Only offers sold there, ISO 3166-1 alpha-2.',
      schema: country,
    },
    {
      name: 'If-None-Match',
      in: 'header',
      description: '`etag` of the list at hand.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: {
      ...answer('The list.', ref('OfferList')),
      headers: { etag: { schema: { type: 'string' } }, 'x-request-id': REQUEST_ID },
    },
    304: { description: 'The list at hand is today’s.' },
    ...failures(PROBLEMS.offers),
  },
};

const checkoutsOperation = {
  operationId: 'openCheckout',
  summary: 'Open a pre-filled checkout',
  description:
    'Makes a basket and answers with a signed link, to be opened exactly as it is. The same `attemptId` makes one basket, however often it is sent. Quantities are held to what an offer allows.',
  tags: ['shop'],
  parameters: [ORIGIN],
  requestBody: { required: true, content: { 'application/json': { schema: ref('CheckoutRequest') } } },
  responses: {
    200: { ...answer('The link.', ref('CheckoutAnswer')), headers: { 'x-request-id': REQUEST_ID } },
    ...failures(PROBLEMS.checkouts),
  },
};

const healthOperation = (operationId: string, summary: string, more: object) => ({
  operationId,
  summary,
  tags: ['health'],
  responses: {
    200: answer('Yes.', ref('Health')),
    ...more,
    default: answer('Something else.', ref('Failure')),
  },
});

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function answer(description: string, body: object) {
  return { description, content: { 'application/json': { schema: body } } };
}

/** One response for each status, naming the codes that come with it. */
function failures(codes: readonly FailureCode[]) {
  const responses: Record<number, object> = {};
  for (const status of new Set(codes.map((code) => STATUS[code]))) {
    const meanings = codes
      .filter((code) => STATUS[code] === status)
      .map((code) => `\`${code}\`: ${ERROR_HELP[code][0]}.`);
    responses[status] = answer(meanings.join(' '), ref('Failure'));
  }
  return responses;
}

function schema(of: z.core.$ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(of, {
    io,
    override: ({ jsonSchema }) => {
      // Names of zod's own, which tools do not know; a pattern beside them says the same.
      if (/^(starts_with|regex)$/.test(jsonSchema.format ?? '')) delete jsonSchema.format;
    },
  });
  return rest;
}

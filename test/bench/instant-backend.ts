import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import type { Limits } from '../../src/server/gate/limits.ts';
import type { BackendOptions } from '../../src/server/options.ts';

/** Path of the checkout that Limio answers with. */
export const LINK = '/api/checkout/recover?basketId=basket-1&recover=signed';

const unlimited = { points: 1e9, seconds: 60 };

/** Limits that nothing meets which is measured. */
export const NO_LIMITS: Limits = {
  reads: unlimited,
  requests: unlimited,
  address: unlimited,
  agent: unlimited,
  email: unlimited,
  all: unlimited,
};

/** Options of a backend whose Limio answers at once, so that what remains is ours. */
export const INSTANT_BACKEND: BackendOptions = {
  limio: {
    tenant: 'https://limio.test',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch: async (input) => {
      const url = String(input);
      if (url.endsWith('/oauth2/token'))
        return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 });
      if (url.includes('/offers/v2')) return Response.json({ items: CATALOGUE });
      return Response.json({ id: 'basket-1', recoveryLink: LINK, order: {} });
    },
  },
  shop: 'https://shop.test',
  origins: ['https://www.example.com'],
  country: 'US',
  limits: NO_LIMITS,
};

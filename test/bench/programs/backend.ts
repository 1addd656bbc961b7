import { limioBackend } from '../../../src/server/backend.ts';
import { listen } from '../../../src/server/node/listen.ts';
import { NO_LIMITS } from '../instant-backend.ts';

const { LIMIO, MOST } = process.env;

// The backend in a process of its own, without limits but for the baskets a minute that it is told.
const { url } = await listen(
  limioBackend({
    limio: {
      tenant: LIMIO!,
      credentials: () => ({ clientId: 'sandbox', clientSecret: 'sandbox-secret' }),
    },
    shop: 'https://shop.test',
    origins: ['https://www.example.com'],
    country: 'US',
    proxies: 1,
    limits: { ...NO_LIMITS, ...(MOST && { all: { points: Number(MOST), seconds: 60 } }) },
  }),
  { port: 0 },
);
console.log(url);

import { limioBackend } from '../../../src/server/backend.ts';
import { listen } from '../../../src/server/node/listen.ts';

const unlimited = { points: 1e9, seconds: 60 };
const { LIMIO, LIMITS } = process.env;

// The backend in a process of its own, without limits unless it is to keep the usual ones.
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
    ...(LIMITS !== 'usual' && {
      limits: { address: unlimited, all: unlimited, email: unlimited, reads: unlimited },
    }),
  }),
  { port: 0 },
);
console.log(url);

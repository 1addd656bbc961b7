import { limioBackend } from '../../../src/server/backend.ts';
import { listen } from '../../../src/server/node/listen.ts';
import { NO_LIMITS } from '../instant-backend.ts';

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
    ...(LIMITS !== 'usual' && { limits: NO_LIMITS }),
  }),
  { port: 0 },
);
console.log(url);

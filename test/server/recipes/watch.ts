import { createClient } from 'redis';
import { limioClient } from '../../../src/limio.ts';
import {
  boughtIn,
  kindIn,
  redisCheckpoint,
  redisState,
  signedWebhook,
  watchAbandonedBaskets,
} from '../../../src/server.ts';

export async function watch(env: Record<string, string>, signal: AbortSignal): Promise<void> {
  const redis = createClient({ url: env.REDIS_URL!, disableOfflineQueue: true });
  redis.on('error', () => {});
  await redis.connect();
  await watchAbandonedBaskets({
    limio: limioClient({
      tenant: env.LIMIO_TENANT!,
      credentials: () => ({ clientId: env.LIMIO_CLIENT_ID!, clientSecret: env.LIMIO_CLIENT_SECRET! }),
    }),
    shop: env.LIMIO_SHOP!,
    since: '2026-11-01T00:00:00Z',
    checkpoint: redisCheckpoint(redis),
    deliver: signedWebhook({ to: env.CRM!, secret: env.LIMIO_WEBHOOK_SECRET! }),
    isBought: boughtIn(redisState(redis)),
    kindOf: kindIn(redisState(redis)),
    onFailure: (error, wait) => console.error(String(error), `Again in ${wait} ms.`),
    signal,
  });
  redis.destroy();
}

import { LimioError } from '../core/errors/limio-error.ts';
import { limioClient } from '../limio/client.ts';
import { BASKET_EVENT_TYPES, type BasketEventType } from '../server/abandoned/basket-event.ts';
import { redisCheckpoint } from '../server/abandoned/redis-checkpoint.ts';
import { signedWebhook, type Deliver } from '../server/abandoned/signed-webhook.ts';
import { tellBaskets, type Round, type TellBasketsOptions } from '../server/abandoned/tell-baskets.ts';
import { isSetUpError, watchAbandonedBaskets } from '../server/abandoned/watch-abandoned-baskets.ts';
import { boughtIn } from '../server/events/bought.ts';
import { redisState } from '../server/state/redis-state.ts';
import { kindIn } from '../server/checkout/basket-kind.ts';
import { isQuoteId, isRenewalId } from '../server/checkout/external-id.ts';
import { redisClient } from '../server/node/connect-redis.ts';
import { deadLetterFile, resendDeadLetters } from '../server/node/dead-letters.ts';
import { readClientSettings, readWebhookSecret } from '../server/node/environment.ts';
import { fileCheckpoint } from '../server/node/file-checkpoint.ts';
import { untilStopped } from '../server/node/until-stopped.ts';
import type { Command, CommandCall } from './command.ts';
import { readInstant, readNumber } from './read-option.ts';

const MINUTE_MS = 60_000;

/** Thirty days. */
const MAX_MINUTES = 43_200;

/** Where the checkpoint is unless it is said: in the folder the command runs in. */
const CHECKPOINT = 'abandoned.json';

/** Tells a CRM which baskets were left behind. */
export const abandoned: Command = {
  name: 'abandoned',
  summary: 'Tells a CRM, by signed webhooks, of baskets left behind, quotes and renewals',
  options: {
    to: { type: 'string', help: 'https address that is told' },
    since: { type: 'string', help: 'Baskets made from then on, while there is no checkpoint: 2026-11-01' },
    idle: { type: 'string', help: 'Minutes after which a basket is abandoned. Default 60' },
    every: { type: 'string', help: 'Minutes between two looks. Default 5' },
    once: { type: 'boolean', help: 'Looks once and ends, for cron' },
    checkpoint: { type: 'string', help: `File for one reader, or redis for several. Default ${CHECKPOINT}` },
    'dead-letters': {
      type: 'string',
      help: 'File for what is refused. Default: the checkpoint’s, .dead.jsonl',
    },
    resend: { type: 'boolean', help: 'Tells what is in the dead letter file once more, and ends' },
    types: { type: 'string', help: `Only these, separated by commas: ${BASKET_EVENT_TYPES.join(', ')}` },
    'quote-prefix': {
      type: 'string',
      help: 'How external ids of quotes begin that were not made by limio-offers',
    },
    'renewal-prefix': {
      type: 'string',
      help: 'The same for renewals, and for those that were named by you, without Redis',
    },
    'without-email': { type: 'boolean', help: 'Baskets without an e-mail address, too' },
    'page-size': { type: 'string', help: 'Baskets a page, 1 to 200. Default 50' },
    rate: { type: 'string', help: 'Most pages a minute. Default 60' },
    json: { type: 'boolean', help: 'What is reported as lines of JSON' },
  },
  help: `It is set up by LIMIO_TENANT, LIMIO_CLIENT_ID, LIMIO_CLIENT_SECRET, LIMIO_SHOP and LIMIO_WEBHOOK_SECRET, and REDIS_URL
where the checkpoint is in Redis. Each basket is told at least once; \`webhook-id\` marks one that is told again.`,
  async run(call) {
    const { options, write } = call;
    const report = (fields: Record<string, unknown>, text: string) =>
      write(options['json'] ? `${JSON.stringify(fields)}\n` : `${text}\n`);
    if (options['resend']) return resend(call);
    const { settings, close } = await readSettings(call);
    const { signal, done } = untilStopped();
    const onRound = (round: Round) => report({ event: 'round', ...round }, sentence(round));
    try {
      if (options['once']) {
        onRound(await tellBaskets(settings, signal));
        return 0;
      }
      await watchAbandonedBaskets({
        ...settings,
        signal,
        every: readNumber(options['every'], '--every', { fallback: 5, max: MAX_MINUTES }) * MINUTE_MS,
        // A look that found nothing is not worth a line.
        onRound: (round) => (round.told || round.undeliverable) && onRound(round),
        onFailure: (error, wait) => report(...failure(error, wait)),
      });
      return 0;
    } catch (error) {
      if (isSetUpError(error) || !(error instanceof LimioError)) throw error;
      report({ event: 'failed', code: error.code, message: error.message }, error.message);
      return 1;
    } finally {
      done();
      await close();
    }
  },
};

/** Tells dead letters once more; Limio is not asked. */
async function resend({ options, env, write }: CommandCall): Promise<number> {
  const deliver = await readReceiver(options, env);
  const { signal, done } = untilStopped();
  try {
    const { told, undeliverable } = await resendDeadLetters(deadLettersOf(options), deliver, signal);
    write(
      options['json']
        ? `${JSON.stringify({ event: 'resent', told, undeliverable })}\n`
        : `Told: ${told}. Refused again: ${undeliverable}.\n`,
    );
    return undeliverable ? 1 : 0;
  } finally {
    done();
  }
}

async function readReceiver({ to }: CommandCall['options'], env: CommandCall['env']): Promise<Deliver> {
  if (typeof to !== 'string') throw new LimioError('config', '--to is missing. Name the address to tell.');
  return signedWebhook({ to, secret: await readWebhookSecret(env) });
}

const deadLettersOf = ({
  checkpoint = CHECKPOINT,
  'dead-letters': file = `${String(checkpoint).replace(/\.json$/, '')}.dead.jsonl`,
}: CommandCall['options']): string => String(file);

async function readSettings({ options, env }: CommandCall) {
  const { since, checkpoint = CHECKPOINT, types, rate } = options;
  const deliver = await readReceiver(options, env);
  const { limio, shop, redis } = readClientSettings(env);
  const file = String(checkpoint);
  const client = file === 'redis' ? await connected(redis?.urls) : undefined;
  // A backend with the same Redis knows what it made, and may have heard from Limio what was bought.
  const state = client && redisState(client);
  const settings: TellBasketsOptions = {
    limio: limioClient(limio),
    shop,
    since: readInstant(since, '--since'),
    checkpoint: client ? redisCheckpoint(client) : fileCheckpoint(file),
    deliver,
    ...(state && { isBought: boughtIn(state), kindOf: kindIn(state) }),
    deadLetter: deadLetterFile(deadLettersOf(options)),
    idle: readNumber(options['idle'], '--idle', { fallback: 60, max: MAX_MINUTES }) * MINUTE_MS,
    ...(typeof types === 'string' && { types: readTypes(types) }),
    isQuote: (id) => isQuoteId(id) || beginsWith(id, options['quote-prefix']),
    isRenewal: (id) => isRenewalId(id) || beginsWith(id, options['renewal-prefix']),
    withoutEmail: options['without-email'] === true,
    pageSize: readNumber(options['page-size'], '--page-size', { fallback: 50, max: 200 }),
    pagesPerMinute: readNumber(rate, '--rate', { fallback: 60, max: 6000 }),
  };
  return { settings, close: async () => client?.destroy() };
}

const beginsWith = (id: string, prefix: unknown): boolean =>
  typeof prefix === 'string' && !!prefix && id.startsWith(prefix);

async function connected(urls: readonly string[] = []) {
  if (!urls.length) throw new LimioError('config', '--checkpoint redis needs REDIS_URL.');
  const client = await redisClient(urls);
  // Without a listener an error would end the process; each command says by itself that it failed.
  client.on('error', () => {});
  await client.connect().catch(() => {
    throw new LimioError('checkpoint_failed', 'Redis at REDIS_URL cannot be reached.');
  });
  return client;
}

function readTypes(list: string): BasketEventType[] {
  const types = list.split(',').map((type) => type.trim()) as BasketEventType[];
  if (types.every((type) => BASKET_EVENT_TYPES.includes(type))) return types;
  throw new LimioError(
    'config',
    `--types names one that is not there. Take of: ${BASKET_EVENT_TYPES.join(', ')}.`,
  );
}

const sentence = ({ isStandby, told, passedOver, undeliverable }: Round): string =>
  isStandby
    ? 'Another reader has the checkpoint; nothing was read.'
    : `Told: ${told}. Passed over: ${passedOver}. Refused, in the dead letter file: ${undeliverable}.`;

function failure(error: unknown, wait: number): [Record<string, unknown>, string] {
  const { code, message } = error instanceof LimioError ? error : { code: 'internal', message: 'It failed.' };
  const seconds = Math.round(wait / 1000);
  return [
    { event: 'failed', code, message, seconds },
    `${code}: ${message} The next look is in ${seconds} s.`,
  ];
}

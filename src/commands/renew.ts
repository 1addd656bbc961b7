import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LimioError } from '../core/errors/limio-error.ts';
import { renewalIdOf } from '../server/checkout/external-id.ts';
import { limioOfEnvironment } from '../server/node/limio-of-environment.ts';
import { startRenewal } from '../server/renewals/start-renewal.ts';
import { runCampaign } from './campaign.ts';
import type { Command } from './command.ts';
import { readCsv } from './csv.ts';
import { readNumber } from './read-option.ts';
import { readText } from './read-text.ts';
import { openResults } from './results-file.ts';

const COLUMNS = ['subscription', 'url', 'code'];

/** The columns of the CSV beside those of an address. */
const NAMES = ['subscriptionId', 'subscriptionReference', 'email'];

/** Starts renewals for the subscribers of a CSV, and writes a link for each. */
export const renew: Command = {
  name: 'renew',
  summary: 'Starts renewals for the subscribers of a CSV, and writes a link for each',
  options: {
    csv: { type: 'string', help: 'File with a header line; see below' },
    results: { type: 'string', help: 'File that gets a line for each subscriber: subscription, url, code' },
    campaign: { type: 'string', help: 'Name of the campaign. Default: that of the CSV' },
    days: { type: 'string', help: 'How long the links are good, at most 30. Default 14' },
    'per-minute': { type: 'string', help: 'Most renewals in a minute. Default 60' },
    'older-page': { type: 'boolean', help: 'Links to the shop’s older renewal form, which need no basket' },
    json: { type: 'boolean', help: 'The outcome as one line of JSON' },
  },
  help: `Columns of the CSV: subscriptionId or subscriptionReference; email and address.FIELD, such as address.postalCode,
are verified where they are there. The results hold no detail of a subscriber.

Run it again to go on: lines that have a link are passed over, those that failed are tried again, and within one
campaign a subscription never has two baskets. It is set up by the variables of \`limio-offers serve\`.`,
  async run({ options, env, write }) {
    const { csv, results, 'per-minute': perMinute = '60' } = options as Record<string, string>;
    if (!csv || !results) throw new LimioError('config', 'Name both --csv FILE and --results FILE.');
    if (!(Number(perMinute) > 0)) throw new LimioError('config', '--per-minute is not a number above 0.');
    const days = readNumber(options['days'], '--days', { fallback: 14, max: 30 });
    const text = await readText(csv, '--csv names no file that can be read.');
    const { columns, rows, lines } = readCsv(text, {
      nameOf: ourName,
      anyOf: ['subscriptionId', 'subscriptionReference'],
    });
    const subscribers = rows.map((row, index) => subscriberOf(row, lines[index]!));
    const others = columns.filter((name) => !NAMES.includes(name) && !name.startsWith('address.'));
    const { limio, settings } = limioOfEnvironment(env);
    const { shop, renewalPage: page } = settings;
    const { before, add } = await openResults(results, COLUMNS);
    const done = new Set(before.filter(({ url }) => url).map(({ subscription }) => subscription));
    // Those that failed come last, or some that always fail would end each run before the others.
    const tried = new Set(before.map(({ subscription }) => subscription));
    const isTried = ({ name }: Subscriber) => Number(tried.has(name) && !done.has(name));
    const campaign = options['campaign'] ?? basename(csv);

    const start = async ({ name, ...subscriber }: Subscriber) => {
      if (options['older-page']) return olderLink(shop, page, subscriber);
      const externalId = renewalIdOf(JSON.stringify([campaign, name]));
      const renewal = { ...subscriber, externalId, expiresAfter: { days } };
      return (await startRenewal(limio, { shop, page }, renewal)).url;
    };
    const outcome = await runCampaign({
      rows: subscribers.toSorted((a, b) => isTried(a) - isTried(b)),
      work: (row) => (done.has(row.name) ? undefined : start(row)),
      record: async ({ name }, { url = '', code = '' }: { url?: string; code?: string }) => {
        await add([name, url, code]);
        // Whoever stands there twice has one link.
        if (url) done.add(name);
      },
      perMinute: Number(perMinute),
      now: Date.now,
      pause,
    });
    const { done: made, before: earlier, failed, left } = outcome;
    write(
      options['json']
        ? `${JSON.stringify(outcome)}\n`
        : `${made} started, ${earlier} were before, ${failed} failed, ${left} left.${left ? ' Limio seems to be down; run it again later.' : ''}\n${others.length ? `Columns that were not read: ${others.join(', ')}.\n` : ''}`,
    );
    return failed || left ? 1 : 0;
  },
};

interface Subscriber {
  /** Id or reference. */
  name: string;
  subscriptionId?: string;
  subscriptionReference?: string;
  verify?: { email?: string; address?: Record<string, string> };
}

/** A column as we call it, whatever letters were chosen: a detail that is not read would not be verified. */
const ourName = (name: string): string =>
  NAMES.find((each) => each.toLowerCase() === name.replace(/[\s_-]/g, '').toLowerCase()) ??
  name.replace(/^address\./i, 'address.');

/** @throws {LimioError} `config` naming the line, never a value */
function subscriberOf(row: Record<string, string>, line: number): Subscriber {
  const { subscriptionId, subscriptionReference, email, ...others } = row;
  const fields = Object.entries(others);
  const address = fields.flatMap(([name, value]) =>
    name.startsWith('address.') && value ? [[name.slice('address.'.length), value]] : [],
  );
  const name = subscriptionId || subscriptionReference;
  if (!name) throw new LimioError('config', `Line ${line} of the CSV names no subscription.`);
  const verify = {
    ...(email && { email }),
    ...(address.length && { address: Object.fromEntries(address) as Record<string, string> }),
  };
  return {
    name,
    ...(subscriptionId ? { subscriptionId } : { subscriptionReference: name }),
    ...(Object.keys(verify).length && { verify }),
  };
}

/**
 * The older form knows a subscriber by a digest of the e-mail address, so that the address is in no link. See
 * assumption renewal-link.
 */
function olderLink(
  shop: string,
  page = '/renewal',
  { subscriptionReference, verify }: Omit<Subscriber, 'name'>,
): string {
  if (!subscriptionReference || !verify?.email)
    throw new LimioError('bad_request', 'The older form needs subscriptionReference and email.');
  const customer = createHash('sha256').update(verify.email.toLowerCase()).digest('hex');
  return `${shop}${page}?customer=${customer}&subRef=${encodeURIComponent(subscriptionReference)}`;
}

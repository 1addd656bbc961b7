import { setTimeout as pause } from 'node:timers/promises';
import { LimioError } from '../core/errors/limio-error.ts';
import { purchaseLink, type PurchaseLink } from '../core/link/purchase-link.ts';
import { shopOrigin } from '../core/link/shop.ts';
import { MAX_LINES } from '../core/offer/order-limits.ts';
import { PROMO_CODE } from '../core/offer/promo-code.ts';
import { fieldsOf } from '../core/read-fields.ts';
import { limioOfEnvironment } from '../server/node/limio-of-environment.ts';
import { runCampaign } from './campaign.ts';
import type { Command, CommandCall } from './command.ts';
import { readCsv } from './csv.ts';
import { readPath } from './read-option.ts';
import { readText } from './read-text.ts';
import { openResults } from './results-file.ts';

/** Links are written here, so nothing has to be spared. */
const PER_MINUTE = 600_000;

/** What a reference is, for people. */
const REFERENCE = '4 to 64 letters, digits, - and _, with a letter and a digit among them, such as hs-4711';

/** Writes a purchase link for each former customer of a CSV. */
export const winback: Command = {
  name: 'winback',
  summary: 'Writes a purchase link for each former customer of a CSV',
  options: {
    csv: { type: 'string', help: 'File with a header line; see below' },
    results: { type: 'string', help: 'File that gets a line for each person: reference, url, code' },
    label: { type: 'string', help: 'Sells every offer that carries this label' },
    offer: { type: 'string', help: 'Or one offer, by its path' },
    'campaign-code': {
      type: 'string',
      help: 'Or the published offers with this campaign_code__limio; asks Limio once',
    },
    'promo-code': { type: 'string', help: 'Promo code of those whose line names none' },
    page: { type: 'string', help: 'Checkout page to land on. Default /checkout' },
    shop: { type: 'string', help: 'Origin of the shop. Default LIMIO_SHOP' },
    utm: { type: 'string', help: 'Campaign, as utm_campaign. Default winback' },
    json: { type: 'boolean', help: 'The outcome as one line of JSON' },
  },
  help: `Columns of the CSV: reference, your own opaque name of a person, which travels as utm_content and comes back with the
order; promo and offer, where a person has their own. Other columns are not read. A reference has ${REFERENCE}.
What may be an e-mail address, a telephone number or a name is refused: no link may hold a personal detail.

Run it again to go on. Only --campaign-code needs the variables of \`limio-offers serve\`.`,
  async run(call) {
    const { options, env, write } = call;
    const { csv, results, utm = 'winback' } = options as Record<string, string | undefined>;
    if (!csv || !results) throw new LimioError('config', 'Name both --csv FILE and --results FILE.');
    const shop = shopOrigin(String(options['shop'] ?? env['LIMIO_SHOP'] ?? ''));
    const usual = await goalOf(call);
    const text = await readText(csv, '--csv names no file that can be read.');
    const { rows, lines } = readCsv(text, { anyOf: ['reference'] });
    const { before, add } = await openResults(results, ['reference', 'url', 'code']);
    const done = new Set(before.filter(({ url }) => url).map(({ reference }) => reference));

    const base = {
      shop,
      page: options['page'] as string | undefined,
      promoCode: options['promo-code'] as string,
    };
    const outcome = await runCampaign({
      rows,
      work: (row) => (done.has(row['reference']) ? undefined : linkFor(row, { ...base, ...usual }, utm)),
      record: (row, { url = '', code = '' }: { url?: string; code?: string }) =>
        // What is no reference is not repeated.
        add([isReference(row['reference']) ? row['reference'] : '', url, code]),
      perMinute: PER_MINUTE,
      now: Date.now,
      pause,
    });
    const { done: made, before: earlier, failed } = outcome;
    // By their lines, as what is no reference may be a personal detail.
    const refused = rows.flatMap(({ reference }, index) => (isReference(reference) ? [] : [lines[index]]));
    const where = refused.slice(0, 20).join(', ') + (refused.length > 20 ? ' and more' : '');
    write(
      options['json']
        ? `${JSON.stringify(outcome)}\n`
        : `${made} written, ${earlier} were before, ${failed} failed.\n${where && `Without a reference that can be used: line ${where}. It has ${REFERENCE}.\n`}`,
    );
    return failed ? 1 : 0;
  },
};

/** An opaque name: letters and digits, not one that people write about somebody. */
const isReference = (text = ''): text is string =>
  /^(?=.*\d)[\w-]{4,64}$/.test(text) && !/^[\d-]+$/.test(text);

async function linkFor(
  { reference, promo, offer }: Record<string, string>,
  usual: PurchaseLink,
  utm: string,
): Promise<string> {
  if (!isReference(reference))
    throw new LimioError('bad_request', `\`reference\` is no opaque name. It has ${REFERENCE}.`);
  const promoCode = promo || usual.promoCode;
  if (promoCode && !PROMO_CODE.test(promoCode))
    throw new LimioError('promo_invalid', 'A promo code has letters and digits alone.');
  const goal = offer ? { offers: [readPath(offer)], label: undefined } : {};
  const carry = { utm_source: 'limio', utm_medium: 'winback', utm_campaign: utm, utm_content: reference };
  return purchaseLink({ ...usual, ...goal, promoCode, carry }, (warning) => {
    throw warning;
  });
}

/** What is sold to those whose line names no offer. @throws {LimioError} `config` unless exactly one way is named */
async function goalOf({ options, env }: CommandCall): Promise<Pick<PurchaseLink, 'label' | 'offers'>> {
  const { label, offer, 'campaign-code': code } = options as Record<string, string | undefined>;
  if ([label, offer, code].filter(Boolean).length !== 1)
    throw new LimioError('config', 'Name one of --label, --offer and --campaign-code.');
  if (!code) return label ? { label } : { offers: [readPath(offer!)] };
  const { limio } = limioOfEnvironment(env);
  const offers: string[] = [];
  for await (const { items } of limio.listOffers({ attributes: { campaign_code__limio: code } }))
    offers.push(...items.map((item) => fieldsOf(item)['path']).filter((path) => typeof path === 'string'));
  if (!offers.length || offers.length > MAX_LINES)
    throw new LimioError(
      'config',
      `--campaign-code: ${offers.length} published offers have it. A link sells 1 to ${MAX_LINES}.`,
    );
  return { offers };
}

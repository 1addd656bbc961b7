import { randomBytes } from 'node:crypto';
import { LimioError } from '../core/errors/limio-error.ts';
import { digest } from '../server/gate/digest.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { LABEL, parseKeys, SCOPES } from '../server/gate/keys.ts';
import { readSpendingLimits } from '../server/gate/spending-limits.ts';
import type { Command } from './command.ts';

function demand(isMet: boolean, sentence: string): void {
  if (!isMet) throw new LimioError('config', sentence);
}

/** Makes a key for a caller without a page. It is shown once; the file holds its digest. */
export const key: Command = {
  name: 'key',
  summary: 'Makes a key for an agent platform, a CRM or a partner',
  options: {
    label: { type: 'string', help: 'Names the caller in the log: salesforce' },
    scopes: {
      type: 'string',
      help: `What the caller may do, separated by commas: ${SCOPES.join(', ')}. Default agent`,
    },
    order: { type: 'string', help: 'Most that an agent may open one checkout for: 500EUR' },
    day: { type: 'string', help: 'Most that an agent may open checkouts for in a day: 2000EUR' },
    json: { type: 'boolean', help: 'Key and line as one line of JSON' },
  },
  help: 'It prints the key, to be given to the caller, and the line for LIMIO_KEYS_FILE, which does not hold it.\nA key is revoked when its line is removed; the backend need not be restarted.',
  async run({ options: { label, scopes = 'agent', order, day, json }, write }) {
    if (typeof label !== 'string')
      throw new LimioError('config', '--label is missing. Name the caller: --label salesforce.');
    demand(LABEL.test(label), '--label has 1 to 40 letters, digits, - . _, without a blank: salesforce.');
    const names = String(scopes).split(',');
    const unknown = names.find((name) => !(SCOPES as readonly string[]).includes(name));
    const meant = unknown && nearestWord(unknown, SCOPES);
    demand(
      unknown === undefined,
      `--scopes: ${JSON.stringify(unknown)} is none.${meant ? ` Did you mean "${meant}"?` : ''} Scopes: ${SCOPES.join(', ')}, with commas between them.`,
    );
    // The start of a key says whose it is, to people and to programs that look for lost ones.
    const made = `limio-offers-${randomBytes(32).toString('base64url')}`;
    const limits = Object.entries({ order, day }).flatMap(([name, most]) => (most ? `${name}=${most}` : []));
    const line = [label, scopes, digest(made), ...limits].join(' ');
    demand(
      !limits.length || readSpendingLimits(limits) !== undefined,
      '--order and --day are amounts in one currency: 500EUR.',
    );
    demand(
      !limits.length || names.join() === 'agent',
      '--order and --day limit a key with the scope agent alone.',
    );
    // Refuses whatever else the backend would not take.
    parseKeys(line);
    write(
      json
        ? `${JSON.stringify({ key: made, line })}\n`
        : `Key, shown this once:\n${made}\n\nLine for LIMIO_KEYS_FILE:\n${line}\n`,
    );
    return 0;
  },
};

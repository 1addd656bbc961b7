import { randomBytes } from 'node:crypto';
import { LimioError } from '../core/errors/limio-error.ts';
import { digest } from '../server/gate/digest.ts';
import { parseKeys, SCOPES } from '../server/gate/keys.ts';
import type { Command } from './command.ts';

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
    // The start of a key says whose it is, to people and to programs that look for lost ones.
    const made = `limio-offers-${randomBytes(32).toString('base64url')}`;
    const limits = Object.entries({ order, day }).flatMap(([name, most]) => (most ? `${name}=${most}` : []));
    const line = [label, scopes, digest(made), ...limits].join(' ');
    // Refuses a label, a scope or a limit that the backend would not take.
    parseKeys(line);
    write(
      json
        ? `${JSON.stringify({ key: made, line })}\n`
        : `Key, shown this once:\n${made}\n\nLine for LIMIO_KEYS_FILE:\n${line}\n`,
    );
    return 0;
  },
};

import { limioClient, type LimioClient } from '../../limio/client.ts';
import { readOptions, type BackendSettings } from '../options.ts';
import { readEnvironment } from './environment.ts';

/** No page calls a command, so none has to be named; `.invalid` is reserved (RFC 2606). */
const NO_PAGES = 'https://no-page.invalid';

/**
 * Limio and the shop for a command that serves nothing: set up by the same variables as the backend, of which those
 * about pages and callers are not needed.
 *
 * @throws {LimioError} `config`, naming every variable that is wrong
 */
export function limioOfEnvironment(env: Readonly<Record<string, string | undefined>>): {
  limio: LimioClient;
  settings: BackendSettings;
} {
  const { options } = readEnvironment({ LIMIO_ORIGINS: NO_PAGES, ...env, LIMIO_KEYS_FILE: '' });
  // Agents are callers, too, and those who sell need the keys that are not read here.
  const { agents: _, ...own } = options;
  return { limio: limioClient(own.limio), settings: readOptions(own) };
}

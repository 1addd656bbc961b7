import { LimioError } from '../core/errors.ts';
import { VERSION } from '../core/version.ts';
import { COMMANDS } from './table.ts';

const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;

const OVERVIEW = `${COMMANDS.map(({ name, summary }) => `limio-offers ${name.padEnd(width)}${summary}`).join('\n')}

limio-offers <command> --help     shows what it needs
limio-offers --version            shows the release
`;

/**
 * Runs the command that the first word names, or says what there is.
 *
 * @param words after the name of the program: `['serve']`.
 * @returns what to print, where that is all there is to do.
 * @throws {LimioError} `config` where no command has that name
 */
export async function runCommand(
  [name, ...words]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  if (name === '--version') return `${VERSION}\n`;
  if (name === '--help' || name === '-h') return OVERVIEW;
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) throw new LimioError('config', OVERVIEW);
  if (words.includes('--help') || words.includes('-h'))
    return `limio-offers ${command.name}\n\n${command.summary}. ${command.help}\n`;
  await command.run(words, environment);
  return '';
}

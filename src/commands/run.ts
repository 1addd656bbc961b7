import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { parseArgs } from 'node:util';
import { PAGE_CODES } from '../core/errors/error-codes.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { VERSION } from '../core/version.ts';
import type { Command, CommandCall } from './command.ts';
import { nearestWord } from '../core/nearest-word.ts';

/** Exit codes: all is well, it failed, it was called or set up wrongly. */
const [WELL, FAILED, MISUSED] = [0, 1, 2];

interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

/**
 * Runs what the command line asks for. Variables of a file `.env` in the folder count where the environment
 * has none of that name, as with Node itself.
 *
 * @param words what follows the program's name.
 * @returns the exit code: 0, 1 when it failed, 2 when it was called or set up wrongly.
 */
export async function run(
  words: readonly string[],
  commands: readonly Command[],
  { out, err }: Output,
): Promise<number> {
  const [name = '', ...rest] = words;
  if (name === '--version' || name === '-v') return (out(`${VERSION}\n`), WELL);
  if (name === '--help' || name === '-h' || name === 'help') return (out(overview(commands)), WELL);
  const command = commands.find((each) => each.name === name);
  if (!command) {
    err(
      name
        ? `${unknown(
            'command',
            name,
            commands.map((each) => each.name),
          )}\n\n`
        : '',
    );
    err(overview(commands));
    return MISUSED;
  }
  try {
    const { options, words } = readWords(command, rest);
    if (options['help']) return (out(helpFor(command)), WELL);
    if (existsSync('.env')) loadEnvFile('.env');
    return await command.run({ words, options, env: process.env, write: out });
  } catch (error) {
    err(`${messageOf(error)}\n`);
    return error instanceof LimioError && isMisuse(error) ? MISUSED : FAILED;
  }
}

/** Node says of what a signal has stopped that an operation was aborted. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It failed.';
  return error.name === 'AbortError' ? 'It was stopped before it was done.' : error.message;
}

/** What whoever called it can set right, unlike a Limio that is down. */
const isMisuse = ({ code }: LimioError): boolean => code === 'bad_request' || Object.hasOwn(PAGE_CODES, code);

/** @throws {LimioError} `config` for a word that the command does not know, with the nearest one that it does */
function readWords(command: Command, given: readonly string[]): Pick<CommandCall, 'words' | 'options'> {
  const known = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  const refusal = (message: string) =>
    new LimioError('config', `${message}\nlimio-offers ${command.name} --help says more.`);
  for (const word of given) {
    const option = /^--([^=]+)/.exec(word)?.[1];
    if (option && !Object.hasOwn(known, option))
      throw refusal(
        unknown(
          'option',
          `--${option}`,
          Object.keys(known).map((each) => `--${each}`),
        ),
      );
  }
  try {
    const { takes } = command;
    const { values, positionals } = parseArgs({
      args: [...given],
      options: known,
      strict: true,
      allowPositionals: Boolean(takes),
    });
    const tooMany = positionals[takes?.most ?? 0];
    if (tooMany) throw new Error(`"${tooMany.slice(0, 60)}" is one ${takes!.name} too many.`);
    return { options: values as CommandCall['options'], words: positionals };
  } catch (error) {
    // The words of Node say which word is wrong.
    throw refusal((error as Error).message);
  }
}

function unknown(kind: string, word: string, words: readonly string[]): string {
  const meant = words.find((each) => each.startsWith(word)) ?? nearestWord(word, words);
  return `There is no ${kind} "${word.slice(0, 60)}".${meant ? ` Did you mean "${meant}"?` : ''}`;
}

const overview = (commands: readonly Command[]): string => `limio-offers ${VERSION}

${list(commands.map(({ name, summary }) => [name, summary]))}

  limio-offers COMMAND --help    says more
  limio-offers --version
`;

const helpFor = ({
  name,
  summary,
  takes,
  options,
  help,
}: Command): string => `limio-offers ${name}${takes ? ` ${takes.name}` : ''}

${summary}.

${list([...(takes ? [[takes.name, takes.help] as const] : []), ...Object.entries(options).map(([option, { help }]) => [`--${option}`, help] as const), ['--help', 'Shows this']])}
${help && `\n${help}\n`}`;

/** Two columns. */
export function list(rows: readonly (readonly [name: string, text: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`).join('\n');
}

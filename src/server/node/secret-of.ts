import { readFile } from 'node:fs/promises';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { Environment } from '../environment/read-variables.ts';

/** What is wrong with secrets, a sentence each that names the variable; none where all can be read. */
export async function secretProblems(secrets: ReadonlyArray<() => Promise<unknown>>): Promise<string[]> {
  const outcomes = await Promise.allSettled(secrets.map((read) => read()));
  return outcomes.flatMap((each) =>
    each.status === 'rejected' && each.reason instanceof LimioError ? [each.reason.message] : [],
  );
}

/**
 * A secret that stands in a variable, or in the file that the variable of this name with `_FILE` names.
 *
 * @throws {LimioError} `config`, naming the variable, where the file cannot be read or is empty
 *
 * @example
 * await secretOf(process.env, 'LIMIO_CLIENT_SECRET');
 */
export async function secretOf(env: Environment, name: string): Promise<string> {
  const place = `${name}_FILE`;
  const file = env[place];
  if (!file) return env[name]?.trim() ?? '';
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const message = `${place}: it names no file that can be read (${cause.code}). Look at its path and at who may read it.`;
    throw new LimioError('config', message, { cause });
  });
  if (!text.trim()) throw new LimioError('config', `${place}: the file is empty. Write the secret into it.`);
  return text.trim();
}

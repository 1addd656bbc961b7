import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onPath } from './on-path.ts';

/** A program that serves a test. */
export interface Service {
  /** Settles when the program has said these words on its error output. */
  says(words: string): Promise<void>;
  stop(): Promise<void>;
}

/** Runs a program until its input ends, which it does with the process that started it, however that ends. */
const KEEPER = '("$@"; kill -9 0) & read -r _; kill -9 0';

/**
 * Starts a program in a group of its own, so that its workers end with it.
 *
 * @param install what to install where it is missing
 */
export function startService(
  program: string,
  words: readonly string[],
  install: string,
  env: NodeJS.ProcessEnv = process.env,
): Service {
  if (!onPath(program)) throw new Error(`There is no ${program}. Run: apt-get install ${install}`);
  const child = spawn('sh', ['-c', KEEPER, 'sh', program, ...words], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const lines = createInterface(child.stderr).on('line', (line) => said.push(line));
  return {
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => said.some((line) => line.includes(text)) && resolve();
        lines.on('line', look);
        look();
        void ended.then(() => reject(new Error(`${program} has ended.\n${said.join('\n')}`)));
      }),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

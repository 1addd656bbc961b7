import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** A runtime at work. */
export interface Program {
  /** What it said, for whoever reads about a failure. */
  said(): string;
  stop(): Promise<void>;
}

/** Starts a program, and waits until its address answers anything at all. */
export async function start(
  url: string,
  program: string,
  words: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Program> {
  const child = spawn(program, words, { cwd, env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  let isOver = false;
  const ended = once(child, 'close').then(() => (isOver = true));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const until = performance.now() + 20_000;
  while (!(await answers(url))) {
    if (isOver || performance.now() > until) {
      await stop();
      throw new Error(`${program} does not answer.\n${said}`);
    }
    await pause(50);
  }
  return { said: () => said, stop };
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );

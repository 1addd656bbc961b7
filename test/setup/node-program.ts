import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

/** A program of ours that runs in a process of its own. */
export interface Running {
  child: ChildProcess;
  /** Lines of its output so far. */
  lines: string[];
  /** Resolves with the first line that matches, also one that has come already. */
  line(pattern: RegExp): Promise<string>;
  /** Resolves with the exit code and everything it wrote on its error output. */
  ended: Promise<{ code: number | null; errors: string }>;
}

/**
 * Builds a program from TypeScript, for Node as it is installed.
 *
 * @param entry path from the root of the repository.
 * @returns the file to run; packages are found beside it.
 */
export async function nodeProgram(entry: string): Promise<string> {
  mkdirSync('node_modules/.cache', { recursive: true });
  const outDir = mkdtempSync('node_modules/.cache/program-');
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
  });
  return join(outDir, 'program.js');
}

/** Removes what {@link nodeProgram} built. */
export const removeProgram = (file: string): void => rmSync(dirname(file), { recursive: true, force: true });

/** Starts a program with these words and nothing in its environment but what is given. */
export function run(program: string, words: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((each) => pattern.test(each));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      void ended.then(() => reject(new Error(`It ended without such a line. ${errors}`)));
      look();
    });
  return { child, lines, line, ended };
}

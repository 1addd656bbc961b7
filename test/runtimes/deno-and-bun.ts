import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../demo/free-port.ts';
import { installed } from './here.ts';
import { start } from './program.ts';
import { recipe } from './recipes.ts';
import type { Serve } from './serve.ts';

/** The recipe for Deno. */
export const deno: Serve = async (folder, env) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'deno.ts'), recipe('Deno'));
  const words = ['run', '--allow-net', '--allow-env', '--no-remote', 'deno.ts'];
  const more = {
    DENO_DIR: join(folder, '.deno'),
    DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}`,
    DENO_NO_UPDATE_CHECK: '1',
  };
  const program = installed('@deno/linux-x64-glibc/deno');
  return { url, ...(await start(url, program, words, { cwd: folder, env: { ...env, ...more } })) };
};

/** The recipe for Bun. */
export const bun: Serve = async (folder, env) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'bun.ts'), recipe('Bun'));
  const more = { PORT: String(port) };
  const program = installed('@oven/bun-linux-x64/bin/bun');
  return {
    url,
    ...(await start(url, program, ['run', 'bun.ts'], { cwd: folder, env: { ...env, ...more } })),
  };
};

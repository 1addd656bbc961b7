import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { freePort } from '../setup/free-port.ts';
import { wordpressFiles } from './wordpress-files.ts';

/** Who may what: only an editor and an admin are trusted with HTML of their own. */
export type Role = 'admin' | 'editor' | 'author';

/** A WordPress of a test's own, with a database of its own, on this machine. */
export interface WordPress {
  origin: string;
  /** Folder it is served from. */
  folder: string;
  /** Asks the REST API, as that user, for what is at `/wp-json{path}`. */
  ask<Answer>(role: Role, method: string, path: string, body?: object): Promise<Answer>;
  /** What PHP has complained about, line by line. */
  complaints(): string[];
  stop(): Promise<void>;
}

const OPCACHE = ['-d', 'opcache.enable=1', '-d', 'opcache.enable_cli=1'];

/** Finds `mariadbd` and `php` through PATH; where one is missing, the test fails and says so. */
export async function wordpress(): Promise<WordPress> {
  const home = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const folder = join(home, 'site');
  const origin = `http://127.0.0.1:${await freePort()}`;
  const env = { ...process.env, WORDPRESS_SOCKET: join(home, 'socket'), WORDPRESS_ORIGIN: origin };
  const programs: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(programs.map(end));
    rmSync(home, { recursive: true, force: true });
  };
  const orphaned = () => programs.forEach((child) => kill(child));
  process.once('exit', orphaned);

  try {
    const database = startDatabase(home, env.WORDPRESS_SOCKET);
    programs.push(database);
    // Some of its links lead to settings of a web server that is not there.
    cpSync(wordpressFiles(), folder, { recursive: true, dereference: true, filter: existsSync });
    for (const file of ['wp-config.php', 'install.php'])
      copyFileSync(resolve('test/services/wordpress', file), join(folder, file));
    // PHP's own server answers for what looks like a file, and browsers ask for this one.
    writeFileSync(join(folder, 'favicon.ico'), '');
    await says(database, database.stderr!, 'ready for connections');
    const printed = execFileSync('php', [...OPCACHE, 'install.php'], { cwd: folder, env, encoding: 'utf8' });
    const passwords = JSON.parse(printed) as Record<Role, string>;
    const server = spawn('php', [...OPCACHE, '-S', new URL(origin).host, '-t', folder], {
      env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    programs.push(server);
    await says(server, server.stderr!, 'started');
    return {
      origin,
      folder,
      async ask<Answer>(role: Role, method: string, path: string, body?: object) {
        const response = await fetch(`${origin}/wp-json${path}`, {
          method,
          headers: {
            authorization: `Basic ${Buffer.from(`${role}:${passwords[role]}`).toString('base64')}`,
            'content-type': 'application/json',
          },
          ...(body && { body: JSON.stringify(body) }),
        });
        const answer = await response.text();
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
        return JSON.parse(answer) as Answer;
      },
      complaints: () => readFileSync(join(folder, 'debug.log'), 'utf8').split('\n'),
      async stop() {
        process.off('exit', orphaned);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In memory as far as it goes: nothing of it outlives the test. Without rights, it needs no tables of its own. */
function startDatabase(home: string, socket: string): ChildProcess {
  const data = join(home, 'data');
  mkdirSync(data);
  const words = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(home, 'pid')}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-log-file-size=8M',
  ];
  // As root it asks to be told so.
  if (process.getuid?.() === 0) words.push('--user=root');
  return spawn('mariadbd', words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
}

/** Waits until a program says that it is there. */
async function says(child: ChildProcess, output: Readable, words: string): Promise<void> {
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('error', () =>
      reject(
        new Error(
          `There is no ${child.spawnfile}. Run: apt-get install php-cli php-mysql mariadb-server-core`,
        ),
      ),
    );
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended: ${said.join('\n')}`)));
    createInterface(output).on('line', (line) => {
      said.push(line);
      if (line.includes(words)) resolve();
    });
  });
}

/** Ends a program and the workers it has started. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It has ended by itself, or has never been there.
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  kill(child);
  await ended;
}

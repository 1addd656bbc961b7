import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../demo/free-port.ts';
import { startService, type Service } from '../setup/service.ts';
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

const INSTALL = 'php-cli php-mysql mariadb-server-core';

/** PHP keeps what it has compiled: it would do so for each request again. */
const OPCACHE = ['-d', 'opcache.enable=1', '-d', 'opcache.enable_cli=1'];

/** Finds `mariadbd` and `php` through PATH; where one is missing, the test fails and says so. */
export async function wordpress(): Promise<WordPress> {
  const home = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const folder = join(home, 'site');
  const origin = `http://127.0.0.1:${await freePort()}`;
  const env = { ...process.env, WORDPRESS_SOCKET: join(home, 'socket'), WORDPRESS_ORIGIN: origin };
  const services: Service[] = [];
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()));
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const database = startDatabase(home, env.WORDPRESS_SOCKET);
    services.push(database);
    copySite(folder);
    await database.says('ready for connections');
    const printed = execFileSync('php', [...OPCACHE, 'install.php'], { cwd: folder, env, encoding: 'utf8' });
    const words = [...OPCACHE, '-S', new URL(origin).host, '-t', folder];
    const server = startService('php', words, INSTALL, { ...env, PHP_CLI_SERVER_WORKERS: '4' });
    services.push(server);
    await server.says('started');
    return {
      origin,
      folder,
      ask: client(origin, JSON.parse(printed) as Record<Role, string>),
      complaints: () => readFileSync(join(folder, 'debug.log'), 'utf8').split('\n'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without users and rights it needs no tables of its own, and without a port nobody else finds it. */
function startDatabase(home: string, socket: string): Service {
  const words = [
    '--no-defaults',
    `--datadir=${mkdtempSync(join(home, 'data-'))}`,
    `--socket=${socket}`,
    `--pid-file=${join(home, 'pid')}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-log-file-size=8M',
    // It runs as root only when it is told to.
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
  return startService('mariadbd', words, INSTALL);
}

function copySite(folder: string): void {
  // Some links in it lead to settings of a web server that is not there.
  cpSync(wordpressFiles(), folder, { recursive: true, dereference: true, filter: existsSync });
  for (const file of ['wp-config.php', 'install.php'])
    copyFileSync(resolve('test/services/wordpress', file), join(folder, file));
  // Browsers ask for the first, and PHP's own server does not pass on what looks like a file.
  writeFileSync(join(folder, 'favicon.ico'), '');
  writeFileSync(join(folder, 'debug.log'), '');
}

const client =
  (origin: string, passwords: Record<Role, string>) =>
  async <Answer>(role: Role, method: string, path: string, body?: object): Promise<Answer> => {
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
  };

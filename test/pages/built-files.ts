import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from './site.ts';

const FOLDER = new URL('../../dist/cdn/', import.meta.url);

/** Text of a built script file. */
export const builtFile = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

/** The answer of a CDN for a script: any page may load it, as a module too. */
export const asScript = (body: string): Answer => ({
  headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
  body,
});

/** The answer for a style sheet. */
const asStyle = (body: string): Answer => ({
  headers: { 'content-type': 'text/css', 'access-control-allow-origin': '*' },
  body,
});

/** Everything that npm installs for browsers, by its path below `/npm`, as a bundler or an import map finds it. */
export function packageFiles(): Record<string, Answer> {
  const folder = new URL('../../dist/npm/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  return Object.fromEntries(
    names.map((name) => [
      `/npm/${name.replaceAll('\\', '/')}`,
      asScript(readFileSync(new URL(name, folder), 'utf8')),
    ]),
  );
}

/** Everything that was built for script tags, by path. */
export function builtFiles(): Record<string, Answer> {
  if (!existsSync(FOLDER))
    throw new Error(`${fileURLToPath(FOLDER)} is missing. Run \`npm run build\` first.`);
  const names = readdirSync(FOLDER).filter((name) => /\.(js|css)$/.test(name));
  const scripts = names.map((name): [string, Answer] => [
    `/${name}`,
    name.endsWith('.css') ? asStyle(builtFile(name)) : asScript(builtFile(name)),
  ]);
  return { ...Object.fromEntries(scripts), '/embed.html': builtFile('embed.html') };
}

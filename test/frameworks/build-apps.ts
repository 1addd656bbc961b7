import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pack from './package.json' with { type: 'json' };

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Nothing is told to the makers of the frameworks, and nothing is asked of the person at the keyboard. */
const QUIET = {
  CI: '1',
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};

const run = promisify(execFile);

/** Runs a script of an app, if it has one; what it says is in the error where it fails. */
const script = (name: string, app: string) =>
  run('npm', ['run', '--silent', '--if-present', name], {
    cwd: `${HERE}${app}`,
    env: { ...process.env, NODE_ENV: 'production', ...QUIET },
  }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(`${app}: npm run ${name} failed.\n${stdout}\n${stderr}`);
  });

/**
 * Installs the frameworks where they are missing, gives each app the package as npm would, and builds all apps.
 *
 * With `BUILT=1` the apps stay as they were built last.
 */
export default async function buildApps(): Promise<void> {
  if (process.env['BUILT']) return;
  if (!existsSync(`${HERE}node_modules/.package-lock.json`))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: HERE,
      stdio: 'inherit',
    });
  givePackage();
  const waiting = [...pack.workspaces];
  const work = async () => {
    for (let app = waiting.shift(); app; app = waiting.shift()) await script('build', app);
  };
  await Promise.all([work(), work()]);
}

/** Unpacks what `npm pack` makes, so that types meet the framework's own and `exports` are all there is. */
function givePackage(): void {
  const to = `${HERE}node_modules/.cache`;
  mkdirSync(to, { recursive: true });
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', to];
  const [{ filename }] = JSON.parse(execFileSync('npm', words, { encoding: 'utf8' })) as [
    { filename: string },
  ];
  for (const app of pack.workspaces) {
    const place = `${HERE}${app}/node_modules/limio-offers`;
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    execFileSync('tar', ['-xzf', `${to}/${filename}`, '-C', place, '--strip-components', '1']);
  }
}

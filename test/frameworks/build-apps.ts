import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installIn } from '../setup/install-in.ts';
import { packTo, unpack } from '../setup/packed.ts';
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
  installIn(new URL('.', import.meta.url));
  givePackage();
  const waiting = [...pack.workspaces];
  const work = async () => {
    for (let app = waiting.shift(); app; app = waiting.shift()) await script('build', app);
  };
  await Promise.all([work(), work()]);
}

/** Types of the package meet the framework's own, and `exports` are all there is. */
function givePackage(): void {
  const tarball = packTo(`${HERE}node_modules/.cache`);
  for (const app of pack.workspaces) unpack(tarball, `${HERE}${app}/node_modules/limio-offers`);
}

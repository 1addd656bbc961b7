import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../../demo/free-port.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import pack from '../../package.json' with { type: 'json' };
import { VARIABLES } from '../../src/server/environment/variables.ts';
import { nodeProgram, removeProgram } from '../setup/node-program.ts';
import { recipeIn } from '../setup/recipe.ts';

const DOCUMENT = 'docs/operations.md';
const dockerfile = recipeIn(DOCUMENT, 'dockerfile');
const instructions = DockerfileParser.parse(dockerfile).getInstructions();
const argumentsOf = (keyword: string) =>
  instructions.find((each) => each.getKeyword() === keyword)!.getArgumentsContent()!;

let program: string;
let limio: ServedSandbox;
beforeAll(async () => {
  [program, limio] = await Promise.all([nodeProgram('src/cli.ts'), serveSandbox()]);
  // Another user is to read it.
  chmodSync(dirname(program), 0o755);
});
afterAll(async () => {
  removeProgram(program);
  await limio.close();
});

test('the container file is one that Docker takes, of a user who is not root', () => {
  const problems = validate(dockerfile).filter(({ severity }) => severity === ValidationSeverity.ERROR);
  expect(problems).toEqual([]);
  expect(argumentsOf('USER')).not.toMatch(/^(root|0)$/);
  expect(argumentsOf('ENTRYPOINT')).toContain(`node_modules/limio-offers/${pack.bin['limio-offers']}`);
});

/** Runs a script as root in name spaces of its own, of processes and of mounts. */
const SEALED = `mount --make-rprivate / && mount -t proc proc /proc && mount -o remount,bind,ro /
exec setpriv --reuid=1000 --regid=1000 --clear-groups --no-new-privs env -i "$@"`;

test('its start command serves as the first process, on a file system that it cannot write, without root, and stops in order', async () => {
  const port = await freePort();
  const [node, , ...words] = [
    ...(JSON.parse(argumentsOf('ENTRYPOINT')) as string[]),
    ...(JSON.parse(argumentsOf('CMD')) as string[]),
  ];
  expect(node).toBe('node');
  const env = {
    ...(Object.fromEntries(
      argumentsOf('ENV')
        .split(/\s+/)
        .map((pair) => pair.split('=')),
    ) as Record<string, string>),
    PORT: String(port),
    LIMIO_TENANT: limio.origin,
    LIMIO_CLIENT_ID: 'sandbox',
    LIMIO_CLIENT_SECRET: 'sandbox-secret',
    LIMIO_SHOP: 'https://shop.test',
    LIMIO_ORIGINS: 'https://www.example.com',
    LIMIO_COUNTRY: 'US',
    LIMIO_STOP_DELAY: '200',
  };
  const child = spawn(
    'unshare',
    [
      ...['--mount', '--pid', '--fork', '--kill-child', 'sh', '-ec', SEALED, 'sh'],
      ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
      ...[process.execPath, program, ...words],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  const ended = once(child, 'exit');
  try {
    const ready = () =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(ready, { message: errors }).toBe(200);
    const health = spawnSync(
      process.execPath,
      (JSON.parse(argumentsOf('HEALTHCHECK').replace(/^CMD /, '')) as string[])
        .slice(1)
        .map((word) => word.replace('8787', String(port))),
    );
    expect(health.status).toBe(0);
    const pid = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\s+1000\s/m);
    expect(status).toMatch(/^NSpid:.*\s1$/m);
    process.kill(Number(pid), 'SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(lines.at(-1)).toContain('"stopped"');
    expect(errors).toBe('');
  } finally {
    child.kill('SIGKILL');
  }
});

interface Deployment {
  spec: { template: { spec: { terminationGracePeriodSeconds: number; containers: [Container] } } };
}
interface Container {
  env: { name: string; value: string }[];
  livenessProbe: Probe;
  readinessProbe: Probe;
}
interface Probe {
  httpGet: { path: string; port: number };
  periodSeconds: number;
  failureThreshold?: number;
}

test('the deployment for Kubernetes asks at the right addresses and waits as long as stopping takes', () => {
  const { terminationGracePeriodSeconds: grace, containers } = (
    parse(recipeIn(DOCUMENT, 'yaml')) as Deployment
  ).spec.template.spec;
  const { env, livenessProbe, readinessProbe } = containers[0];
  expect([livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)).toEqual([
    { path: '/health/live', port: 8787 },
    { path: '/health/ready', port: 8787 },
  ]);
  expect(env.filter(({ name }) => !(name in VARIABLES))).toEqual([]);
  const needed = Object.entries(VARIABLES).flatMap(([name, rule]) => ('isNeeded' in rule ? [name] : []));
  expect(env.map(({ name }) => name)).toEqual(expect.arrayContaining(needed));
  const delay = Number(env.find(({ name }) => name === 'LIMIO_STOP_DELAY')!.value) / 1000;
  expect(readinessProbe.periodSeconds * readinessProbe.failureThreshold!).toBeLessThan(delay);
  expect(delay + 5 + 1).toBeLessThan(grace);
});

test('the unit for systemd is one that systemd takes, and names variables that are there', () => {
  const unit = recipeIn(DOCUMENT, 'ini');
  const names = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name!);
  expect(names.filter((name) => !(name in VARIABLES))).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'unit-'));
  const file = join(folder, 'limio-offers.service');
  writeFileSync(file, unit.replaceAll('/usr/bin/node', process.execPath));
  const { stderr, status } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', '--recursive-errors=no', file],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect([stderr, status]).toEqual(['', 0]);
});

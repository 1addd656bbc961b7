import { expect, test } from 'vitest';
import { runCommand } from '../../src/commands/run-command.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { VERSION } from '../../src/core/version.ts';
import { VARIABLES } from '../../src/server/node/variables.ts';

test.for(['--help', '-h'])('%s lists every command with what it does', async (word) => {
  const said = await runCommand([word], {});
  for (const { name, summary } of COMMANDS)
    expect(said).toMatch(new RegExp(`^limio-offers ${name} +${summary}$`, 'm'));
});

test('--version says the release', async () => {
  expect(await runCommand(['--version'], {})).toBe(`${VERSION}\n`);
});

test.for(COMMANDS)('$name --help says what it needs, and does nothing else', async ({ name, help }) => {
  expect(await runCommand([name, '--help'], {})).toContain(help);
});

test('the help of serve names every variable', async () => {
  const said = await runCommand(['serve', '--help'], {});
  for (const name of Object.keys(VARIABLES)) expect(said).toContain(` ${name} `);
});

test.for([[], ['start'], ['Serve']])(
  '%j is no command, and whoever typed it is told what there is',
  async (words) => {
    await expect(runCommand(words, {})).rejects.toMatchObject({
      code: 'config',
      message: await runCommand(['--help'], {}),
    });
  },
);

import { LimioError } from '../core/errors/limio-error.ts';
import { check } from '../server/node/check.ts';
import { readEnvironment } from '../server/node/environment.ts';
import { secretProblems } from '../server/node/secret-of.ts';
import { serve as start } from '../server/node/serve.ts';
import { VARIABLES } from '../server/environment/variables.ts';
import type { Command } from './command.ts';

const width = Math.max(...Object.keys(VARIABLES).map((name) => name.length)) + 2;

const variables = Object.entries(VARIABLES)
  .map(([name, rule]) => `${'isNeeded' in rule ? '*' : ' '} ${name.padEnd(width)}${rule.help}`)
  .join('\n');

/** Serves the backend, or checks its set-up. */
export const serve: Command = {
  name: 'serve',
  summary: 'Serves the backend for assisted checkout',
  options: {
    port: { type: 'string', help: 'Port to listen on, in place of PORT' },
    check: { type: 'boolean', help: 'Asks Limio for a token and an offer, says what is wrong, and ends' },
    json: { type: 'boolean', help: 'With --check: the outcome as one line of JSON' },
  },
  help: `It is set up by environment variables, also from a file .env; those with * are needed:\n\n${variables}`,
  async run({ options: { port, check: isCheck, json }, env, write }) {
    const settings = readEnvironment({ ...env, ...(typeof port === 'string' && { PORT: port }) });
    if (!isCheck) {
      if (json) throw new LimioError('config', '--json goes with --check; the log is JSON anyway.');
      await start(settings);
      return 0;
    }
    const outcome = await check(settings.options);
    // What Limio is asked with has been said above.
    const [, ...others] = settings.secrets;
    const problems = await secretProblems(others);
    outcome.ok &&= !problems.length;
    outcome.findings.push(...problems);
    for (const [name, meant] of settings.strays)
      outcome.findings.push(`${name}: there is no such variable. Did you mean ${meant}?`);
    write(json ? `${JSON.stringify(outcome)}\n` : `${outcome.findings.join('\n')}\n`);
    return outcome.ok ? 0 : 1;
  },
};

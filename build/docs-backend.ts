import { STATUS } from '../src/contract/failure.ts';
import { ERROR_CODES, type ErrorAudience, type ErrorKind } from '../src/core/error-codes.ts';
import { ERROR_HELP } from '../src/core/error-help.ts';
import { ASSUMPTIONS } from '../src/limio/assumptions.ts';
import { VARIABLES } from '../src/server/node/variables.ts';
import { openApi } from '../src/server/routes/openapi.ts';
import { code, table } from './markdown.ts';

/** What stands behind a page: routes and variables of the backend, error codes, assumptions about Limio. */
export const backendParts = () => ({
  routes: table(['route', 'what', 'answers'], routes()),
  variables: table(
    ['variable', 'needed', 'meaning'],
    Object.entries(VARIABLES).map(([name, row]) => [code(name), 'isNeeded' in row ? 'yes' : '', row.help]),
  ),
  errors: errors().join('\n\n'),
  assumptions: table(
    ['id', 'assumption'],
    Object.entries(ASSUMPTIONS).map(([name, text]) => [code(name), text]),
  ),
});

const MET: Record<ErrorAudience, string> = {
  browser: 'Met by pages.',
  backend: 'Met by whoever calls the client of Limio.',
  both: 'Met by pages and by whoever runs the backend.',
};

const FOLLOWS: Record<ErrorKind, string> = {
  mistake: 'A mistake of the set-up.',
  fault: 'Worth a report.',
  passing: 'It goes away by itself, or the customer has been told.',
};

/** One chapter for each code, under a heading of its own that warnings can name. */
const errors = (): string[] =>
  Object.entries(ERROR_HELP).map(([name, [meaning, remedy]]) => {
    const [audience, kind] = ERROR_CODES[name as keyof typeof ERROR_CODES];
    const status = name in STATUS ? ` Status ${STATUS[name as keyof typeof STATUS]}.` : '';
    return `## ${name}\n\n**${meaning}.** ${remedy}\n\n${MET[audience]}${status} ${FOLLOWS[kind]}`;
  });

interface Operation {
  summary: string;
  responses: object;
}

/** One row for each operation of the backend's own description. */
const routes = (): string[][] =>
  Object.entries(openApi('').paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, responses }]) => [
      code(`${method.toUpperCase()} ${path}`),
      `${summary}.`,
      Object.keys(responses)
        .filter((status) => status !== 'default')
        .join(', '),
    ]),
  );

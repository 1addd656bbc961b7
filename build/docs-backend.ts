import { COMMANDS } from '../src/commands/table.ts';
import { STATUS } from '../src/contract/failure.ts';
import {
  ANSWER_CODES,
  CLIENT_CODES,
  EXAMINED_CODES,
  PAGE_CODES,
  type ErrorKind,
  type LimioErrorCode,
} from '../src/core/errors/error-codes.ts';
import { ERROR_HELP } from '../src/core/errors/help/error-help.ts';
import { ASSUMPTIONS } from '../src/limio/assumptions.ts';
import { VARIABLES } from '../src/server/environment/variables.ts';
import { failuresOf } from '../src/server/routes/route.ts';
import { PARTNER_ROUTES } from '../src/server/routes/partner.ts';
import { PLAN_ROUTES } from '../src/server/routes/plan-changes.ts';
import { KEY_ROUTES, ROUTES } from '../src/server/routes/table.ts';
import { code, table } from './markdown.ts';

/** What stands behind a page: routes and variables of the backend, error codes, assumptions about Limio. */
export const backendParts = () => ({
  routes: table(['route', 'what', 'answers'], routes()),
  variables: table(
    ['variable', 'needed', 'meaning'],
    Object.entries(VARIABLES).map(([name, row]) => [code(name), 'isNeeded' in row ? 'yes' : '', row.help]),
  ),
  commands: table(
    ['command', 'what'],
    COMMANDS.map(({ name, summary }) => [code(`npx limio-offers ${name}`), `${summary}.`]),
  ),
  errors: errors().join('\n\n'),
  assumptions: table(
    ['id', 'assumption'],
    Object.entries(ASSUMPTIONS).map(([name, text]) => [code(name), text]),
  ),
});

/** Who meets the codes of each table. */
const AUDIENCES: Array<[met: string, kinds: Readonly<Record<string, ErrorKind>>]> = [
  ['Met by pages.', PAGE_CODES],
  ['Met by pages and by whoever runs the backend.', ANSWER_CODES],
  ['Met by whoever calls the client of Limio, or watches baskets.', CLIENT_CODES],
  ['Met by whoever has a page examined.', EXAMINED_CODES],
];

const FOLLOWS: Record<ErrorKind, string> = {
  mistake: 'A mistake of the set-up.',
  fault: 'Worth a report.',
  passing: 'It goes away by itself, or the customer has been told.',
};

/** One chapter for each code, under a heading of its own that warnings can name. */
const errors = (): string[] =>
  AUDIENCES.flatMap(([met, kinds]) =>
    Object.entries(kinds).map(([name, kind]) => {
      const [meaning, remedy] = ERROR_HELP[name as LimioErrorCode];
      const status = name in STATUS ? ` Status ${STATUS[name as keyof typeof STATUS]}.` : '';
      return `## ${name}\n\n**${meaning}.** ${remedy}\n\n${met}${status} ${FOLLOWS[kind]}`;
    }),
  );

/** One row for each route. */
const routes = (): string[][] =>
  [...ROUTES, ...PLAN_ROUTES, ...KEY_ROUTES, ...PARTNER_ROUTES].map((route) => {
    const statuses = [200, ...Object.keys(route.statuses ?? {}).map(Number)];
    const failed = failuresOf(route).map((failure) => STATUS[failure]);
    return [
      code(`${route.method} ${route.path}`),
      `${route.summary}.`,
      [...new Set([...statuses, ...failed])].sort((a, b) => a - b).join(', '),
    ];
  });

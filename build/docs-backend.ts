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
import { failuresOf, type Route } from '../src/server/routes/route.ts';
import { routesOf } from '../src/server/routes/table.ts';
import { code, table } from './markdown.ts';

/** What stands behind a page: routes and variables of the backend, error codes, assumptions about Limio. */
export const backendParts = () => ({
  routes: table(['route', 'what', 'there with', 'who may call', 'answers'], routes()),
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

const KEYS = 'LIMIO_KEYS_FILE';
const publicUrl = 'https://offers.example.com';

/** What a backend is set up by, in the order in which its routes are told. */
const SET_UPS: Array<[variables: string[], settings: object]> = [
  [[], {}],
  [['LIMIO_CONTEXT_ISSUER'], { context: {} }],
  [[KEYS], { keys: {} }],
  [[KEYS, 'LIMIO_PARTNER_CLIENT_ID'], { keys: {}, partner: {} }],
  [['LIMIO_EVENTS_USER'], { events: {} }],
  [['LIMIO_MCP'], { agents: { mcp: 'full' } }],
  [[KEYS, 'LIMIO_PUBLIC_URL'], { keys: {}, agents: { publicUrl } }],
  [['LIMIO_MCP', 'LIMIO_PUBLIC_URL'], { agents: { mcp: 'full', publicUrl } }],
  [['LIMIO_UCP', 'LIMIO_PUBLIC_URL'], { agents: { ucp: true, publicUrl } }],
];

/** Who may call, where no key is asked for. */
const CALLERS: Record<Route['access'], string> = {
  anyone: 'anybody',
  pages: 'pages on the list',
  agents: 'programs, and pages on the list',
  operators: 'anybody, but no script of a page',
};

/** One row for each route, where the first set-up is told that has it. */
function routes(): string[][] {
  const told = new Set<string>();
  return SET_UPS.flatMap(([variables, settings]) =>
    routesOf(settings as Parameters<typeof routesOf>[0]).flatMap((route) => {
      const name = code(`${route.method} ${route.path}`);
      if (told.has(name)) return [];
      told.add(name);
      return [[name, `${route.summary}.`, variables.map(code).join(', '), callerOf(route), answersOf(route)]];
    }),
  );
}

function callerOf({ path, scope, authorize, access }: Route): string {
  if (authorize) return 'Limio, by its password';
  if (path === '/mcp') return '`full`: a key for `agent`; `read`: anybody';
  return scope ? `a key for ${code(scope)}` : CALLERS[access];
}

function answersOf(route: Route): string {
  const isDone = route.types?.length === 0 ? [] : [200];
  const statuses = [...isDone, ...Object.keys(route.statuses ?? {}).map(Number)];
  const failed = failuresOf(route).map((failure) => STATUS[failure]);
  return [...new Set([...statuses, ...failed])].sort((a, b) => a - b).join(', ');
}

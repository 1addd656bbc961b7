import { STATUS, type FailureCode } from '../../contract/failure.ts';
import { ERROR_HELP } from '../../core/errors/help/error-help.ts';
import { failuresOf, type Route } from './route.ts';

/** What the schema of every failure is called. */
export const FAILURE_NAME = 'Failure';

/** The schema of a text. */
export const TEXT = { type: 'string' };

const REQUEST_ID = 'To be quoted when something is reported.';

/** What comes with a failure, by its status. */
const FAILURE_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'The kind of credentials that is asked for.' },
  429: { 'retry-after': 'Seconds to wait.' },
};

/** Every answer of a route, with the headers that say more than how it is to be read. */
export function responses({ answer, types = ['application/json'], headers, statuses = {}, ...route }: Route) {
  const done = types.length > 0 && {
    200: { description: 'Done.', ...content(types, answer.name), headers: described(headers) },
  };
  const further = Object.entries(statuses).map(([status, { description, type, headers }]) => [
    status,
    { description, ...(type && content([type], answer.name)), headers: described(headers) },
  ]);
  const failed = Object.entries(failures(failuresOf({ answer, ...route }))).map(([status, response]) => [
    status,
    { ...response, headers: described(FAILURE_HEADERS[status]) },
  ]);
  return { ...done, ...Object.fromEntries([...further, ...failed]) };
}

const described = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries({ ...headers, 'x-request-id': REQUEST_ID }).map(([name, text]) => [
      name,
      { description: text, schema: TEXT },
    ]),
  );

/** What is answered as text is no JSON of the schema. */
export const content = (types: readonly string[], name: string) => ({
  content: Object.fromEntries(
    types.map((type) => [
      type,
      { schema: type.startsWith('text/') ? TEXT : { $ref: `#/components/schemas/${name}` } },
    ]),
  ),
});

/** One response for each status, naming the codes that come with it. */
export function failures(codes: readonly FailureCode[]): Record<number, object> {
  const responses: Record<number, object> = {};
  for (const status of new Set(codes.map((code) => STATUS[code]))) {
    const meanings = codes
      .filter((code) => STATUS[code] === status)
      .map((code) => `\`${code}\`: ${ERROR_HELP[code][0]}.`);
    responses[status] = { description: meanings.join(' '), ...content(['application/json'], FAILURE_NAME) };
  }
  return responses;
}

import { Hono, type Context } from 'hono';
import { checkBodyHeaders, readBody, readJson } from '../gate/read-json.ts';
import { checkKey } from '../gate/keys.ts';
import { checkOrigin, preflight } from '../gate/origins.ts';
import { HttpError } from '../http-error.ts';
import type { Env } from '../request-context.ts';
import type { Services } from '../services.ts';
import { failed, json } from './answers.ts';
import type { Route } from './route.ts';

/** Adds routes to an app, each exactly at its path; whatever else is asked for gets 404 or 405. */
export function addRoutes(app: Hono<Env>, routes: readonly Route[], services: Services): void {
  const { allowed, basePath } = services.settings;
  app.notFound(({ var: { context } }) =>
    failed(new HttpError('not_found', 'There is no such route.'), context),
  );
  app.onError((error, { var: { context } }) => failed(error, context));

  for (const path of new Set(routes.map(({ path }) => path))) {
    const there = routes.filter((route) => route.path === path);
    const { access } = there[0]!;
    const pattern = basePath + path.replace(/\{(\w+)\}/g, ':$1');
    const methods = there.map(({ method }) => method);
    app.use(pattern, ({ var: { context } }, next) => {
      context.access = access;
      return next();
    });
    for (const route of there)
      app.on(route.method, pattern, (c) =>
        // Here and not by hono, which passes on only what is an `Error`.
        answer(route, c, services).catch((error: unknown) =>
          failed(error, c.var.context, route.refusalWords),
        ),
      );
    if (access !== 'operators')
      app.options(pattern, ({ req: { raw } }) => {
        checkOrigin(raw, access, allowed);
        return preflight(methods, access, headersOf(there));
      });
    const allow = [
      ...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
      ...(access === 'operators' ? [] : ['OPTIONS']),
    ].join(', ');
    app.all(pattern, ({ var: { context } }) => {
      const details = { headers: { allow } };
      const error = new HttpError('method_not_allowed', 'The route does not know this method.', details);
      return failed(error, context, there[0]!.refusalWords);
    });
  }
}

/** Names of the headers that routes read. */
const headersOf = (routes: readonly Route[]): string[] => {
  const parameters = routes.flatMap(({ parameters = [] }) => parameters);
  return [
    ...new Set(parameters.filter((each) => each.in === 'header').map(({ name }) => name.toLowerCase())),
  ];
};

/** Runs a route, the cheapest checks first. */
async function answer(
  route: Route,
  { req, var: { context } }: Context<Env>,
  services: Services,
): Promise<Response> {
  context.logFields.route = route.name;
  checkOrigin(req.raw, route.access, services.settings.allowed);
  if (route.scope) {
    context.key = await checkKey(req.raw, route.scope, services.settings.keys);
    context.logFields.key = context.key.label;
    context.clientKey = `key:${context.key.label}`;
  }
  if (route.authorize) context.clientKey = `key:${await route.authorize(req.raw, services)}`;
  if (route.body) checkBodyHeaders(req.raw, route.maxBytes);
  if (route.limit) await services.checkLimit(context.state, route.limit, context.clientKey);
  const given = route.body && (await readJson(req.raw, context.deadline.signal, route.maxBytes));
  const body = route.body && !route.checksBody ? readBody(route.body.schema, given) : given;
  const call = {
    request: req.raw,
    params: req.param(),
    query: (name: string) => req.query(name),
    body,
    context,
  };
  const result = await route.handle(call, services);
  return result instanceof Response ? result : json(result);
}

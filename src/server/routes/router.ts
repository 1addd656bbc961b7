import { Hono, type Context } from 'hono';
import { limioClient } from '../../limio/client.ts';
import { failed, json } from './answers.ts';
import { checkoutsRoute } from './checkouts.ts';
import { digestKey } from '../gate/digest-key.ts';
import { contextReader } from '../gate/context-token.ts';
import { live, readyRoute } from './health.ts';
import { limitCheck } from '../gate/limits.ts';
import { memoryState } from '../state/memory-state.ts';
import { offerCache } from '../offers/offer-cache.ts';
import { offersRoute } from './offers.ts';
import { openApi } from './openapi.ts';
import type { BackendSettings } from '../options.ts';
import { checkOrigin, PREFLIGHT } from '../gate/origins.ts';
import { readOffers } from '../offers/read-offers.ts';
import { readiness } from '../readiness.ts';
import { HttpError } from '../http-error.ts';
import type { Env } from '../request-context.ts';

type Handler = (context: Context<Env>) => Promise<Response> | Response;

/** The routes of a backend, each exactly at its path, and what stands behind them. */
export function routes(settings: BackendSettings): Hono<Env> {
  const { allowed, basePath, now, shop, rules, sells = () => true } = settings;
  const state = settings.state ?? memoryState();
  const checkLimit = limitCheck(state, digestKey(settings.limio.credentials), settings.limits);
  const health = readiness(settings.limio.breaker?.halfOpenAfter ?? 5000, now);
  const limio = limioClient({
    ...settings.limio,
    now,
    onCall: (call) => {
      health.record(call);
      settings.limio.onCall?.(call);
    },
    // A single instance keeps its token by itself.
    ...(settings.state && { tokenStore: settings.state }),
  });
  const offers = offerCache(
    async (call) => (await readOffers(limio, settings.label, call)).filter(sells),
    now,
    settings.freshness,
  );
  const checkouts = checkoutsRoute({
    limio,
    offers,
    shop,
    rules,
    now,
    state,
    checkLimit,
    readContext: settings.context && contextReader(settings.context),
    identify: settings.identify,
    challenge: settings.challenge,
  });
  const listed = offersRoute(offers, now);
  const description = openApi(basePath);

  const app = new Hono<Env>().basePath(basePath);
  app.notFound(({ env }) => failed(new HttpError('not_found', 'There is no such route.'), env.visit));
  app.onError((error, { env }) => failed(error, env.visit));

  const route = (name: string, method: 'GET' | 'POST', handler: Handler) => {
    const path = `/${name}`;
    const named: Handler = (context) => {
      context.env.visit.notes.route = name;
      return handler(context);
    };
    app.on(method, path, named);
    return path;
  };
  /** For pages: guarded by the list of origins, and told about in a preflight. */
  const pageRoute = (name: string, method: 'GET' | 'POST', handler: Handler) => {
    const path = route(name, method, (context) => {
      checkOrigin(context.req.raw, allowed);
      return handler(context);
    });
    app.options(path, ({ req }) => {
      checkOrigin(req.raw, allowed);
      return new Response(null, { status: 204, headers: PREFLIGHT });
    });
    refuseOthers(path, `${method}, OPTIONS`);
  };
  const refuseOthers = (path: string, allow: string) =>
    app.all(path, () => {
      throw new HttpError('method_not_allowed', 'The route does not know this method.', {
        headers: { allow },
      });
    });

  pageRoute('offers', 'GET', async (context) => {
    await checkLimit('reads', context.env.visit.caller);
    return listed(context);
  });
  pageRoute('checkouts', 'POST', checkouts);
  refuseOthers(route('health/live', 'GET', live), 'GET');
  refuseOthers(route('health/ready', 'GET', readyRoute(limio, offers, health)), 'GET');
  refuseOthers(
    route('openapi.json', 'GET', () => json(description)),
    'GET',
  );
  return app;
}

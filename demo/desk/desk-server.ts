import { text } from 'node:stream/consumers';
import type { Connect } from 'vite';
import type { Chain } from '../chain.ts';

/** What the desk asks of the backend; everything else stays where it is. */
const ROUTES = /^\/(quotes|renewals|partner\/checkouts(\/[\w-]+(\/validate)?)?)$/;

/**
 * What the server of a sales desk does: it holds the key, and hands requests on to the backend. And it shows what the
 * CRM knows of baskets, once it has been told of those that were left behind.
 */
export const deskServer =
  (chain: () => Promise<Chain>): Connect.NextHandleFunction =>
  async (request, response, next) => {
    try {
      const { backend, deskKey, crm, tellCrm } = await chain();
      const { url = '/', method = 'GET' } = request;
      response.setHeader('content-type', 'application/json');
      if (url === '/abandoned') await tellCrm();
      if (url === '/abandoned' || url === '/crm')
        return void response.end(JSON.stringify({ events: crm.records() }));
      if (!ROUTES.test(url)) return next();
      const answer = await fetch(backend + url, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${deskKey}` },
        body: await text(request),
      });
      response.statusCode = answer.status;
      response.end(await answer.text());
    } catch (error) {
      next(error);
    }
  };

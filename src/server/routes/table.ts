import { checkouts } from './checkouts.ts';
import { description } from './description.ts';
import { live, ready } from './health.ts';
import { offers } from './offers.ts';
import type { Route } from './route.ts';

/** The routes of the backend. A new one is a file and a row here. */
export const ROUTES: readonly Route[] = [offers, checkouts, live, ready, description];

import * as z from 'zod/mini';
import { route } from './route.ts';

/** The description of all routes, for people and tools that make clients. */
export const description = route({
  name: 'describeRoutes',
  method: 'GET',
  path: '/openapi.json',
  tag: 'operations',
  access: 'anyone',
  summary: 'This description',
  answer: { name: 'OpenApi', schema: z.looseObject({ openapi: z.string() }) },
  failures: [],
  handle: (_, { describe }) => describe(),
});

import { withTimeout } from '../../core/with-timeout.ts';
import type { PathOf } from './published-items.ts';
import type { RequestContext } from '../request-context.ts';
import type { Services } from '../services.ts';

/** How long a list that is still being read is waited for, in milliseconds: without it the whole is read once more. */
const LIST_MS = 800;

/** Tells at which path an id is published, by the lists that a backend keeps. */
export const knownPaths =
  (
    { deadline, waitUntil }: RequestContext,
    { offers, addOns }: Pick<Services, 'offers' | 'addOns'>,
  ): PathOf =>
  async (id, isAddOn) => {
    const list = isAddOn ? addOns : offers;
    const { pathById } = await withTimeout(deadline.signal, LIST_MS, () => list.get({ deadline, waitUntil }));
    return pathById.get(id);
  };

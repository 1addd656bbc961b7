import { http, HttpResponse } from 'msw';
import { unauthorized } from './answers.ts';
import type { RawItem } from '../items/raw-item.ts';
import { published, type World } from '../world.ts';

/** Offers V2 and add-ons. */
export const catalogueHandlers = (world: World) => [
  http.get('*/api/offers/v2', ({ request }) => list(world, request, world.offers)),
  http.get('*/api/add_ons', ({ request }) => list(world, request, world.addOns)),
];

/** In the recorded envelope, or in the documented one where paging was asked for. */
function list(world: World, request: Request, all: readonly RawItem[]) {
  const refused = unauthorized(world, request);
  if (refused) return refused;
  const { searchParams: query } = new URL(request.url);
  const commitId = String(1784640618996 + world.state.scenarios.length);
  const items = published(world, request, all).filter((item) => matches(item, query));
  if (query.get('opt.all') !== 'true')
    return HttpResponse.json({
      items,
      hits: { value: items.length, relation: 'eq' },
      indexName: 'published_items_sandbox_1',
      commitId,
    });
  const size = Number(query.get('opt.pageSize') ?? 50);
  const from = Number(query.get('opt.queryMoreFrom') ?? 0);
  const end = from + size;
  return HttpResponse.json({
    hits: items.length,
    header: { commitId },
    items: items.slice(from, end),
    ...(end < items.length && { queryMore: { from: end, alias: 'published_items_sandbox_1' } }),
  });
}

/** An attribute that is a list matches if it holds the value. */
function matches({ path, data }: RawItem, query: URLSearchParams): boolean {
  if (query.has('path') && query.get('path') !== path) return false;
  return [...query]
    .filter(([name]) => name.startsWith('attributes.'))
    .every(([name, wanted]) => {
      const value = data.attributes[name.slice('attributes.'.length)];
      return Array.isArray(value) ? value.includes(wanted) : String(value) === wanted;
    });
}

import { viewOf, type BasketView } from './basket-view.ts';
import { isAddOn, isCompatible } from '../items/compatible.ts';
import { PROMO_CODES } from '../items/promo-codes.ts';
import { published, type Line, type World } from '../world.ts';

/**
 * The basket of a purchase link. What cannot be bought, an add-on without an offer it goes with, and a code that does
 * not fit are passed over in silence.
 */
export function purchased(world: World, request: Request, query: URLSearchParams): BasketView {
  const paths = query.getAll('purchase');
  const label = query.get('label');
  const known = [...published(world, request, world.offers), ...published(world, request, world.addOns)];
  const wanted = known.filter((item) =>
    paths[0] === 'true' && label
      ? !isAddOn(item) && (item.data.attributes['label__limio'] as string[] | undefined)?.includes(label)
      : paths.includes(item.path),
  );
  const lines: Line[] = [];
  for (const item of wanted) {
    const parent = lines.find((line) => isAddOn(item) && isCompatible(item, line.item));
    if (isAddOn(item) && !parent) continue;
    const quantities = item.data.attributes['default_quantity_options__limio'] as
      { quantity?: number } | undefined;
    lines.push({
      id: `item-${lines.length + 1}`,
      item,
      quantity: quantities?.quantity ?? 1,
      ...(parent && { parentId: parent.id }),
    });
  }
  const code = query.get('pc')?.toUpperCase() ?? '';
  return { ...viewOf(lines, PROMO_CODES[code] ? code : undefined), customer: {} };
}

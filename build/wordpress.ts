import { attributeOf, type Attribute } from '../src/element/attributes/attribute.ts';
import { ATTRIBUTES } from '../src/element/attributes/attributes.ts';

/** The plugin for WordPress, which lets authors keep the tag with its attributes. */
export const PLUGIN = 'demo/wordpress/limio-offers/limio-offers.php';

/** The plugin with the names of all attributes as the source has them today. */
export function withAttributeNames(plugin: string): string {
  const names = Object.entries<Attribute>(ATTRIBUTES).flatMap(([name, row]) => attributeOf(name, row) ?? []);
  return plugin.replace(/(\$names = ')[^']*(';)/, `$1${names.join(' ')}$2`);
}

import type { Package } from 'custom-elements-manifest/schema';
import { elementOf } from './element-of.ts';
import { settable } from './settable.ts';

/**
 * Types for the tag in Svelte templates: `import type {} from 'limio-offers/svelte'`.
 *
 * @see https://svelte.dev/docs/svelte/typescript#Enhancing-built-in-DOM-types
 */
export function svelteTypes(manifest: Package): string {
  const element = elementOf(manifest);
  const { name, tagName, attributes = [], events = [] } = element;
  const types = [name, ...events.map(({ type }) => type.text)];
  // Those that are written like their property are among the properties.
  const others = attributes.filter(({ name, fieldName }) => name !== fieldName);
  return `
    import type { HTMLAttributes } from 'svelte/elements';
    import type { ${types.join(', ')} } from './npm/index.js';

    type Properties = ${settable(element)};

    interface Others {
      ${others.map((each) => `/** ${each.description} */ '${each.name}'?: ${name}['${each.fieldName}'] | undefined;`).join('\n')}
      ${events.map(({ name, type, description }) => `/** ${description} */ 'on${name}'?: ((event: ${type.text}) => void) | undefined;`).join('\n')}
    }

    type Attributes = Omit<HTMLAttributes<${name}>, Properties | keyof Others> &
      { [Key in Properties]?: ${name}[Key] | undefined } & Others;

    declare module 'svelte/elements' {
      interface SvelteHTMLElements {
        '${tagName}': Attributes;
      }
    }
  `;
}

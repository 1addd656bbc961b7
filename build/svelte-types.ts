import type { CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';
import { elementsOf } from './element-of.ts';
import { settable } from './settable.ts';
import { typeImports } from './type-imports.ts';

/**
 * Types for the tags in Svelte templates: `import type {} from 'limio-offers/svelte'`.
 *
 * @see https://svelte.dev/docs/svelte/typescript#Enhancing-built-in-DOM-types
 */
export function svelteTypes(manifest: Package): string {
  const found = elementsOf(manifest);
  return `
    import type { HTMLAttributes } from 'svelte/elements';
    ${typeImports(found)}

    ${found.map(({ element }) => typesOf(element)).join('\n')}

    declare module 'svelte/elements' {
      interface SvelteHTMLElements {
        ${found.map(({ element: { name, tagName } }) => `'${tagName}': ${name}Attributes;`).join('\n')}
      }
    }
  `;
}

function typesOf(element: CustomElementDeclaration): string {
  const { name, attributes = [], events = [] } = element;
  // Those that are written like their property are among the properties.
  const others = attributes.filter(({ name, fieldName }) => name !== fieldName);
  return `
    type ${name}Properties = ${settable(element)};

    interface ${name}Others {
      ${others.map((each) => `/** ${each.description} */ '${each.name}'?: ${name}['${each.fieldName}'] | undefined;`).join('\n')}
      ${events.map((each) => `/** ${each.description} */ 'on${each.name}'?: ((event: ${each.type.text}) => void) | undefined;`).join('\n')}
    }

    type ${name}Attributes = Omit<HTMLAttributes<${name}>, ${name}Properties | keyof ${name}Others> &
      { [Key in ${name}Properties]?: ${name}[Key] | undefined } & ${name}Others;
  `;
}

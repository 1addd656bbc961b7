import type { CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';
import { elementsOf } from './element-of.ts';
import { typeImports } from './type-imports.ts';
import { settable } from './settable.ts';

/**
 * Types for the tags in Vue templates: `import type {} from 'limio-offers/vue'`.
 *
 * @see https://vuejs.org/guide/extras/web-components.html#non-vue-web-components-and-typescript
 */
export function vueTypes(manifest: Package): string {
  const found = elementsOf(manifest);
  return `
    import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
    ${typeImports(found)}

    ${found.map(({ element }) => typesOf(element)).join('\n')}

    declare module 'vue' {
      interface GlobalComponents {
        ${found.map(({ element }) => componentOf(element)).join('\n')}
      }
    }
  `;
}

const typesOf = (element: CustomElementDeclaration): string => `
  type ${element.name}Properties = ${settable(element)};

  interface ${element.name}Events {
    ${(element.events ?? []).map(({ name, type, description }) => `/** ${description} */ '${name}': (event: ${type.text}) => void;`).join('\n')}
  }
`;

const componentOf = ({ name, tagName }: CustomElementDeclaration): string => `
  '${tagName}': new () => ${name} & {
    $props: HTMLAttributes & Partial<Pick<${name}, ${name}Properties>> & PublicProps;
    $emit: EmitFn<${name}Events>;
  };
`;

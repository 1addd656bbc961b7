import type { Package } from 'custom-elements-manifest/schema';
import { elementOf } from './element-of.ts';
import { settable } from './settable.ts';

/**
 * Types for the tag in Vue templates: `import type {} from 'limio-offers/vue'`.
 *
 * @see https://vuejs.org/guide/extras/web-components.html#non-vue-web-components-and-typescript
 */
export function vueTypes(manifest: Package): string {
  const element = elementOf(manifest);
  const { name, tagName, events = [] } = element;
  const types = [name, ...events.map(({ type }) => type.text)];
  return `
    import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
    import type { ${types.join(', ')} } from './npm/index.js';

    type Properties = ${settable(element)};

    interface Events {
      ${events.map(({ name, type, description }) => `/** ${description} */ '${name}': (event: ${type.text}) => void;`).join('\n')}
    }

    declare module 'vue' {
      interface GlobalComponents {
        '${tagName}': new () => ${name} & {
          $props: HTMLAttributes & Partial<Pick<${name}, Properties>> & PublicProps;
          $emit: EmitFn<Events>;
        };
      }
    }
  `;
}

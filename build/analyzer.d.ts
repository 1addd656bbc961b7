// What the analyzer's own types leave out.
declare module '@custom-elements-manifest/analyzer/index.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';
  import type { Package } from 'custom-elements-manifest/schema';

  export const ts: {
    createSourceFile(fileName: string, text: string, target: number, setParentNodes: boolean): object;
    ScriptTarget: { ES2022: number };
  };
  export function create(options: { modules: object[]; plugins: Plugin[] }): Package;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';

  export function litPlugin(): Plugin[];
}

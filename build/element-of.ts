import type { CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';

/** An element of the manifest, and the module that it is imported from. */
export interface FoundElement {
  element: CustomElementDeclaration;
  path: string;
}

/** Every element of the manifest, `<limio-offers>` first. */
export const elementsOf = ({ modules }: Package): FoundElement[] =>
  modules.flatMap(({ path, declarations = [] }) =>
    declarations.map((element) => ({ element: element as CustomElementDeclaration, path })),
  );

/** `<limio-offers>` of the manifest, or another element. */
export const elementOf = (manifest: Package, tagName = 'limio-offers'): CustomElementDeclaration =>
  elementsOf(manifest).find(({ element }) => element.tagName === tagName)!.element;

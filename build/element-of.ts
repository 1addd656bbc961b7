import type { CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';

/** The one element of the manifest. */
export const elementOf = ({ modules }: Package): CustomElementDeclaration =>
  modules[0]!.declarations![0] as CustomElementDeclaration;

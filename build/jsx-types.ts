import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import type { Package } from 'custom-elements-manifest/schema';
import { elementsOf } from './element-of.ts';
import { typeImports } from './type-imports.ts';

/**
 * Types for the tags in JSX: `import type {} from 'limio-offers/jsx'` makes React know it; other libraries extend
 * their own `IntrinsicElements` with `CustomElements`.
 *
 * The generator augments nine libraries. Naming one that is not installed is an error in a type check that
 * includes libraries, so only React is named. Its idea of a `ref` knows neither `useRef` nor `null`, and it leaves out
 * what React knows of every tag, such as `onClick`.
 * React would set `checkout` in place of the method of that name, so only `data-checkout` and `checkoutMode` are left.
 */
export function jsxTypes(manifest: Package): string {
  const types = generateJsxTypes(manifest, { componentTypePath: () => '', fileName: '' }) ?? '';
  const withRef = types.replace(
    /\bref\?: .*;/,
    'ref?: ((element: T | null) => void) | { current: T | null } | null | undefined;',
  );
  const withoutMethod = withRef.replace(/ *\/\*\*[^/]*\*\/\s*"?checkout"?\?: .*\n/, '');
  const withImports = withoutMethod.replace(
    /^(import type \{[^}]*\} from ['"]{2};\s*)+/m,
    () => `${typeImports(elementsOf(manifest))}\n\n`,
  );
  const forReact = withImports.replace(
    /\ndeclare (global|module ['"](?!react\b(?!-))[^'"]+['"]) \{[^]*?\n\}\n/g,
    '',
  );
  return forReact.replaceAll('extends CustomElements {}', 'extends ReactElements {}') + REACT_ELEMENTS;
}

const REACT_ELEMENTS = `
type ReactElements = {
  [Tag in keyof CustomElements]: CustomElements[Tag] &
    Omit<import('react').HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof CustomElements[Tag]>;
};
`;

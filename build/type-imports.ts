import type { FoundElement } from './element-of.ts';

/** Imports of the classes and events that descriptions of elements name, each from the first module that has it. */
export function typeImports(found: readonly FoundElement[]): string {
  const known = new Set<string>();
  return found
    .map(({ element: { name, events = [] }, path }) => {
      const names = [name, ...events.map(({ type }) => type.text)].filter((each) => !known.has(each));
      for (const each of names) known.add(each);
      return `import type { ${[...new Set(names)].join(', ')} } from '${path.replace('dist/', './')}';`;
    })
    .join('\n');
}

import type { CustomElementDeclaration } from 'custom-elements-manifest/schema';

/** Names of all properties that can be set, as a union of types: those of attributes, then the others. */
export function settable({ attributes = [], members = [] }: CustomElementDeclaration): string {
  const fields = members.filter((each) => each.kind === 'field' && !each.readonly && !each.static);
  const names = new Set([
    ...attributes.map(({ fieldName }) => fieldName!),
    ...fields.map(({ name }) => name),
  ]);
  return [...names].map((name) => `'${name}'`).join(' | ');
}

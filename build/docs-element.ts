import type { Package } from 'custom-elements-manifest/schema';
import { elementOf } from './element-of.ts';
import { code, table } from './markdown.ts';

/** What a page can set, hear and style, from the manifest. */
export function elementParts(manifest: Package) {
  const { attributes, members, events, slots, cssParts, cssProperties } = elementOf(manifest);
  const named = new Set(attributes!.map(({ fieldName }) => fieldName));
  const own = members!.filter(({ name }) => !named.has(name));
  const described = (list: readonly { name: string; description?: string }[] = [], mark = code) =>
    list.map(({ name, description = '' }) => [mark(name), description]);
  return {
    attributes: table(
      ['attribute', 'property', 'meaning'],
      attributes!.map(({ name, fieldName, description }) => [code(name), code(fieldName!), description!]),
    ),
    members: table(['property or method', 'meaning'], described(own)),
    events: table(
      ['event', 'class', 'when'],
      events!.map(({ name, type, description }) => [code(name), code(type.text), description!]),
    ),
    slots: table(
      ['slot', 'for'],
      described(slots, (name) => (name ? code(name) : '(default)')),
    ),
    parts: table(['part', 'what'], described(cssParts)),
    'custom properties': table(
      ['custom property', 'default', 'what'],
      cssProperties!.map(({ name, default: standard, description }) => [
        code(name),
        standard ? code(standard) : '',
        description!,
      ]),
    ),
  };
}

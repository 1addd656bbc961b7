import type { CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';
import { LANGUAGES } from '../src/locales/languages.ts';
import { elementOf } from './element-of.ts';
import { code, table } from './markdown.ts';

/** What a page can set, hear and style, from the manifest; what is told of `<limio-plan>` begins with `plan`. */
export const elementParts = (manifest: Package): Record<string, string> => ({
  ...partsOf(elementOf(manifest)),
  ...Object.fromEntries(
    Object.entries(partsOf(elementOf(manifest, 'limio-plan')))
      // Its custom properties are those of the other one.
      .filter(([name]) => name !== 'custom properties')
      .map(([name, part]) => [`plan ${name}`, part]),
  ),
  languages: `${languages()}.`,
});

function partsOf({ attributes, members, events, slots, cssParts, cssProperties }: CustomElementDeclaration) {
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
      (cssProperties ?? []).map(({ name, default: fallback, description }) => [
        code(name),
        fallback ? code(fallback) : '',
        description!,
      ]),
    ),
  };
}

/** The languages of the element's own words, in English. */
function languages(): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const others = Object.keys(LANGUAGES).map((tag) => names.of(tag)!);
  return new Intl.ListFormat('en-GB').format(['English', ...others.sort()]);
}

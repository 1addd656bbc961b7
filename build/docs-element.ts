import type { ClassMember, CustomElementDeclaration, Package } from 'custom-elements-manifest/schema';
import { allMessagesFor } from '../src/locales/all.ts';
import { LANGUAGES } from '../src/locales/languages.ts';
import { planEn } from '../src/locales/plan/plan-en.ts';
import { elementOf } from './element-of.ts';
import { eventFields } from './event-fields.ts';
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
  words: wordsIn(allMessagesFor('en')),
  'plan words': wordsIn(planEn),
});

function partsOf({ attributes, members, events, slots, cssParts, cssProperties }: CustomElementDeclaration) {
  const named = new Set(attributes!.map(({ fieldName }) => fieldName));
  const own = members!.filter(({ name }) => !named.has(name));
  const fields = eventFields();
  const described = (list: readonly { name: string; description?: string }[] = [], mark = code) =>
    list.map(({ name, description = '' }) => [mark(name), description]);
  return {
    attributes: table(
      ['attribute', 'property', 'meaning'],
      attributes!.map(({ name, fieldName, description }) => [code(name), code(fieldName!), description!]),
    ),
    members: table(
      ['property or method', 'meaning'],
      own.map((member) => [code(callOf(member)), member.description ?? '']),
    ),
    events: table(
      ['event', 'class', 'what it has', 'when'],
      events!.map(({ name, type, description }) => [
        code(name),
        code(type.text),
        fields.get(type.text)!.map(code).join(', '),
        description!,
      ]),
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

/** A property by its name, a method with what it takes. */
const callOf = (member: ClassMember): string =>
  member.kind === 'method'
    ? `${member.name}(${(member.parameters ?? []).map(({ name, optional }) => name + (optional ? '?' : '')).join(', ')})`
    : member.name;

/** What can be said otherwise, by its name in `words`. */
const wordsIn = (messages: Readonly<Record<string, string>>): string =>
  table(
    ['name', 'in English'],
    Object.entries(messages).map(([name, text]) => [code(name), text]),
  );

/** The languages of the element's own words, in English. */
function languages(): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const others = Object.keys(LANGUAGES).map((tag) => names.of(tag)!);
  return new Intl.ListFormat('en-GB').format(['English', ...others.sort()]);
}

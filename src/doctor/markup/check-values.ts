import { MAX_CHARACTERS } from '../../core/customer-rules.ts';
import { invalidValue, type LimioError } from '../../core/errors/limio-error.ts';
import { attributeOf, type Attribute } from '../../element/attributes/attribute.ts';
import { ATTRIBUTES, type Properties } from '../../element/attributes/attributes.ts';
import { kebab } from '../../element/attributes/name-faults.ts';
import { valueFaults } from '../../element/attributes/value-faults.ts';
import { found, foundBy, type Finding } from '../finding.ts';
import type { PageElement } from '../page/page-element.ts';
import { settingOf } from '../page/page.ts';
import { isColour } from './css-colours.ts';

/** What is wrong with the values of a tag, each by itself: those that an attribute does not know. */
export const wrongValuesOf = (tag: PageElement): Finding[] => [
  ...[...valueFaults(propertiesOf(tag)), ...colourFaults(tag), ...askFaults(tag)].map((error) =>
    foundBy(error, tag.line),
  ),
  ...FLAGS.filter((name) => /^(false|no|off|0)$/i.test(settingOf(tag, name) ?? '')).map((name) =>
    found(
      'attribute_invalid',
      `\`${name}="${settingOf(tag, name)}"\` switches it on, as any value does. Leave it out.`,
      tag.line,
    ),
  ),
];

const ROWS = Object.entries<Attribute>(ATTRIBUTES);

/** Attributes that are on where they are there. */
const FLAGS = ROWS.flatMap(([name, row]) => (row.type === Boolean ? (attributeOf(name, row) ?? []) : []));

function propertiesOf(tag: PageElement): Properties {
  return Object.fromEntries(
    ROWS.map(([name, row]) => [name, settingOf(tag, attributeOf(name, row) ?? '')]),
  ) as unknown as Properties;
}

/** A colour that browsers do not know is none. */
function colourFaults(tag: PageElement): LimioError[] {
  const accent = ATTRIBUTES.accent.read(settingOf(tag, 'accent'));
  return !accent || isColour(accent)
    ? []
    : [invalidValue('attribute_invalid', `accent="${accent}"`, 'a colour of CSS, such as #0a7d4f')];
}

/** Details that can be asked for. */
const DETAILS = Object.keys(MAX_CHARACTERS).map(kebab);

/** A detail that nobody knows is not asked for. */
function askFaults(tag: PageElement): LimioError[] {
  const asked = ATTRIBUTES.ask
    .read(settingOf(tag, 'ask'))
    .toLowerCase()
    .split(/[^a-z-]+/);
  return asked
    .filter((name) => name && !DETAILS.includes(name))
    .map((name) => invalidValue('attribute_invalid', `ask="${name}"`, DETAILS.join(', ')));
}

import { attributeOf, type Attribute } from '../../element/attributes/attribute.ts';
import { ATTRIBUTES, type Properties } from '../../element/attributes/attributes.ts';
import { valueFaults } from '../../element/attributes/value-faults.ts';
import { found, foundBy, type Checked, type Finding } from '../finding.ts';
import { isParted, type PageElement } from '../page/page-element.ts';
import { linksOutside } from '../page/page-links.ts';
import { ourScripts, otherScripts } from '../page/page-scripts.ts';
import { settingOf, tagsOf, type Page } from '../page/page.ts';

/** Whether there is a tag, whether it came through whole, and whether its values are known. */
export function checkTags(page: Page): Checked {
  const tags = tagsOf(page);
  const hasFrame = page.elements.some(
    ({ tag, attributes: { src, 'data-limio-offers': mark } }) =>
      tag === 'iframe' && (src ?? mark) !== undefined,
  );
  if (!tags.length && !hasFrame) return withoutTag(page);
  return {
    seen: tags.length ? [`${tags.length} <limio-offers> ${tags.length === 1 ? 'tag' : 'tags'}`] : [],
    findings: tags.flatMap((tag) => [...breaks(tag), ...unknownValuesOf(tag)]),
  };
}

const APP = 'The server sends no <limio-offers>. A script of the page may add it: look in the browser.';

function withoutTag(page: Page): Checked {
  const links = linksOutside(page);
  const script = ourScripts(page)[0];
  // Links without a tag become cards where the script tag asks for it.
  if (script?.element.attributes['data-limio-offers'] !== undefined && links.length) return {};
  const [mention] = page.mentions.filter(({ place }) => place !== '<script>');
  if (mention) {
    const message =
      mention.place === 'text' || !/comment|template|noscript/.test(mention.place)
        ? `The tag stands in the page as text, in ${mention.place}: an editor has escaped it.`
        : `The tag stands in ${mention.place}, which browsers do not show.`;
    return { findings: [found('tag_missing', message, mention.line)] };
  }
  if (links.length) {
    const message = `${links.length} purchase ${links.length === 1 ? 'link stands' : 'links stand'} there, and sell, but no tag is around them: they are no cards.`;
    return { findings: [found('tag_missing', message, links[0]!.element.line)] };
  }
  if (otherScripts(page).length) return { unknown: [APP] };
  return {
    findings: [found('tag_missing', 'There is neither a tag nor a purchase link.', script?.element.line)],
  };
}

/** A tag that ends in itself holds all that follows, and a line break inside of one ends it too soon. */
function breaks(tag: PageElement): Finding[] {
  const names = Object.keys(tag.attributes);
  if (names.some((name) => name.startsWith('<') || name === '/'))
    return [found('tag_broken', 'Markup, such as <br>, stands inside the tag itself.', tag.line)];
  if (isParted(tag))
    return [
      found('tag_broken', 'Quotes have parted a value: a part of it is read as an attribute.', tag.line),
    ];
  const isSwallowing = !tag.isClosed && tag.source;
  if (!isSwallowing) return [];
  const message = /\/\s*>$/.test(tag.source) ? 'The tag closes itself' : 'The tag has no end tag';
  return [
    found('tag_broken', `${message}, which HTML does not know: all that follows is inside of it.`, tag.line),
  ];
}

const unknownValuesOf = (tag: PageElement): Finding[] => [
  ...valueFaults(propertiesOf(tag)).map((error) => foundBy(error, tag.line)),
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

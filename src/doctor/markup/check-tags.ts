import { found, type Checked, type Finding } from '../finding.ts';
import { around, isParted, type PageElement } from '../page/page-element.ts';
import { linksOutside } from '../page/page-links.ts';
import { ourScripts, otherScripts } from '../page/page-scripts.ts';
import { foreignTagsOf, tagsOf, type Page } from '../page/page.ts';
import { wrongValuesOf } from './check-values.ts';

/** Whether there is a tag, whether it came through whole, and whether its values are known. */
export function checkTags(page: Page): Checked {
  const tags = tagsOf(page);
  const foreign = foreignTagsOf(page);
  const hasFrame = page.elements.some(
    ({ tag, attributes: { src, 'data-limio-offers': mark } }) =>
      tag === 'iframe' && (src ?? mark) !== undefined,
  );
  if (!tags.length && !foreign.length && !hasFrame) return withoutTag(page);
  return {
    seen: tags.length ? [`${tags.length} <limio-offers> ${tags.length === 1 ? 'tag' : 'tags'}`] : [],
    findings: [
      ...tags.flatMap((tag) => [...breaks(tag), ...wrongValuesOf(tag)]),
      ...foreign.map((tag) => found('tag_broken', foreignness(tag), tag.line)),
    ],
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

/** What is around it decides: in an `<svg>` the tag is a shape that nobody knows. */
function foreignness(tag: PageElement): string {
  const [root] = [...around(tag)].filter(
    ({ tag: name, isForeign }) => isForeign && /^(svg|math)$/.test(name),
  );
  return `The tag stands in <${root?.tag ?? 'svg'}>, where browsers make no element of HTML of it. Put it outside.`;
}

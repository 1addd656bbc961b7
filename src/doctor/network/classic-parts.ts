import { around, type PageElement } from '../page/page-element.ts';
import { settingOf } from '../page/page.ts';

const isSet = (tag: PageElement, name: string): boolean => settingOf(tag, name) !== undefined;

/** What of a tag asks for a file beside the classic one, as far as the page's HTML tells. */
const NEEDS: Readonly<Record<string, (tag: PageElement) => boolean>> = {
  'agent-tools.js': (tag) => isSet(tag, 'agent-tools'),
  'page-data.js': (tag) => isSet(tag, 'json-ld'),
  'classic-comparison.js': (tag) => isSet(tag, 'compare-offers') || settingOf(tag, 'layout') === 'compare',
};

/** Whether a tag needs a file beside the classic one, which holds by itself what most pages need. */
export const needsClassicPart = (tag: PageElement, file: string): boolean =>
  NEEDS[file]?.(tag) ?? file === `classic-${languageOf(tag)}.js`;

/** The language of a tag, by the first part of its code. */
function languageOf(tag: PageElement): string {
  const near = [tag, ...around(tag)].map(({ attributes }) => attributes['lang']).find(Boolean);
  return (settingOf(tag, 'locale') || near || '').split('-')[0]!.toLowerCase();
}

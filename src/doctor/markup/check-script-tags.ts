import { found, type Checked, type Finding } from '../finding.ts';
import { around } from '../page/page-element.ts';
import { linksOutside } from '../page/page-links.ts';
import { otherScripts, ourScripts, waitingScripts, type OurScript } from '../page/page-scripts.ts';
import { tagsOf, type Page } from '../page/page.ts';

const BUNDLE =
  'No file of limio-offers is named in the page. Whether a bundle, a tag manager or a plugin brings it, only a browser can tell.';

const CONSENT =
  'The script waits until something else starts it, such as a consent tool. Until then the links sell.';

/** Whether the page names a script that makes cards, one, and in a form that browsers run. */
export function checkScriptTags(page: Page): Checked {
  const scripts = ourScripts(page);
  const hasOffers = tagsOf(page).length > 0;
  if (!scripts.length && hasOffers) return withoutScript(page);
  return {
    seen: scripts.map(({ src }) => `the script ${src}`),
    findings: [...scripts.flatMap((script) => checkScript(script, page)), ...conflicts(scripts)],
    unknown: linksWait(page, scripts),
  };
}

function withoutScript(page: Page): Checked {
  const [waiting] = waitingScripts(page);
  if (waiting) return { unknown: [CONSENT] };
  if (otherScripts(page).length) return { unknown: [BUNDLE] };
  return {
    findings: [
      found('script_missing', 'The page has a tag, and no script that knows it.', tagsOf(page)[0]!.line),
    ],
  };
}

/** Which links a script without a tag takes up depends on where they stand. */
const linksWait = (page: Page, scripts: readonly OurScript[]): string[] =>
  scripts.some(({ element }) => element.attributes['data-limio-offers'] !== undefined) &&
  linksOutside(page).length
    ? ['Which links without a tag become cards depends on what stands beside them: look in the browser.']
    : [];

function checkScript({ element, src, url, isModule, isClassicFile }: OurScript, page: Page): Finding[] {
  const { attributes, line } = element;
  const inside = [...around(element)].find(({ tag }) => tag === 'limio-offers' || tag === 'noscript');
  const isOtherSite = url && url.origin !== page.url?.origin;
  const findings: Array<Finding | false | undefined> = [
    'nomodule' in attributes &&
      !isModule &&
      found('script_missing', 'The script says `nomodule`: only browsers of before 2018 run it.', line),
    !isModule &&
      !isClassicFile &&
      found(
        'script_missing',
        `${src} is a module, and its tag does not say \`type="module"\`: no browser runs it.`,
        line,
      ),
    page.url?.protocol === 'https:' &&
      !page.policies.some(({ directives }) => directives.has('upgrade-insecure-requests')) &&
      url?.protocol === 'http:' &&
      found('file_missing', `${src} is on http, which a page on https does not load.`, line),
    /\?/.test(src) &&
      isModule &&
      !isClassicFile &&
      found(
        'version_conflict',
        `${src} has a query, but the files it loads name it without: it runs twice.`,
        line,
      ),
    'integrity' in attributes &&
      !isModule &&
      isOtherSite &&
      !('crossorigin' in attributes) &&
      found(
        'file_missing',
        'The script has `integrity` without `crossorigin="anonymous"`: browsers refuse it.',
        line,
      ),
    inside?.tag === 'noscript' && found('script_missing', 'The script stands in <noscript>.', line),
  ];
  return findings.filter((each) => Boolean(each)) as Finding[];
}

function conflicts(scripts: readonly OurScript[]): Finding[] {
  const [first, ...others] = scripts;
  const other = others.find(({ src }) => src !== first!.src);
  return other
    ? [found('version_conflict', `${first!.src} and ${other.src} are both on the page.`, other.element.line)]
    : [];
}

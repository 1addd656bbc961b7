import { offerAddress } from '../../core/link/offer-address.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { found, type Checked, type Finding } from '../finding.ts';
import { descendantsOf, type PageElement } from '../page/page-element.ts';
import { ourFrames } from '../page/page-frames.ts';
import { ourScripts, type OurScript } from '../page/page-scripts.ts';
import { originOf } from '../../core/link/shop.ts';
import { shopOf } from '../page/page-links.ts';
import { offersIn } from '../page/page-offers.ts';
import { resolve, settingOf, tagsOf, type Page } from '../page/page.ts';
import { decisions, inlineDecisions, type Checkpoint } from './policy.ts';
import type { Requested } from './source-list.ts';

/** Something that the page needs, and the line that needs it. */
interface Need {
  checkpoint: Checkpoint;
  /** For people: `the script https://…`. */
  what: string;
  requested: Requested;
  line: number | undefined;
}

/** The name of the one policy for Trusted Types that the element makes, which is Lit's. */
const TRUSTED = 'lit-html';

/** Whether the policies of the page let scripts, lists, backend, styles, images and frames of ours through. */
export function checkPolicies(page: Page): Checked {
  const all = [
    ...ourScripts(page).flatMap((script) => checkScript(script, page)),
    ...needs(page).map((need) => checkNeed(need, page)),
    ...tagsOf(page).flatMap((tag) => checkImages(offersIn(tag), tag, page)),
  ];
  return {
    findings: [
      ...all.flatMap(({ findings = [] }) => findings),
      ...checkInlineStyles(page),
      ...checkTrustedTypes(page),
      ...checkSandbox(page),
    ],
    unknown: all.flatMap(({ unknown = [] }) => unknown),
  };
}

function checkNeed({ checkpoint, what, requested, line }: Need, { policies, url }: Page): Checked {
  const allowed = decisions(policies, checkpoint, requested, url);
  const refusal = allowed.find(({ isAllowed }) => isAllowed === false);
  if (refusal) {
    const { policy, directive } = refusal;
    const message = `\`${directive}\` of ${policy.place} does not allow ${what}.`;
    return { findings: [found('policy_refused', message, policy.line ?? line)] };
  }
  return allowed.every(({ isAllowed }) => isAllowed)
    ? {}
    : { unknown: [`Whether 'self' of the policy is ${requested.url.origin}: say where the page will be.`] };
}

/** A script, and where it is let through, the files that a module loads beside it. */
function checkScript({ url, element, isModule }: OurScript, page: Page): Checked[] {
  if (!url) return [];
  const { line, attributes } = element;
  const { nonce, integrity } = attributes;
  const own = { nonce, integrity, isScript: true };
  const checked = checkNeed(needOf('script-src-elem', 'the script', url, line, own), page);
  if (checked.findings || !isModule) return [checked];
  // They have its nonce, but neither its address nor its hash.
  const beside = { nonce, isScript: true, isBroughtAlong: true };
  const file = new URL('finish.js', url);
  return [checked, checkNeed(needOf('script-src-elem', 'what the script loads:', file, line, beside), page)];
}

const needOf = (
  checkpoint: Checkpoint,
  what: string,
  url: URL,
  line?: number,
  more: Omit<Requested, 'url'> = {},
): Need => ({ checkpoint, what: `${what} ${url.origin}${url.pathname}`, requested: { url, ...more }, line });

function needs(page: Page): Need[] {
  const { base, elements } = page;
  const need = (
    checkpoint: Checkpoint,
    what: string,
    url: URL | undefined,
    line?: number,
    more = {},
  ): Need[] => (url ? [needOf(checkpoint, what, url, line, more)] : []);
  return [
    ...tagsOf(page).flatMap((tag) => [
      ...need('connect-src', 'the list', resolve(settingOf(tag, 'src') || undefined, base), tag.line),
      ...need('connect-src', 'the backend', resolve(settingOf(tag, 'backend') || undefined, base), tag.line),
    ]),
    ...elements
      .filter(({ tag, attributes }) => tag === 'link' && /limio-offers\.css/.test(attributes['href'] ?? ''))
      .flatMap(({ attributes: { href, nonce }, line }) =>
        need('style-src-elem', 'the style sheet', resolve(href, base), line, { nonce }),
      ),
    ...ourFrames(page).flatMap(({ url, element }) => need('frame-src', 'the frame', url, element.line)),
  ];
}

/** Whether the images of offers are let through; of each site, the first one. */
export function checkImages(offers: readonly Offer[], tag: PageElement, page: Page): Checked[] {
  const shop = originOf(shopOf(tag) ?? '');
  const images = offers.flatMap(({ image }) => resolve(image && offerAddress(image, shop), undefined) ?? []);
  const bySite = new Map(images.reverse().map((url) => [url.origin, url]));
  return [...bySite.values()].map((url) => checkNeed(needOf('img-src', 'the image', url, tag.line), page));
}

/** A picture of the cards brings its styles along, and a tag may have some of its own. */
const checkInlineStyles = ({ policies, ...page }: Page): Finding[] =>
  tagsOf({ policies, ...page }).flatMap((tag) => {
    const refused = (place: 'style-src-elem' | 'style-src-attr', what: string, nonce?: string) =>
      inlineDecisions(policies, place, nonce)
        .filter(({ isAllowed }) => isAllowed === false)
        .map(({ policy, directive }) =>
          found(
            'policy_refused',
            `\`${directive}\` of ${policy.place} does not allow ${what}.`,
            policy.line ?? tag.line,
          ),
        );
    const styles = descendantsOf(tag).filter((each) => each.tag === 'style');
    return [
      ...('style' in tag.attributes
        ? refused('style-src-attr', 'the `style` of the tag: write a class, or `accent`')
        : []),
      ...styles.flatMap(({ attributes }) =>
        refused('style-src-elem', 'the <style> in the tag: name its hash', attributes['nonce']),
      ),
    ];
  });

/** Where scripts are to be trusted, the name of the element's policy has to be on the list. */
function checkTrustedTypes({ policies, ...page }: Page): Finding[] {
  if (!tagsOf({ policies, ...page }).length) return [];
  return policies.flatMap(({ directives, place, line }) => {
    const names = directives.get('trusted-types');
    if (!names || names.includes(TRUSTED) || names.includes('*')) return [];
    const message = `\`trusted-types\` of ${place} does not name \`${TRUSTED}\`: the script stops there.`;
    return [found('policy_refused', message, line)];
  });
}

/** A page in a sandbox runs nothing, unless the policy says so. */
const checkSandbox = ({ policies }: Page): Finding[] =>
  policies.flatMap(({ directives, place, line }) =>
    directives.get('sandbox')?.includes('allow-scripts') === false
      ? [found('policy_refused', `\`sandbox\` of ${place} does not say \`allow-scripts\`.`, line)]
      : [],
  );

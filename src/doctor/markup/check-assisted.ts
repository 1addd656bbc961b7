import { backendAddress, untrusted } from '../../core/link/backend-address.ts';
import { found, foundBy, type Checked } from '../finding.ts';
import { settingOf, tagsOf, type Page } from '../page/page.ts';

/** Stands in where the page's own address is not known: what is relative is the page's own. */
const SOMEWHERE = 'https://page.invalid';

const IN_VAIN = '`ask` asks for nothing here: details are for `checkout="assisted"`.';

/** Whether an assisted checkout has a backend, and one that personal details may go to. */
export function checkAssisted(page: Page): Checked {
  const tags = tagsOf(page).filter((tag) => settingOf(tag, 'checkout')?.toLowerCase() === 'assisted');
  const { origin } = page.url ?? new URL(SOMEWHERE);
  const base = String(page.base ?? SOMEWHERE);
  const named = namedBackends(page);
  const parts = tags.map((tag): Checked => {
    const address = settingOf(tag, 'backend') ?? '';
    if (address && backendAddress(address, { base, origin, named })) return {};
    if (address && !page.url)
      return { unknown: ['Whether `backend` is on the page’s own site: say where the page will be.'] };
    return { findings: [foundBy(untrusted(address), tag.line)] };
  });
  const askingInVain = tagsOf(page).filter((tag) => settingOf(tag, 'ask') && !tags.includes(tag));
  return {
    findings: [
      ...parts.flatMap(({ findings = [] }) => findings),
      ...askingInVain.map(({ line }) => found('attribute_invalid', IN_VAIN, line)),
    ],
    unknown: parts.flatMap(({ unknown = [] }) => unknown),
  };
}

const namedBackends = ({ elements }: Page): string[] =>
  elements
    .filter(
      ({ tag, attributes, parent }) =>
        tag === 'meta' && parent?.tag === 'head' && attributes['name'] === 'limio-backend',
    )
    .flatMap(({ attributes }) => (attributes['content'] ?? '').trim().split(/\s+/));

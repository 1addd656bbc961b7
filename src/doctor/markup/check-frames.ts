import { purchaseLink } from '../../core/link/purchase-link.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import { SAFE_ATTRIBUTES } from '../../frames/embed-address.ts';
import { caught, found, type Checked, type Finding } from '../finding.ts';
import { ourFrames, type OurFrame } from '../page/page-frames.ts';
import type { Page } from '../page/page.ts';

/** Whether a frame may run what it shows and open what it sells, and whether its address can be read. */
export function checkFrames(page: Page): Checked {
  const frames = ourFrames(page);
  return {
    seen: frames.length ? [`${frames.length} ${frames.length === 1 ? 'frame' : 'frames'} with offers`] : [],
    findings: frames.flatMap(checkFrame),
  };
}

function checkFrame({ element: { attributes, line }, url, settings }: OurFrame): Finding[] {
  const { sandbox, 'data-limio-offers': mark } = attributes;
  const allowed = sandbox?.toLowerCase().split(/\s+/);
  const { shop = mark, page, src, backend } = settings.attributes;
  const promoCode = settings.attributes['promo-code'];
  // What comes into sight later is often given its address then.
  const isAddressed = Object.keys(attributes).some((name) => /^(srcdoc|(data-(.*-)?)?src)$/.test(name));
  const findings: Array<Finding | false> = [
    !isAddressed && found('frame_refused', 'The frame has no `src`.', line),
    Boolean(allowed) &&
      !allowed!.includes('allow-scripts') &&
      found('frame_refused', 'Its `sandbox` does not say `allow-scripts`: nothing in it runs.', line),
    Boolean(allowed) &&
      mark === undefined &&
      !allowed!.includes('allow-popups') &&
      found(
        'frame_refused',
        'Its `sandbox` does not say `allow-popups`, and no `data-limio-offers` lets the page open its links.',
        line,
      ),
  ];
  // Only of the embed page is it known what its address has to say.
  const isEmbed = url?.pathname.endsWith('/embed.html') ?? false;
  const isEmpty = isEmbed && !settings.offers.length && !src && !backend;
  return [
    ...(findings.filter(Boolean) as Finding[]),
    ...(isEmbed ? misspeltIn(url!, line) : []),
    ...(isEmpty
      ? [found('offers_missing', 'The address of the frame names no `offer`, `src` or `backend`.', line)]
      : []),
    ...(isEmbed
      ? caught(
          () =>
            void purchaseLink({ shop: shop ?? '', page, promoCode, offers: ['/any'] }, (warning) => {
              throw warning;
            }),
          line,
        )
      : []),
  ];
}

/** What the address of an embed page may say. */
const PARAMETERS = [...SAFE_ATTRIBUTES, 'offer', 'parent'];

const misspeltIn = ({ searchParams }: URL, line: number | undefined): Finding[] =>
  [...searchParams.keys()].flatMap((name) => {
    const plain = name.toLowerCase().replaceAll('_', '-');
    const meant = nearestWord(plain, PARAMETERS, plain.length < 4 ? 0 : 1);
    return !meant || meant === name || searchParams.has(meant)
      ? []
      : [found('attribute_invalid', `There is no parameter "${name}". Did you mean "${meant}"?`, line)];
  });

import { styleRule } from '../looks.ts';
import type { Release } from '../release.ts';
import { FRAME_FILE, framePage } from './frame.ts';
import { script } from './script-tag.ts';
import { ownsPage, type Variant } from './snippet.ts';
import type { Setup } from './tree.ts';

/** Something that is copied beside the snippet, once for a site. */
export interface Beside {
  /** What it is, and where it goes. */
  where: string;
  code: string;
  /** Its name, where it is a file to be saved. */
  file?: string;
}

/** What a place needs that its snippet cannot hold: a script in the head, a rule of a style sheet, the page of a frame. */
export function besideSnippet(variant: Variant, setup: Setup, release: Release): Beside[] {
  const rule = styleRule(setup.style ?? {});
  const isPlain = ownsPage(variant) || ['iframe', 'links'].includes(variant);
  return [
    ...(variant === 'docs' && release.address
      ? [
          {
            where: 'Once, in the head of the site: `head` of VitePress, `scripts` of Docusaurus.',
            code: `${script(release, 'limio-offers.js')}\n`,
          },
        ]
      : []),
    ...(variant === 'iframe'
      ? [
          {
            where: `The page in the frame: save it as ${FRAME_FILE} beside the script files.`,
            code: framePage(setup),
            file: FRAME_FILE,
          },
        ]
      : []),
    ...(rule && !isPlain ? [{ where: 'Once, in the style sheet of the site.', code: rule }] : []),
  ];
}

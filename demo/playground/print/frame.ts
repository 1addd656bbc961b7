import embedPage from '../../../src/frames/embed.html?raw';
import { styleRule } from '../looks.ts';
import type { Release } from '../release.ts';
import { escapeHtml } from '../../../src/core/escape-html.ts';
import { printHtml } from './print-html.ts';
import { script } from './script-tag.ts';
import { asData, treeOf, type Setup, type Tree } from './tree.ts';

/** The file of the frame, which holds the offers. */
export const FRAME_FILE = 'offers.html';

/** The page of the frame, links for readers of whatever removes frames, and the script that opens its links and gives it its height. */
export function iframe(setup: Setup, release: Release): string {
  const { children } = treeOf(setup);
  const frame: Tree = {
    tag: 'iframe',
    attributes: [
      ['src', `${release.address ?? '/'}${FRAME_FILE}`],
      ['title', 'Offers'],
      ['data-limio-offers', setup.attributes['shop'] ?? ''],
      ['width', '100%'],
      ['height', '480'],
      ['frameborder', '0'],
    ],
    children: [],
  };
  const links: Tree = {
    tag: 'p',
    attributes: [],
    children: children.map((link) => ({ ...(link as Tree), attributes: onlyHref(link as Tree) })),
  };
  const address = release.address ?? '/';
  return `${printHtml(frame)}\n${printHtml(links)}\n${script({ ...release, address }, 'bridge.js')}\n`;
}

const onlyHref = ({ attributes }: Tree) => attributes.filter(([name]) => name === 'href');

/** The embed page of the release, with the offers on its tag: no address can change what is written there. */
export const framePage = (setup: Setup): string =>
  embedPage
    .replace('</style>', `${styleRule(setup.style ?? {})}</style>`)
    .replace('<limio-offers></limio-offers>', () =>
      printHtml(asData(treeOf(setup)), escapeHtml, '    ').trim(),
    );

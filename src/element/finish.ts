import type { SellingElement } from '../integrations/offers-on-page.ts';
import type { Actions } from './actions.ts';
import { afterPaint } from './after-paint.ts';
import type { Properties } from './attributes/attributes.ts';
import { hasOddAttributes } from './attributes/odd-attributes.ts';
import type { ElementBase } from './element-base.ts';
import type { LightDom } from './light-dom/light-dom.ts';
import { report } from './mistakes/report.ts';
import { readSettings } from './settings.ts';
import type { PageData } from './structured-data/page-data.ts';
import { modes, states, styles } from './styles/finish.ts';
import type { Listing } from './view/listing.ts';
import type { View } from './view/view.ts';

export { styles };

/** The files that some pages need when their offers are drawn. */
const LATER_FILES = {
  /** For links that stay on the page. */
  pageLinks: () => import('./light-dom/page-link.ts'),
  /** For the agent of a browser. */
  agentTools: () => import('../integrations/agent-tools.ts'),
  /** For search engines. */
  pageData: () => import('./structured-data/page-data.ts'),
};

/** What loads these files, and has their parts when they are there. */
interface LaterParts {
  readonly loaded: {
    readonly pageLinks?: typeof import('./light-dom/page-link.ts') | null | undefined;
    readonly agentTools?: typeof import('../integrations/agent-tools.ts') | null | undefined;
    readonly pageData?: PageData | null | undefined;
  };
  load(name: keyof typeof LATER_FILES, file: unknown): Promise<void>;
}

/** How each of them is loaded. */
export type LaterFiles = typeof LATER_FILES;

type Host = SellingElement & Properties & ElementBase;

const ACCENT = '--limio-accent';

/**
 * Draws an accent in the colour of the text around the element. Each place would take `currentColor` for its own text:
 * a button would be as its words are.
 */
function settleAccent(base: HTMLElement): void {
  const style = getComputedStyle(base);
  const accent = style.getPropertyValue(ACCENT);
  const settled = accent.replace(/currentcolor/gi, style.color);
  if (settled !== accent) base.style.setProperty(ACCENT, settled);
}

/** What was drawn last. */
export interface Drawn {
  view: View;
  listing: Listing;
  light: LightDom;
  actions: Actions;
  /** What the page has been told; another object whenever there is something new. */
  news: unknown;
}

/**
 * What is done for an element when its offers can be seen, as nobody waits for it: whoever set it up is told of
 * mistakes, agents and search engines of what is for sale, and links that stay on the page count, and carry, as cards do.
 *
 * @returns what takes each drawing, once nothing is on its way.
 */
export function create(host: Host, parts: LaterParts): { drawn: (now: Drawn) => Promise<void> } {
  let last: Drawn | undefined;
  host.addStyles([modes]);
  // Added before the first paint, these styles would have all cards styled twice before anybody sees one.
  const isPainted = afterPaint().then(() => host.addStyles([states]));
  host.addEventListener('click', (event) =>
    parts.loaded.pageLinks?.followPageLink(event, readSettings(host), last!.actions.onCardLink),
  );
  return {
    async drawn(now) {
      // In front of the styles that would fade from one colour to the other.
      settleAccent(host.renderRoot.querySelector('.base')!);
      await isPainted;
      // What has left the page is drawn again when it is back.
      if (!host.isConnected) return;
      const { view, listing, light, news } = now;
      const { settings, problem, warnings } = view;
      const isNew = news !== last?.news;
      last = now;
      if (isNew)
        report(
          problem ? [problem, ...warnings] : warnings,
          light.isFaulty || hasOddAttributes(host) ? host : undefined,
          () => news === last!.news,
        );
      if (light.hasPageLinks) void parts.load('pageLinks', LATER_FILES.pageLinks);
      if (settings.agentTools) void parts.load('agentTools', LATER_FILES.agentTools);
      if (settings.agentTools) void parts.loaded.agentTools?.offerTools(host, listing.offers);
      if (settings.jsonLd) void parts.load('pageData', LATER_FILES.pageData);
      if (settings.jsonLd) parts.loaded.pageData?.describe(listing, settings);
    },
  };
}

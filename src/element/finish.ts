import type { SellingElement } from '../integrations/offers-on-page.ts';
import type { Actions } from './actions.ts';
import type { Properties } from './attributes/attributes.ts';
import { valueFaults } from './attributes/value-faults.ts';
import type { LightDom } from './light-dom/light-dom.ts';
import { report } from './mistakes/report.ts';
import { readSettings } from './settings.ts';
import type { PageData } from './structured-data/page-data.ts';
import { styles } from './styles/finish.ts';
import type { Listing } from './view/listing.ts';
import type { View } from './view/view.ts';

export { styles };

/** The files that some pages need when their offers are drawn. */
export const LATER_FILES = {
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

type Host = SellingElement & Properties;

/** What was drawn last. */
interface Drawn {
  view: View;
  listing: Listing;
  light: LightDom;
  actions: Actions;
  /** What the page has been told; another object whenever there is something new. */
  news: unknown;
}

/**
 * What is done for an element when its offers are drawn, as nobody waits for it: whoever set it up is told of mistakes,
 * agents and search engines of what is for sale, and links that stay on the page count, and carry, as cards do.
 */
export class Finish {
  readonly styles = styles;
  readonly #host: Host;
  readonly #parts: LaterParts;
  #drawn: Drawn | undefined;

  constructor(host: Host, parts: LaterParts) {
    this.#host = host;
    this.#parts = parts;
    host.addEventListener('click', (event) =>
      parts.loaded.pageLinks?.followPageLink(event, readSettings(host), this.#drawn!.actions.onCardLink),
    );
  }

  /** After each drawing, once nothing is on its way. */
  drawn(now: Drawn): void {
    const { view, listing, light, news } = now;
    const before = this.#drawn;
    this.#drawn = now;
    if (news !== before?.news)
      report(
        [...(view.problem ? [view.problem] : []), ...view.warnings, ...valueFaults(this.#host)],
        light.isFaulty ? this.#host : undefined,
        () => news === this.#drawn!.news,
      );
    const { agentTools, pageData } = this.#parts.loaded;
    const { settings } = view;
    if (light.hasPageLinks) void this.#parts.load('pageLinks', LATER_FILES.pageLinks);
    if (settings.agentTools) void this.#parts.load('agentTools', LATER_FILES.agentTools);
    if (settings.agentTools) void agentTools?.offerTools(this.#host, listing.offers);
    if (settings.jsonLd) void this.#parts.load('pageData', LATER_FILES.pageData);
    if (settings.jsonLd) pageData?.describe(listing, settings);
  }
}

export const create = (host: Host, parts: LaterParts): Finish => new Finish(host, parts);

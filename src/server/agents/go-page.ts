import { html as markup } from 'hono/html';
import type { ShortLink } from './short-links.ts';
import { textPage, type Markup } from './text-page.ts';

/** What a person finds behind a short link that does not open by itself. */
export type GoPage =
  | { kind: 'ready'; link: ShortLink; address: string }
  | { kind: 'over'; link: ShortLink }
  | { kind: 'mistyped' | 'unknown' | 'unreadable'; shop: string };

const STATUS = { ready: 200, over: 410, mistyped: 404, unknown: 404, unreadable: 503 };

/**
 * A page for people, which holds no signed link: whoever opens links without a person behind them, to preview
 * or to scan them, gets this page and nothing else.
 *
 * @param shop origin of the shop, the only one that its form may lead to.
 */
export const goPage = (page: GoPage, shop: string): Promise<Response> =>
  textPage(contentOf(page), STATUS[page.kind], shop);

function contentOf(page: GoPage): Markup {
  switch (page.kind) {
    case 'ready':
      return markup`<h1>${page.link.names}</h1>
        <p>Your checkout is open until ${instant(page.link.expiresAt)}. You pay there, not here.</p>
        <form method="post" action="${page.address}"><button>Go to the checkout</button></form>`;
    case 'over':
      return markup`<h1>${page.link.names}</h1>
        <p>This link has expired. You can begin a new checkout.</p>
        <p><a class="button" href="${page.link.fallback}">Start a new checkout</a></p>`;
    case 'mistyped':
      return markup`<h1>This link is not complete</h1>
        <p>Part of it was lost or mistyped. Open it from the message it came in, or <a href="${page.shop}">go to the shop</a>.</p>`;
    case 'unknown':
      return markup`<h1>This link does not work any more</h1>
        <p>Ask whoever sent it for a new one, or <a href="${page.shop}">go to the shop</a>.</p>`;
    case 'unreadable':
      return markup`<h1>This link cannot be opened just now</h1>
        <p>Try it again in a minute, or <a href="${page.shop}">go to the shop</a>.</p>`;
  }
}

/** A moment as people read it, whatever the server's own time zone: `26 November 2026 at 14:05 UTC`. */
const instant = (at: number): string =>
  `${new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;

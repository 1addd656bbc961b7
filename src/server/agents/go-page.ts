import { html as markup } from 'hono/html';
import type { ShortLink } from './short-links.ts';
import { textPage, type Markup } from './text-page.ts';

/** What a person finds behind a short link that does not open by itself. */
export type GoPage =
  | { kind: 'ready'; link: ShortLink; address: string }
  | { kind: 'over'; link: ShortLink }
  | { kind: 'mistyped' | 'unknown'; shop: string };

const STATUS = { ready: 200, over: 410, mistyped: 404, unknown: 404 };

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
        <p>Your checkout is open until ${day(page.link.expiresAt)}. You pay there, not here.</p>
        <form method="post" action="${page.address}"><button>Go to the checkout</button></form>`;
    case 'over':
      return markup`<h1>${page.link.names}</h1>
        <p>This checkout is over. You can begin a new one.</p>
        <p><a href="${page.link.fallback}">Go to the checkout</a></p>`;
    case 'mistyped':
      return markup`<h1>This link has a slip in it</h1>
        <p>Open it from the message it came in, or <a href="${page.shop}">go to the shop</a>.</p>`;
    case 'unknown':
      return markup`<h1>This link is not known</h1>
        <p>Ask for a new one, or <a href="${page.shop}">go to the shop</a>.</p>`;
  }
}

const day = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

import { html as markup } from 'hono/html';
import type { ShortLink } from './short-links.ts';

/** What a person finds behind a short link that does not open by itself. */
export type GoPage =
  | { kind: 'ready'; link: ShortLink; address: string }
  | { kind: 'over'; link: ShortLink }
  | { kind: 'mistyped' | 'unknown'; shop: string };

const STATUS = { ready: 200, over: 410, mistyped: 404, unknown: 404 };

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}
button,a{font:inherit}button{padding:.7em 1.4em}`;

/**
 * A page for people, which holds no signed link: whoever opens links without a person behind them, to preview
 * or to scan them, gets this page and nothing else.
 *
 * @param shop origin of the shop, the only one that its form may lead to.
 */
export async function goPage(page: GoPage, shop: string): Promise<Response> {
  const nonce = crypto.randomUUID();
  const body = await markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>Checkout</title>
        <style nonce="${nonce}">
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${contentOf(page)}</main>
      </body>
    </html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    // A browser asks this of what a form is sent on to, too.
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self' ${shop}; base-uri 'none'; frame-ancestors 'none'`,
  };
  return new Response(String(body), { status: STATUS[page.kind], headers });
}

function contentOf(page: GoPage) {
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

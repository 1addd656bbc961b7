import { html as markup } from 'hono/html';

/** A part of a page, its texts escaped. */
export type Markup = ReturnType<typeof markup>;

/** In the scheme of the reader's system, with what can be pressed 44 px high and a ring where the focus is. */
const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:clamp(2rem,12vh,6rem) auto;padding:0 1.5rem;background:light-dark(#fff,#17181c);color:light-dark(#1b1d23,#f0f1f5);overflow-wrap:break-word}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.3;text-wrap:balance}p{margin:0 0 1rem}
a{color:inherit;text-underline-offset:3px}
button,.button{display:inline-block;box-sizing:border-box;min-height:44px;padding:9px 24px;border:1px solid;border-radius:8px;background:light-dark(#1b1d23,#f0f1f5);color:light-dark(#fff,#17181c);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
:focus-visible{outline:2px solid light-dark(#1b1d23,#f0f1f5);outline-offset:2px}`;

/**
 * A page for people behind an address that led nowhere by itself. It runs nothing and asks for nothing.
 *
 * @param content what it says, as markup.
 * @param shop origin of the shop, the only one beside its own that its form may lead to.
 */
export async function textPage(content: Markup, status: number, shop: string): Promise<Response> {
  const nonce = crypto.randomUUID();
  const body = await markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Checkout</title>
        <style nonce="${nonce}">
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${content}</main>
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
  return new Response(String(body), { status, headers });
}

import { html as markup } from 'hono/html';

/** A part of a page, its texts escaped. */
export type Markup = ReturnType<typeof markup>;

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}
button,a{font:inherit}button{padding:.7em 1.4em}`;

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
        <meta name="viewport" content="width=device-width" />
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

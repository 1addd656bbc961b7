/**
 * The hashes of the styles in some HTML, for a policy that allows no other: `style-src 'sha256-…'`.
 *
 * @see https://www.w3.org/TR/CSP3/#match-element-to-source-list
 *
 * @example
 * await styleHashes(renderOffers(offers, { shop: 'https://shop.example.com' })); // ["'sha256-…'"]
 */
export function styleHashes(html: string): Promise<string[]> {
  const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = '']) => style);
  return Promise.all([...new Set(styles)].map(hashOf));
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

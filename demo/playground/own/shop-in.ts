/** An address in a text, or a host by itself, such as `shop.example.com/checkout?…`. */
const ADDRESS = /\bhttps?:\/\/[^\s"'<>()]+|(?<![\w@/.-])(?:[a-z\d-]+\.)+[a-z]{2,}(?![\w.-]*@)/i;

/**
 * Finds the address of a shop in whatever somebody pastes: a checkout's address, a link, a sentence.
 *
 * @returns its origin, always with https; `undefined` where there is none.
 *
 * @example
 * shopIn('shop.example.com/checkout?purchase=%2Foffers2%2FPro'); // 'https://shop.example.com'
 */
export function shopIn(text: string): string | undefined {
  const [found] = ADDRESS.exec(text) ?? [];
  if (!found) return undefined;
  try {
    const { protocol, hostname, host, port } = new URL(/^https?:/i.test(found) ? found : `https://${found}`);
    if (hostname === 'localhost' || hostname.endsWith('.localhost')) return `${protocol}//${host}`;
    return hostname.includes('.')
      ? `https://${hostname}${protocol === 'https:' && port ? `:${port}` : ''}`
      : undefined;
  } catch {
    return undefined;
  }
}

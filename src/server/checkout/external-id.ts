/**
 * The `external_id` of an attempt: the same for a repeated attempt, nothing a browser can choose, and in the shape of
 * a UUID (version 8), as partner operations take no longer ids. See assumption basket-id.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.8
 *
 * @example
 * await externalIdOf('attempt-1'); // '3dafcfaa-6218-8432-a6ff-42263fe100ba'
 */
export async function externalIdOf(attemptId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attemptId));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

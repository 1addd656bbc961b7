/** Names one attempt: 128 random bits. `crypto.randomUUID` is missing on pages without https. */
export const newAttemptId = (): string =>
  // Old libraries replace `Array.from` by one that maps nothing.
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

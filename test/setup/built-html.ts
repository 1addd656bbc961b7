/** `limio-offers/html` as it was built. */
export const builtHtml = async (): Promise<typeof import('../../src/html.ts')> => {
  const entry = 'limio-offers/html';
  return (await import(entry)) as typeof import('../../src/html.ts');
};

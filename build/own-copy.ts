import type { Plugin } from 'vite';

/** Small and pure, and used by several parts that are loaded on their own. */
const SMALL =
  /\/(decimal|read-offer|price-line|struck-price|former-amount|with-timeout|attempt-id|read-answer|read-capped|details|customer-rules|report|challenge-event|mended-link|mended-address|unfilled|offer\/placeholders|currency-symbol|list-in)\.ts$/;

/** The files of each part that has its own copy. */
const PARTS: Readonly<Record<string, RegExp>> = {
  comparison: /\/element\/comparison\/\w[\w-]*\.ts$/,
  controls: /\/element\/controls\/copy\.ts$/,
  extras: /\/element\/templates\/extras\.ts$/,
  form: /\/element\/assisted-checkout\/(details-)?form\.ts$/,
  links: /\/light-dom\/links-without-tag\.ts$/,
  plan: /\/(controllers\/plan-[\w-]+|element\/plan\/(limio-plan|plan-recaptcha))\.ts$/,
  pricing: /\/(element\/pricing\/\w[\w-]*|core\/price\/savings)\.ts$/,
  written: /\/(core\/price\/written-price|catalog\/(written-offer|filled-catalog|printed-json))\.ts$/,
};

/** The part that a file belongs to; what such a copy imports belongs to the same one. */
const partOf = (file: string): string | undefined =>
  /\?own=(\w+)$/.exec(file)?.[1] ?? Object.keys(PARTS).find((part) => PARTS[part]!.test(file));

/**
 * Gives a part that is loaded on its own a copy of what is small, where others use it as well.
 *
 * What two parts share would be a third file, which a browser asks for only when it has read a part: one more round
 * trip before the cards, for some hundred bytes.
 *
 * @param output name of the environment.
 */
export const ownCopy = (output: string): Plugin => ({
  name: 'own-copy',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === output,
  async resolveId(source, importer, options) {
    const part = SMALL.test(source) && importer && partOf(importer);
    if (!part) return undefined;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && { ...found, id: `${found.id}?own=${part}` };
  },
});

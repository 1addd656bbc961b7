import { styleRule, type Style } from '../looks.ts';

/** The rule in a `<style>`, for HTML that may bring one with it; `''` where nothing is set. */
export const styleElement = (style: Style): string => {
  const rule = styleRule(style);
  return rule && `<style>\n${rule}</style>\n`;
};

import { ATTRIBUTES, type Properties } from './attributes.ts';

/**
 * Whether an element is worth a closer look, for what is wrong with its attributes: a value was read as another, or a
 * name may be one of ours with a slip in it. Those of others are short, have hyphens, or are known to browsers.
 */
export const hasOddAttributes = (host: Element & Properties): boolean =>
  (Object.keys(ATTRIBUTES) as Array<keyof Properties>).some(
    (name) => host[name] && ATTRIBUTES[name].read(host[name]) !== host[name],
  ) ||
  host.getAttributeNames().some((name) => /^(?!class$|checkout$)[a-z_]{5,}$/.test(name) && !(name in host));

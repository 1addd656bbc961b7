/** A value that begins with a quote or a mark, or is nothing; a name that is empty, an address, or attributes. */
const SIGN =
  /"\s*([“-‟«»″{*]|\[\[|[#$<%][{%]|(undefined|null|NaN|None)\s*"|name":"("|data-|[^"]* "|[^" ]+\.[a-z]+\/))|\[object/;

/** Whether JSON of offers looks as if editors had damaged it, or a template had nothing to fill in; what is loaded then looks closer. */
export const mayBeDamaged = (offers: unknown): boolean => SIGN.test(JSON.stringify(offers));

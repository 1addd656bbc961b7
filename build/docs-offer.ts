import { readFileSync } from 'node:fs';
import { PLAIN_OFFER, PLAIN_PRICE } from '../src/core/offer/plain-offer.ts';
import { kebab } from '../src/element/attributes/name-faults.ts';
import { code, table } from './markdown.ts';

const FILE = 'src/core/offer/offer.ts';

/** What a link says by itself or not at all: a price is said field by field. */
const OF_THE_LINK = new Set(['href', 'id', 'page', 'price', 'version']);

/** How the fields of each interface are written in a list, and what a link of the page says of them. */
const TOLD = {
  Offer: { before: '', said: Object.keys(PLAIN_OFFER).filter((name) => !OF_THE_LINK.has(name)) },
  Price: { before: 'price.', said: Object.keys(PLAIN_PRICE) },
  Feature: { before: 'features[].', said: [] },
  Quantity: { before: 'quantity.', said: [] },
} as const;

/** The fields of an offer, and how a link of the page says each, from the types and their comments. */
export function offerParts(): Record<string, string> {
  const source = readFileSync(FILE, 'utf8');
  const rows = Object.entries(TOLD).flatMap(([name, { before, said }]) =>
    fieldsOf(source, name).map(([field, meaning]) => [
      code(before + field),
      (said as readonly string[]).includes(field) ? code(attributeOf(field)) : '',
      meaning,
    ]),
  );
  return { 'offer fields': table(['field', 'on a link', 'meaning'], rows) };
}

/** Each field of an interface with its comment, in the order of the source. */
function fieldsOf(source: string, name: string): Array<[field: string, meaning: string]> {
  const body = new RegExp(`^export interface ${name} \\{\\n([^]*?)^\\}`, 'm').exec(source)![1]!;
  const fields = body.matchAll(/^(?: {2}\/\*\*([^]*?)\*\/\n)? {2}(\w+)\??:/gm);
  return Array.from(fields, ([, comment = '', field = '']) => {
    if (!comment) throw new Error(`${name}.${field} has no comment.`);
    return [field, comment.replace(/\s+(\* )?/g, ' ').trim()];
  });
}

/** A link says the amount as the price. */
const attributeOf = (field: string): string => `data-${field === 'amount' ? 'price' : kebab(field)}`;

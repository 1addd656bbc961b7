import { LimioError } from '../../core/errors/limio-error.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import { PLAIN_OFFER, PLAIN_PRICE } from '../../core/offer/plain-offer.ts';
import { attributeOf, type Attribute } from './attribute.ts';
import { ATTRIBUTES } from './attributes.ts';

const ROWS = Object.entries<Attribute>(ATTRIBUTES);

const NAMES = ROWS.flatMap(([name, row]) => attributeOf(name, row) ?? []);

/** What a script sets, and no markup can. */
const PROPERTIES = ROWS.filter(([, { attribute }]) => attribute === false).map(([name]) => name);

/** A name of a property as an attribute has it: `first-name`. */
export const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a link says in `data-…`: of a price, its amount is called the price. */
const SAID = ['path', ...Object.keys(PLAIN_OFFER), ...Object.keys(PLAIN_PRICE)]
  .map(kebab)
  .filter((name) => name !== 'amount');

/** What people call it who have not looked it up. */
const CALLED: Readonly<Record<string, string>> = {
  checkoutmode: 'checkout',
  coupon: 'promo-code',
  couponcode: 'promo-code',
  discountcode: 'promo-code',
  promo: 'promo-code',
  voucher: 'promo-code',
  color: 'accent',
  colour: 'accent',
  language: 'locale',
  store: 'shop',
};
const SAID_AS: Readonly<Record<string, string>> = {
  amount: 'price',
  priceamount: 'price',
  period: 'interval',
  billingperiod: 'interval',
  formerprice: 'was',
  oldprice: 'was',
  wasprice: 'was',
  pricewas: 'was',
};

/** What any element may say, and what frameworks say. https://html.spec.whatwg.org/multipage/dom.html#global-attributes */
const ANYBODYS =
  /^((data-)?(id|class|style|title|lang|dir|slot|part|role|hidden|inert|is|key|ref|nonce|name|popover)|(aria|item|v|x|ng|hx|up)-.*|on.*|item.*)$/;

/** Shortest name that may be ours with another letter in it, where others have names of their own. */
const LEAST = 6;

const bare = (name: string) => name.replace(/[-_]/g, '');

const sameBut = (name: string, names: readonly string[]): string | undefined =>
  names.find((each) => bare(each) === bare(name));

/** Pages and their scripts have many `data-…` of their own: what one of ours was meant by has to be close to it. */
function meantByData(name: string, names: readonly string[]): string | undefined {
  const near = name.length < LEAST ? undefined : nearestWord(name, names, 1);
  return sameBut(name, names) ?? (name === `${near}s` || name === 'featured' ? undefined : near);
}

const meantByPlain = (name: string): string | undefined =>
  sameBut(name, NAMES) ?? CALLED[bare(name)] ?? nearestWord(name, NAMES, name.length < 4 ? 1 : undefined);

const LONG_SAID = SAID.filter((name) => name.length >= LEAST);

/** What is wrong with the attributes of a tag of ours, by their names: those that look like ours, and are none. */
export const tagNameFaults = (attributes: readonly string[]): LimioError[] =>
  attributes.flatMap((written) => {
    const name = written.replace(/^data-/, '');
    if (NAMES.includes(name) || ANYBODYS.test(written) || /[^a-z_-]/.test(name)) return [];
    if (PROPERTIES.includes(name))
      return [fault(`"${written}" is no attribute: a script sets it, as a property.`)];
    const isPlain = name === written;
    const said = isPlain && sameBut(name, SAID);
    const meant = isPlain ? meantByPlain(name) : meantByData(name, NAMES);
    if (!said && meant) return attributes.includes(meant) ? [] : [misspelt(written, meant)];
    const like = said || (isPlain && nearestWord(name, LONG_SAID));
    return like ? [fault(`"${written}" says nothing on the tag. On a link, "data-${like}" does.`)] : [];
  });

/** What is wrong with the attributes of a purchase link, or of what stands around it. */
export const linkNameFaults = (attributes: readonly string[]): LimioError[] =>
  attributes.flatMap((written) => {
    const [, data, name = ''] =
      /^(data-)?(?:price-(?=currency|interval)|limio-)?([a-z_-]+)$/.exec(written) ?? [];
    if (!name || (data && written === `data-${name}` && SAID.includes(name))) return [];
    if (!data && OF_LINKS.test(name)) return [];
    const called =
      attributes.includes('data-price') || bare(name).endsWith('amount') ? SAID_AS[bare(name)] : undefined;
    const meant = called ?? (data ? meantByData(name, SAID) : sameBut(name, SAID));
    return meant && !attributes.includes(`data-${meant}`) ? [misspelt(written, `data-${meant}`)] : [];
  });

/** What HTML itself knows on a link or around one, though it is called as something of ours. */
const OF_LINKS = /^(id|href|name|from|until|version|image|page|amount|period)$/;

const fault = (message: string) => new LimioError('attribute_invalid', message);

const misspelt = (written: string, meant: string) =>
  fault(`There is no attribute "${written}". Did you mean "${meant}"?`);

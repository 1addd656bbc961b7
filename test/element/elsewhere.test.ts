import { expect, test } from 'vitest';
import { findAll, href, hrefs, listen, offer, show, stay, tag } from './fixtures.ts';

// prettier-ignore
const addresses: Array<[what: string, written: string, leads: string]> = [
  ['another checkout',        'https://other.example.com/buy?a=1', 'https://other.example.com/buy?a=1'],
  ['a page of the same site', '/contact',                          new URL('/contact', location.href).href],
  ['a mail',                  'mailto:sales@example.com',          'mailto:sales@example.com'],
  ['a telephone',             'tel:+4930123456',                   'tel:+4930123456'],
];
test.for(addresses)(
  'an offer that leads to %s is a card of equal rank, and nothing is added',
  async ([, written, leads]) => {
    const offers = [offer('Pro'), offer('Talk', { href: written })];
    const el = await show(tag('promo-code="SAVE20"'), { offers });
    expect(hrefs(el)).toEqual([href('Pro', '&pc=SAVE20'), leads]);
  },
);

// prettier-ignore
const refused = ['javascript:alert(1)', 'data:text/html,hello', 'https://a:b@evil.example', 'http://other.example.com/', '{{ address }}'];
test.for(refused)('an offer that leads to %s is left out, and gets no purchase link', async (written) => {
  const el = await show(tag(), { offers: [offer('Pro'), offer('Talk', { href: written })] });
  expect(hrefs(el)).toEqual([href('Pro')]);
  expect(() => el.purchaseLink(['/offers2/Talk'])).toThrow(
    expect.objectContaining({ code: 'offer_invalid' }),
  );
});

test('a click on it tells of the choice and of no checkout', async () => {
  const el = await show(tag(), { offers: [offer('Talk', { href: 'https://other.example.com/' })] });
  const [heard] = [listen(el), stay()];
  findAll(el, '[part~=cta]')[0]!.click();
  expect(heard.map(({ type }) => type)).toEqual(['limio-select']);
});

test('it keeps its link where several are chosen before one checkout', async () => {
  const offers = [offer('Pro'), offer('Talk', { href: 'https://other.example.com/' })];
  const el = await show(tag('select="many"'), { offers });
  await expect.poll(() => findAll(el, 'input[type=checkbox]').length).toBe(1);
  expect(hrefs(el)).toEqual(['https://other.example.com/']);
});

import { expect, test } from 'vitest';
import { namedItems } from '../../src/agent/named-items.ts';
import type { Offer } from '../../src/core/offer/offer.ts';

const offers: Offer[] = [
  { path: '/offers2/Pro', name: 'Pro' },
  { path: '/offers2/Pro Team (Annual)', name: 'Pro Team' },
  { path: '/yearly/Basic', name: 'Basic' },
  { path: '/monthly/Basic', name: 'Basic' },
  { path: '/offers2/Größe, L', name: 'Größe, L' },
  { path: '/offers2/Over', name: 'Over' },
];
const [pro, team, yearly, monthly, size] = offers as [Offer, Offer, Offer, Offer, Offer];

const read = (items: string) => namedItems(items, offers, ({ name }) => name !== 'Over');

/** As links of the Universal Commerce Protocol write what is no plain word. */
const token = (text: string) => `~${Buffer.from(text).toString('base64url')}`;

// prettier-ignore
const named: Array<[behaviour: string, items: string, offers: Offer[]]> = [
  ['a name',                           'Pro',                                    [pro]],
  ['in small letters',                 'pro',                                    [pro]],
  ['with hyphens for spaces',          'pro-team',                               [team]],
  ['with plus signs for spaces',       'pro+team',                               [team]],
  ['the last part of a path',          'pro team annual',                        [team]],
  ['a path with escapes',              '%2Foffers2%2FPro',                       [pro]],
  ['several',                          'pro-team,pro',                           [team, pro]],
  ['the same twice, once',             'pro,Pro,pro:2',                          [pro]],
  ['with a number of them',            'pro:1,pro-team:25',                      [pro, team]],
  ['by tokens of UCP',                 `${token(pro.path)}:1,${token(size.path)}:3`, [pro, size]],
  ['two of one name by their paths',   `${token(yearly.path)},${token(monthly.path)}`, [yearly, monthly]],
  ['with stray commas and spaces',     ' , pro ,,',                              [pro]],
];
test.for(named)('reads %s', ([, items, expected]) => {
  expect(read(items)).toEqual({ offers: expected });
});

// prettier-ignore
const unclear: Array<[behaviour: string, items: string, item: string, isKnown: boolean, meant: Offer[]]> = [
  ['a name that two offers have',      'basic',                     'basic',   true,  [yearly, monthly]],
  ['a slip, with what is like it',     'pro,prow',                  'prow',    false, [pro]],
  ['what is not on sale',              'over',                      'over',    false, [pro, team, yearly, monthly, size]],
  ['a path of what is not on sale',    token('/offers2/Over'),      '/offers2/Over', false, [pro, team, yearly, monthly, size]],
  ['nothing',                          ',',                         '',        false, [pro, team, yearly, monthly, size]],
  ['a token that is none',             '~%%%',                      '',        false, [pro, team, yearly, monthly, size]],
  ['a token that is no text',          '~gICA',                     '',        false, [pro, team, yearly, monthly, size]],
  ['a token with control characters',  token('/offers2/\u0000Pro'), '',        false, [pro, team, yearly, monthly, size]],
  ['more than ten',                    'abcdefghijk'.split('').join(), '',     false, [pro, team, yearly, monthly, size]],
];
test.for(unclear)('asks back for %s', ([, items, item, isKnown, meant]) => {
  expect(read(items)).toEqual({ item, isKnown, meant });
});

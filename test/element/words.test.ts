import { describe, expect, onTestFinished, test } from 'vitest';
import { messages as ar } from '../../src/locales/ar.ts';
import { messages as de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { allMessagesFor } from '../../src/locales/all.ts';
import { LANGUAGES } from '../../src/locales/languages.ts';
import { messages as es } from '../../src/locales/es.ts';
import { messages as fr } from '../../src/locales/fr.ts';
import { messages as ja } from '../../src/locales/ja.ts';
import { messages as nl } from '../../src/locales/nl.ts';
import { messages as pt } from '../../src/locales/pt.ts';
import { fill } from '../../src/core/fill.ts';
import { drawn, find, offer, place, show, tag, texts } from './fixtures.ts';

const english = allMessagesFor('en');
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const offers = [offer('A')];

describe('the words', () => {
  test.for(Object.entries(LANGUAGES))('of %s are all there, with the same gaps to fill', async ([, load]) => {
    const { messages } = await load();
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    for (const [key, word] of Object.entries(english)) {
      const translated = messages[key as keyof typeof english];
      expect(translated.trim(), key).toBe(translated);
      expect(translated, key).not.toBe('');
      expect(placeholders(translated), key).toEqual(placeholders(word));
    }
  });

  test('of each file of a language can be had', () => {
    const files = Object.keys(import.meta.glob('../../src/locales/??.ts'));
    const named = files.map((file) => file.slice(-5, -3)).filter((language) => language !== 'en');
    expect(named.sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  /** Without marks of direction, and in one kind of digits: browsers differ in those of Arabic. */
  const plain = (text: string) =>
    text
      .replace(/[\u200e\u200f\u061c]/g, '')
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

  // prettier-ignore
  const languages: Array<[lang: string, cta: string, price: string]> = [
    ['en', 'Subscribe A', '€29 per month'],
    ['de', `${de.cta} A`, `29 € ${de.month}`],
    ['fr', `${fr.cta} A`, `29 € ${fr.month}`],
    ['es', `${es.cta} A`, `29 € ${es.month}`],
    ['nl', `${nl.cta} A`, `€ 29 ${nl.month}`],
    ['pt', `${pt.cta} A`, `€ 29 ${pt.month}`],
    ['ja', `${ja.cta} A`, `€29 ${ja.month}`],
    ['ar', `${ar.cta} A`, `29 € ${ar.month}`],
  ];
  test.for(languages)('are those of the nearest lang: %s', async ([lang, cta, price]) => {
    const el = await show(`<div lang="${lang}">${tag()}</div>`, { offers });
    expect(texts(el, 'cta')).toEqual([cta]);
    expect(texts(el, 'price').map(plain)).toEqual([price]);
  });

  // prettier-ignore
  const nearest: Array<[behaviour: string, page: string, attributes: string, cta: string]> = [
    ['its own lang wins over that around it',  'fr', 'lang="de"',               de.cta],
    ['locale wins over lang',                  'fr', 'lang="de" locale="nl"',   nl.cta],
    ['a region is read as its language',       'fr', 'locale="pt_BR"',          pt.cta],
    ['a locale that is none is passed over',   'fr', 'locale="c"',              fr.cta],
    ['a language we have no words of: English', 'sv', '',                       en.cta],
    ['a language that starts like another: English', 'fil', '',                 en.cta],
    ['an empty lang: English',                 '',   '',                        en.cta],
  ];
  test.for(nearest)('of one element are its own: %s', async ([, page, attributes, cta]) => {
    const el = await show(`<div lang="${page}">${tag(attributes)}</div>`, { offers });
    expect(texts(el, 'cta')).toEqual([`${cta} A`]);
  });

  test('of two languages go side by side', async () => {
    const holder = place(`<div></div>${tag('lang="de"')}${tag('lang="ja"')}`).parentElement!;
    const both = [...holder.querySelectorAll('limio-offers')];
    for (const el of both) el.offers = offers;
    await Promise.all(both.map(drawn));
    expect(both.flatMap((el) => texts(el, 'cta'))).toEqual([`${de.cta} A`, `${ja.cta} A`]);
  });

  // prettier-ignore
  const holders: Array<[holder: string, find: (el: Element) => HTMLElement]> = [
    ['page',                    () => document.documentElement],
    ['body',                    () => document.body],
    ['section of the page',     (el) => el.parentElement!],
  ];
  test.for(holders)('follow when the %s changes its language', async ([, find]) => {
    const el = place(tag(), { offers });
    const holder = find(el);
    const before = holder.lang;
    onTestFinished(() => {
      holder.lang = before;
    });
    holder.lang = 'de';
    await drawn(el);
    expect(texts(el, 'cta')).toEqual([`${de.cta} A`]);
    holder.lang = 'fr';
    await expect.poll(() => texts(el, 'cta')).toEqual([`${fr.cta} A`]);
  });

  test('are found through the shadow roots around the element', async () => {
    const host = document.createElement('div');
    host.lang = 'de';
    const el = document.createElement('limio-offers');
    Object.assign(el, { shop: 'shop.example.com', offers });
    host.attachShadow({ mode: 'open' }).append(el);
    place(tag()).parentElement!.append(host);
    await drawn(el);
    expect(texts(el, 'cta')).toEqual([`${de.cta} A`]);
  });

  test('of prices go with the language: an unknown one keeps its numbers', async () => {
    const el = await show(tag('locale="sv"'), { offers });
    expect(texts(el, 'amount')).toEqual(['29 €']);
  });

  test('with a locale of their own carry its language and direction', async () => {
    const el = await show(`<div lang="en">${tag('locale="ar-EG"')}</div>`, { offers });
    const base = find(el, '[part=base]');
    expect([base.lang, base.dir]).toEqual(['ar-EG', 'rtl']);
  });

  test('without one leave both to the page', async () => {
    const el = await show(`<div lang="ar" dir="rtl">${tag()}</div>`, { offers });
    const base = find(el, '[part=base]');
    expect([base.hasAttribute('lang'), base.hasAttribute('dir')]).toEqual([false, false]);
    expect(getComputedStyle(base).direction).toBe('rtl');
  });
});

describe('words of the integrator', () => {
  // prettier-ignore
  const overrides: Array<[behaviour: string, words: unknown, cta: string]> = [
    ['can be set as a property',        { cta: 'Join' },              'Join A'],
    ['can be JSON',                     '{"cta":"Join"}',             'Join A'],
    ['may leave out a gap',             { month: 'monthly' },         'Subscribe A'],
    ['are ours where theirs is none',   { cta: null, month: 7 },      'Subscribe A'],
    ['are ours where JSON is no object', '["x"]',                     'Subscribe A'],
    ['are ours where JSON is null',     'null',                       'Subscribe A'],
  ];
  test.for(overrides)('%s', async ([, words, cta]) => {
    const el = await show(tag('lang="en"'), { offers, words });
    expect(texts(el, 'cta')).toEqual([cta]);
  });

  test('win over those of the language', async () => {
    const el = await show(tag('lang="de"'), { offers, words: { month: 'im Monat, jederzeit kündbar' } });
    expect(texts(el, 'interval')).toEqual(['im Monat, jederzeit kündbar']);
  });

  test('leave the word of an offer alone', async () => {
    const el = await show(tag(), { offers: [offer('A', { cta: 'Own' })], words: { cta: 'Join' } });
    expect(texts(el, 'cta')).toEqual(['Own A']);
  });
});

test('fill puts values where they belong, and nothing where there is none', () => {
  expect(fill('{count} of {count}, {other}.', { count: 3 })).toBe('3 of 3, .');
  expect(fill('no gap', { count: 3 })).toBe('no gap');
  expect(fill('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
});

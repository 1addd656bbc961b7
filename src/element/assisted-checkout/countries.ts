/** Every code of ISO 3166-1, one after the other. https://www.iso.org/iso-3166-country-codes.html */
const CODES =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCY' +
  'CZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISIT' +
  'JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNI' +
  'NLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTK' +
  'TLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

/** A country, as a list of the form has it. */
export interface Country {
  code: string;
  name: string;
}

/** All countries by their names in a language, in its order; by their codes where a browser has no names. */
export function countriesIn(locale: string): Country[] {
  const names = namesIn(locale);
  const list = CODES.match(/../g)!.map((code) => ({ code, name: names?.of(code) ?? code }));
  return list.sort((a, b) => a.name.localeCompare(b.name, locale));
}

function namesIn(locale: string): Intl.DisplayNames | undefined {
  try {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    // Those of a page may have no data, and throw only now.
    names.of('GB');
    return names;
  } catch {
    return undefined;
  }
}

/** The named characters that turn up in offer texts; accented letters are composed, see below. */
const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    shy: '\u00ad',
    copy: '©',
    reg: '®',
    trade: '™',
    cent: '¢',
    pound: '£',
    yen: '¥',
    euro: '€',
    dollar: '$',
    percnt: '%',
    num: '#',
    plus: '+',
    ndash: '–',
    mdash: '—',
    minus: '−',
    times: '×',
    divide: '÷',
    plusmn: '±',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    sup1: '¹',
    sup2: '²',
    deg: '°',
    hellip: '…',
    middot: '·',
    bull: '•',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    larr: '←',
    rarr: '→',
    check: '✓',
    sect: '§',
    para: '¶',
    dagger: '†',
    iexcl: '¡',
    iquest: '¿',
    ordf: 'ª',
    ordm: 'º',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    oslash: 'ø',
    Oslash: 'Ø',
  }),
);

/** Combining marks by the ending of a name: `eacute` is e and U+0301. */
const MARKS = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    ring: '\u030a',
    caron: '\u030c',
    cedil: '\u0327',
  }),
);

/** What browsers read numbers 128 to 159 as: windows-1252. https://html.spec.whatwg.org/#numeric-character-reference-end-state */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Replaces character references, once: `&amp;lt;` becomes `&lt;`, not `<`.
 *
 * Knows numbers and the names that turn up in offer texts; what it does not know stays as it is.
 *
 * @example
 * decodeEntities('&euro;29&nbsp;&mdash; caf&eacute; R&D'); // '€29\u00a0— café R&D'
 */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]\w*));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) =>
      name ? (named(name) ?? whole) : character(hex ? parseInt(hex, 16) : Number(decimal)),
  );

function named(name: string): string | undefined {
  const mark = MARKS.get(name.slice(1));
  return NAMED.get(name) ?? (mark && (name[0] + mark).normalize());
}

function character(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? (WINDOWS_1252[code - 128] ?? String.fromCodePoint(code)) : '\ufffd';
}

/** How a currency is written beside its code: in capitals, without dots and blanks. */
// prettier-ignore
const WRITTEN = Object.entries({
  EUR: '€ EURO EUROS', GBP: '£ POUNDS', CHF: 'FR SFR',
  USD: '$ US$ DOLLARS USDOLLARS', CAD: '$ C$ CA$ DOLLARS', AUD: '$ A$ AU$ DOLLARS', NZD: '$ NZ$ DOLLARS', HKD: '$ HK$ DOLLARS', SGD: '$ S$ DOLLARS', TWD: '$ NT$ DOLLARS 元',
  MXN: '$ MX$', CLP: '$', COP: '$', ARS: '$', BRL: 'R$', DOP: 'RD$', CRC: '₡', GTQ: 'Q', PEN: 'S/',
  JPY: '¥ JP¥ 円 YEN', CNY: '¥ CN¥ 元 RMB 人民币', KRW: '₩ 원 WON', THB: '฿ บาท', MYR: 'RM', IDR: 'RP', VND: '₫ Đ', PHP: '₱',
  INR: '₹ RS ₨', PKR: 'RS ₨', LKR: 'RS ₨ රු', NPR: 'RS ₨', MUR: 'RS ₨', BDT: '৳',
  SEK: 'KR', NOK: 'KR', DKK: 'KR', ISK: 'KR', PLN: 'ZŁ ZL', CZK: 'KČ', HUF: 'FT', RON: 'LEI', MDL: 'LEI', BGN: 'ЛВ',
  TRY: 'TL ₺', RUB: '₽ РУБ', UAH: '₴ ГРН', KZT: '₸', GEL: '₾', AMD: '֏', AZN: '₼', ILS: '₪ NIS ש"ח',
  SAR: 'رس ريال SR', QAR: 'رق ريال QR', OMR: 'رع ريال', YER: 'ريال', IRR: 'ريال', AED: 'دإ درهم DH DHS', MAD: 'دم درهم DH',
  EGP: 'جم جنيه', SDG: 'جنيه', KWD: 'دك دينار KD', BHD: 'دب دينار', JOD: 'دينار', IQD: 'دينار', DZD: 'دينار', TND: 'دت دينار', LYD: 'دينار',
  XOF: 'FCFA CFA', XAF: 'FCFA CFA', NGN: '₦', KES: 'KSH', ZAR: 'R',
}).map(([code, signs]) => ({ code, signs: signs.split(' ') }));

/** Codes of currencies; where a browser does not list them, any three letters are one. */
const CODES = new Set(Intl.supportedValuesOf?.('currency'));

/**
 * The codes that a sign, a name or a code of a currency may stand for, also a sign behind its code or country: `AUD $`,
 * `$ US`. None for what is no currency, such as `per`.
 */
export function currenciesOf(written: string): string[] {
  const sign = written
    .toUpperCase()
    .replace(/[.\s]/g, '')
    .replace(/^\$([A-Z]{2})$/, '$1$$');
  const named = WRITTEN.filter(({ signs }) => signs.includes(sign));
  if (named[0]) return named.map(({ code }) => code);
  const [, code = '', rest] = /^([A-Z]{3})(\P{L}*)$/u.exec(sign) ?? [];
  const isCode = CODES.size ? CODES.has(code) : code;
  return isCode && (!rest || currenciesOf(rest).includes(code)) ? [code] : [];
}

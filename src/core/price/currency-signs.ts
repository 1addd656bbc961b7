/** Signs and names of currencies, in capitals, and the codes they may stand for. */
// prettier-ignore
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR', EURO: 'EUR', EUROS: 'EUR',
  '£': 'GBP',
  'US$': 'USD', $US: 'USD', 'A$': 'AUD', 'AU$': 'AUD', 'C$': 'CAD', 'CA$': 'CAD', 'NZ$': 'NZD', 'HK$': 'HKD', 'S$': 'SGD', 'NT$': 'TWD', 'MX$': 'MXN', 'R$': 'BRL',
  $: 'USD CAD AUD NZD SGD HKD MXN TWD CLP COP ARS',
  '¥': 'JPY CNY', 円: 'JPY', 元: 'CNY', '₩': 'KRW', '₹': 'INR', RS: 'INR PKR LKR NPR MUR', 'RS.': 'INR PKR LKR NPR MUR', RMB: 'CNY',
  'FR.': 'CHF', 'SFR.': 'CHF', KR: 'SEK NOK DKK ISK', 'KR.': 'SEK NOK DKK ISK', ZŁ: 'PLN', KČ: 'CZK', '₺': 'TRY', '₪': 'ILS',
  'ر.س': 'SAR', 'د.إ': 'AED', 'ج.م': 'EGP', 'د.ك': 'KWD', 'ر.ق': 'QAR', 'د.م.': 'MAD', 'د.ت': 'TND',
};

/** The codes that a sign, a name or a code of a currency may stand for; none for what is no currency. */
export function currenciesOf(sign: string): readonly string[] {
  const written = sign.toUpperCase();
  if (Object.hasOwn(SIGNS, written)) return SIGNS[written]!.split(' ');
  return /^[A-Z]{3}$/.test(written) ? [written] : [];
}

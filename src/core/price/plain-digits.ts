/**
 * A text with the digits, signs and blanks that programs read: `２９` and `٢٩` as `29`, `￥` as `¥`, a hard space as a
 * space. Marks of direction fall away. Raised and circled figures stay, as they may be cents or point to a note.
 */
export const plainDigits = (text: string): string =>
  text
    .replace(/\P{No}+/gu, (words) => words.normalize('NFKC'))
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/\p{Cf}/gu, '')
    .trim();

/**
 * One line of text that is what it looks like: no control characters, halves of a pair or breaks of a line, and none of
 * the marks that nobody sees, which turn the direction of what follows, have no width, or hide a text in another one.
 * The joiners of Persian and Indic words and of emoji are no such marks, but alone they are nothing.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export const PLAIN_LINE = /^(?=$|.*[^\s\u200c\u200d])(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200c\u200d])*$/u;

/**
 * A text without the marks that nobody sees. They come with what is pasted, so that a person who gives a name is not
 * refused for them.
 *
 * @example
 * withoutMarks('\u202aAda\u202c'); // 'Ada'
 */
export const withoutMarks = (text: string): string => text.replace(/(?![\u200c\u200d])\p{Cf}/gu, '');

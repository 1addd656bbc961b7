/**
 * What an e-mail address is counted by: in small letters, and without what many mail systems let anybody add after a
 * plus, so that one customer is counted once. Mail goes to the address as it was given.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5233
 *
 * @example
 * mailbox('Ada+1@example.com'); // 'ada@example.com'
 */
export const mailbox = (email: string): string => email.toLowerCase().replace(/^([^+@]+)\+[^@]*@/, '$1@');

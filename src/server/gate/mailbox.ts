/**
 * What an e-mail address is counted by: in small letters, with its host as the name system has it, and without what many
 * mail systems let anybody add, which are dots in the name and whatever follows a plus, so that one customer is counted
 * once. Mail goes to the address as it was given.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5233
 *
 * @example
 * mailbox('A.da+1@example.com'); // 'ada@example.com'
 */
export const mailbox = (email: string): string =>
  email
    .toLowerCase()
    .replace(/^([^+@]+)\+[^@]*@/, '$1@')
    .replace(/\.(?=[^@]*@)/g, '')
    .replace(/(?<=@)[^@]+$/, hostOf);

/** `bücher.example` and `xn--bcher-kva.example` are one host. */
const hostOf = (host: string): string =>
  URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host;

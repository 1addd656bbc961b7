/**
 * Text for Slack's own markup. It has no escape for what marks text there, so those signs are left out.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 *
 * @example
 * escapeSlack('*Best* & <b>'); // 'Best &amp; &lt;b&gt;'
 */
export const escapeSlack = (text: string): string =>
  text
    .replace(/[*_~`]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** A link that shows a text: `<https://…|Pro>`. */
export const slackLink = (text: string, url: string): string =>
  `<${url.replace(/&/g, '&amp;')}|${escapeSlack(text).replace(/\|/g, '¦')}>`;

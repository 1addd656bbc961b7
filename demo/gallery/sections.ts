/** Sections as a page may have them, each a file of HTML that is pasted as it is. */
export const GALLERY: ReadonlyArray<readonly [file: string, title: string, what: string]> = [
  ['saas', 'Software by the month', 'A switch for the year, and what it saves, reckoned from the prices.'],
  [
    'news',
    'A newspaper',
    'Square, in the paper’s own type, with a former price and a code that travels along.',
  ],
  ['charity', 'A charity', 'Gifts in place of plans; the words on the buttons are your own.'],
  ['b2b', 'Business, with a person to talk to', 'The last card is no purchase link: it writes a mail.'],
  ['seats', 'By the seat', 'A stepper with a live total; a backend takes the number to the checkout.'],
  ['product', 'One product', 'A single card, centred, with its price before the discount.'],
  ['chat', 'In a chat', 'Rows from 280 px on.'],
  [
    'comparison',
    'Side by side',
    'A real table with sticky heads; on phones each name stands over its values.',
  ],
  ['dark', 'In the dark', 'Its own surface and accent; text on the accent is picked to be readable.'],
  ['rtl', 'Right to left', 'Words and prices in Arabic; everything else turns by itself.'],
];

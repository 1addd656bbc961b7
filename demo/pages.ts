/** The pages of the demo, in the order to see them in: where each is, what it is called and what it is for. */
export const DEMO_PAGES: ReadonlyArray<readonly [path: string, name: string, what: string]> = [
  ['/', 'Playground', 'your own offers, seen as customers will, and the code to copy'],
  ['/check.html', 'Check a page', 'what keeps the offers of a page from selling'],
  ['/gallery.html', 'Gallery', 'ten sections, each with its code'],
  ['/marketing.html', 'A page that sells', 'buy a plan, and land in a pretend shop'],
  ['/pricing.html', 'Pricing section', 'savings, a comparison, seats, baskets and your plan'],
  ['/assisted.html', 'Assisted checkout', 'a checkout that comes filled in, and a backend that may fail'],
  ['/account.html', 'An account', 'a subscriber who changes plan, and confirms it in the pretend shop'],
  ['/chats.html', 'Chats', 'offers in a sandboxed frame, and beside four chats'],
  ['/agent.html', 'An agent', 'an agent that sells in a chat, tools in a page, and how to break them'],
  [
    '/desk.html',
    'A sales desk',
    'quotes, renewals, a reseller, and what a CRM is told of baskets left behind',
  ],
  ['/editors.html', 'After the editor', 'what editors do to a pasted snippet'],
];

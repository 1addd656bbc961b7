/** The pages of the demo, in the order to see them in, and what each is for. */
export const DEMO_PAGES: ReadonlyArray<[path: string, what: string]> = [
  ['/', 'set attributes, see the cards, copy the code'],
  ['/marketing.html', 'a page that sells: buy a plan, and land in a pretend shop'],
  ['/pricing.html', 'savings, a comparison, seats, baskets and your plan'],
  ['/assisted.html', 'a checkout that comes filled in, and a backend that may fail'],
  ['/account.html', 'a subscriber who changes plan, and confirms it in the pretend shop'],
  ['/chats.html', 'offers in a sandboxed frame, and beside four chats'],
  ['/agent.html', 'an agent that sells in a chat, tools in a page, and how to break them'],
  ['/desk.html', 'quotes, renewals, a reseller, and what a CRM is told of baskets left behind'],
  ['/editors.html', 'what editors do to a pasted snippet'],
];

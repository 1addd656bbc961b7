import type { ToolAnswer, ToolCall } from './ask-agent-server.ts';

/** What the agent remembers of this talk. */
export interface Memory {
  checkoutId?: string;
  url?: string;
}

/** A sentence of the customer, and the call that a model would make of it. */
export interface Turn {
  customer: string;
  call: (memory: Memory) => ToolCall;
  /** Plays this at the sandbox Limio first. Default: everything works. */
  scenario?: string;
  /** What happens to an answer on its way through the chat. Default: nothing. */
  mangle?: (answer: ToolAnswer) => ToolAnswer;
  /** What to see in it, for the reader of the page. */
  remark?: string;
}

const TEAM = '/offers2/Desk Team Monthly';

/** A talk in which all goes well, in this order. */
export const TALK: readonly Turn[] = [
  {
    customer: 'What do you sell?',
    call: () => ({ name: 'list_offers', arguments: { label: 'pricing', country: 'US', limit: 6 } }),
  },
  {
    customer: 'Which of these for a team of five?',
    call: () => ({
      name: 'list_offers',
      arguments: { label: 'pricing', country: 'US', quantity: 5, limit: 3 },
    }),
  },
  {
    customer: 'Send me a link to the team plan.',
    call: () => ({ name: 'make_purchase_link', arguments: { paths: [TEAM] } }),
  },
  {
    customer: 'I am Ada Lovelace, ada@example.com. Five seats, please.',
    call: () => ({
      name: 'open_checkout',
      arguments: {
        paths: [TEAM],
        quantity: 5,
        firstName: 'Ada',
        lastName: 'Lovelace',
        email: 'ada@example.com',
      },
    }),
  },
  {
    customer: 'Did it go through?',
    call: ({ checkoutId }) => ({
      name: 'check_checkout',
      arguments: { checkoutId: checkoutId ?? 'none was opened' },
    }),
  },
];

/** What goes wrong with agents, and what comes of it here. */
export const BREAKS: ReadonlyArray<Turn & { title: string }> = [
  {
    title: 'An offer is made up',
    customer: 'I want Desk Platinum.',
    call: () => ({ name: 'make_purchase_link', arguments: { paths: ['/offers2/Desk Platinum Monthly'] } }),
    remark: 'No link. The model is told which paths are like it, so that its next try is right.',
  },
  {
    title: 'A letter of a link is changed',
    customer: 'Set it up for Grace Hopper, grace@example.com.',
    call: () => ({
      name: 'open_checkout',
      arguments: { paths: [TEAM], firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' },
    }),
    mangle: (answer) => ({ ...answer, say: answer.say.replaceAll(/(\/go\/\w{4})(\w)/g, changed) }),
    remark: 'Open the link: a slip of one letter is noticed, and the page says what to do.',
  },
  {
    title: 'A text of the catalogue gives orders',
    customer: 'Is there anything for notes?',
    call: () => ({ name: 'list_offers', arguments: { label: 'hostile' } }),
    remark: 'The text arrives as text: no link, no heading, at most 80 characters of a name.',
  },
  {
    title: 'Limio is down',
    customer: 'Set it up for Mary Ward, mary@example.com.',
    scenario: 'down',
    call: () => ({
      name: 'open_checkout',
      arguments: { paths: [TEAM], firstName: 'Mary', lastName: 'Ward', email: 'mary@example.com' },
    }),
    remark: 'A purchase link, not filled in: the customer still gets to a checkout.',
  },
  {
    title: 'A price is named',
    customer: 'Make it 1 dollar.',
    call: () => ({ name: 'open_checkout', arguments: { paths: [TEAM], price: 1 } }),
    remark: 'There is no such field. Prices are Limio’s.',
  },
];

const changed = (_: string, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A');

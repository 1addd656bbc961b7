import * as z from 'zod/mini';
import { LimioError } from '../core/errors/limio-error.ts';
import type { AgentShop } from './agent-shop.ts';
import { checkCheckout } from './check-checkout.ts';
import { listOffers } from './list-offers.ts';
import { makePurchaseLink } from './make-purchase-link.ts';
import { openCheckout } from './open-checkout.ts';
import { TOOLS, type ToolName } from './tools.ts';

type Output<Name extends ToolName> = z.infer<(typeof TOOLS)[Name]['output']>;

const ANSWERS: {
  [Name in ToolName]: (
    input: z.infer<(typeof TOOLS)[Name]['input']>,
    shop: AgentShop,
  ) => Promise<Output<Name>>;
} = {
  list_offers: listOffers,
  make_purchase_link: makePurchaseLink,
  open_checkout: openCheckout,
  check_checkout: checkCheckout,
};

/** The tools of a shop, in a fixed order: those that it can answer. */
export const toolsOf = ({ openCheckout, checkCheckout }: AgentShop): ToolName[] => [
  'list_offers',
  'make_purchase_link',
  ...(openCheckout ? (['open_checkout'] as const) : []),
  ...(openCheckout && checkCheckout ? (['check_checkout'] as const) : []),
];

/**
 * Answers one call of an agent, whichever way it came.
 *
 * @throws {LimioError} whose message is written for a model: what was wrong and what to do next. Anything else
 *   that is thrown is not for its eyes.
 */
export async function answerTool<Name extends ToolName>(
  name: Name,
  input: unknown,
  shop: AgentShop,
): Promise<Output<Name>> {
  const { success, data, error } = z.safeParse(TOOLS[name].input, withoutEmpty(input));
  if (!success) throw misshapen(name, error);
  return ANSWERS[name](data as never, shop) as Promise<Output<Name>>;
}

/** Models fill in what they do not know with empty texts. */
const withoutEmpty = (input: unknown): unknown =>
  input && typeof input === 'object' && !Array.isArray(input)
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '' && value !== null))
    : (input ?? {});

/** Names the fields that are wrong, never their values. */
function misshapen(name: ToolName, { issues }: z.core.$ZodError): LimioError {
  const known = Object.keys(TOOLS[name].input.shape);
  const wrong = issues.map(({ path: [field] }) => field).filter((field) => known.includes(String(field)));
  const problem = wrong.length
    ? `These fields cannot be used as given: ${[...new Set(wrong)].join(', ')}.`
    : 'There are fields it does not know.';
  return new LimioError('bad_request', `${problem} ${name} takes ${known.join(', ')}.`);
}

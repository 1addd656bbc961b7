import * as z from 'zod/mini';
import { LimioError } from '../core/errors/limio-error.ts';
import type { AgentShop } from './agent-shop.ts';
import { checkCheckout } from './check-checkout.ts';
import { listOffers } from './list-offers.ts';
import { makePurchaseLink } from './make-purchase-link.ts';
import { jsonIn, meantList, meantNumber } from './meant-value.ts';
import { openCheckout } from './open-checkout.ts';
import { inputOf, TOOLS, type ToolName } from './tools.ts';

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
  const { success, data, error } = z.safeParse(TOOLS[name].input, meant(input, TOOLS[name].input.shape));
  if (!success) throw misshapen(name, error, shop);
  return ANSWERS[name](data as never, shop) as Promise<Output<Name>>;
}

/** What a model means: what it filled in with nothing is not given, and what it sent as text is read as what is asked for. */
function meant(input: unknown, shape: Readonly<Record<string, z.core.$ZodType>>): unknown {
  const given = typeof input === 'string' ? jsonIn(input) : (input ?? {});
  if (!given || typeof given !== 'object' || Array.isArray(given)) return given;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== '' && value !== null)
      .map(([name, value]) => [name, READ[kindOf(name, shape)]?.(value) ?? value]),
  );
}

const READ: Partial<Record<string, (given: unknown) => unknown>> = { array: meantList, number: meantNumber };

/** The kind of value that a field takes, given or not; of a name that every object has, such as `constructor`, none. */
function kindOf(name: string, shape: Readonly<Record<string, z.core.$ZodType>>): string {
  const field = Object.hasOwn(shape, name) ? (shape[name] as z.core.$ZodTypes) : undefined;
  const def = field?._zod.def;
  return (def?.type === 'optional' ? (def.innerType as z.core.$ZodTypes)._zod.def : def)?.type ?? 'unknown';
}

/** Names the fields that are wrong and what is right there, never what was given. */
function misshapen(name: ToolName, { issues }: z.core.$ZodError, shop: AgentShop): LimioError {
  const known = Object.keys(inputOf(name, shop).shape);
  const right = new Map(issues.map(({ path: [field], message }) => [String(field), message]));
  const wrong = known.filter((field) => right.has(field));
  return new LimioError(
    'bad_request',
    wrong.length
      ? `${wrong.map((field) => `\`${field}\` takes ${right.get(field)}`).join('; ')}.`
      : `There are fields it does not know. ${name} takes ${known.join(', ')}.`,
  );
}

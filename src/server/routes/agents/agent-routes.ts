import { answerTool } from '../../../agent/answer-tool.ts';
import { TOOLS, type ToolName } from '../../../agent/tools.ts';
import { STATUS, type FailureCode } from '../../../contract/failure.ts';
import { LimioError } from '../../../core/errors/limio-error.ts';
import { agentShop } from '../../agents/agent-shop.ts';
import { HttpError } from '../../http-error.ts';
import { json } from '../answers.ts';
import { route, UPSTREAM, type Route } from '../route.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';

/** One tool as a route: the same answer as over MCP, for platforms that import a description instead. */
const toolRoute = (tool: ToolName, path: `/agent/${string}`, failures: readonly FailureCode[]): Route =>
  route({
    // Descriptions and refusals call an operation by the name of its tool.
    name: tool,
    method: 'POST',
    path,
    tag: 'agents',
    access: 'operators',
    scope: 'agent',
    summary: TOOLS[tool].title,
    description: TOOLS[tool].description,
    body: { name: `${schemaName(tool)}Request`, schema: TOOLS[tool].input as never },
    checksBody: true,
    answer: { name: `${schemaName(tool)}Answer`, schema: TOOLS[tool].output as never },
    limit: 'agent',
    failures,
    refusalWords: REFUSAL_WORDS,
    async handle({ request, body, context }, services) {
      try {
        return await answerTool(tool, body, agentShop(request, true, context, services));
      } catch (error) {
        return inWords(error, context.requestId);
      }
    },
  });

/** `list_offers` as schemas are called: `ListOffers`. */
const schemaName = (tool: ToolName): string =>
  tool.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A refusal that says what to do next. @throws whatever was not written for a model */
function inWords(error: unknown, requestId: string): Response {
  if (!(error instanceof LimioError) || !(error.code in CODES)) throw error;
  const code = CODES[error.code as keyof typeof CODES];
  const headers = error instanceof HttpError ? error.details.headers : {};
  return json({ code, requestId, say: error.message }, STATUS[code], headers);
}

/** Codes whose messages are written for a model, and as what they are answered. */
const CODES = {
  offer_unavailable: 'offer_unavailable',
  page_invalid: 'bad_request',
  link_too_long: 'bad_request',
  bad_request: 'bad_request',
  rate_limited: 'rate_limited',
  context_invalid: 'context_invalid',
} as const;

/** The tools as flat operations. */
export const AGENT_ROUTES: readonly Route[] = [
  toolRoute('list_offers', '/agent/offers', UPSTREAM),
  toolRoute('make_purchase_link', '/agent/purchase-links', ['offer_unavailable', ...UPSTREAM]),
  toolRoute('open_checkout', '/agent/checkouts', ['context_invalid', 'offer_unavailable', ...UPSTREAM]),
  toolRoute('check_checkout', '/agent/checkout-states', UPSTREAM),
];

import { LimioError } from '../core/errors/limio-error.ts';

/** A tool of a page, as `document.modelContext` takes it. */
export interface PageTool {
  name: string;
  title: string;
  description: string;
  inputSchema: object;
  annotations: { readOnlyHint?: boolean; untrustedContentHint?: boolean; consequentialHint?: boolean };
  /** The browser does not check the input against the schema. */
  execute: (input: Record<string, unknown>) => Promise<object>;
}

interface ModelContext {
  registerTool: (tool: object, options: { signal: AbortSignal }) => Promise<void>;
}

/** A second copy of this package on a page finds the tools of the first here, and leaves them alone. */
const REGISTERED = Symbol.for('limio-offers.tools');

type ToolDocument = Document & { modelContext?: ModelContext; [REGISTERED]?: boolean };

/**
 * Registers tools with the agent of a browser, once for each document, until nothing needs them any more.
 * Without `document.modelContext` nothing happens.
 *
 * @param isNeeded asked whenever the document has changed.
 * @returns the reason for which the browser took none: the page's policy forbids tools, or another script has
 *   taken a name.
 */
export async function registerTools(
  page: ToolDocument,
  tools: readonly PageTool[],
  isNeeded: () => boolean,
): Promise<LimioError | undefined> {
  const { modelContext } = page;
  if (!modelContext || page[REGISTERED]) return undefined;
  page[REGISTERED] = true;
  const stop = stopWhenUnneeded(page, isNeeded);
  const { signal } = stop;
  try {
    for (const { execute, ...tool } of tools)
      await modelContext.registerTool(
        { ...tool, execute: (input: unknown) => answer(execute, input) },
        { signal },
      );
  } catch (error) {
    if (signal.aborted) return undefined;
    // With only some of the tools an agent could find offers and not buy them.
    stop.abort();
    return new LimioError('tools_refused', String(error).slice(0, 200));
  }
  return undefined;
}

/** Takes the tools away, and makes way for others, as soon as nothing needs them. */
function stopWhenUnneeded(page: ToolDocument, isNeeded: () => boolean): AbortController {
  const stop = new AbortController();
  const changes = new MutationObserver(() => {
    if (isNeeded()) return;
    changes.disconnect();
    delete page[REGISTERED];
    stop.abort();
  });
  changes.observe(page, { childList: true, subtree: true });
  return stop;
}

/** What is thrown reaches an agent as "the invocation failed", so a refusal is an answer, too. */
async function answer(execute: PageTool['execute'], input: unknown): Promise<object> {
  try {
    return await execute(Object(input) as Record<string, unknown>);
  } catch (error) {
    // The error is known by its name, as the element may come from another file, with a class of its own.
    const { name, message } = Object(error) as Error;
    const text = name === 'LimioError' ? message : 'It could not be done. The buttons of the page work.';
    return { isError: true, content: [{ type: 'text', text }] };
  }
}

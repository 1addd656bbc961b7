// Makes it a module, whose names are its own.
export {};

/** A tool as a page registers it. */
interface Tool {
  name: string;
  description: string;
  execute: (input: object) => Promise<{ content?: { text?: string }[] }>;
}

interface ModelContext {
  registerTool: (tool: Tool, options?: { signal?: AbortSignal }) => Promise<void>;
}

const page = document as Document & { modelContext?: ModelContext };
const list = document.querySelector<HTMLElement>('#tools')!;
const answer = document.querySelector<HTMLElement>('#answer')!;

/** What an agent would put in, by tool. */
const INPUTS: Record<string, object> = {
  limio_list_offers: { limit: 3 },
  limio_make_link: { paths: ['/offers2/Desk Team Monthly'] },
  limio_go_to_checkout: { paths: ['/offers2/Desk Team Monthly'] },
};

/** Shows each tool the page registers, with a button that does what the agent of a browser would do. */
function show({ name, description, execute }: Tool): void {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  button.addEventListener('click', async () => {
    answer.textContent = JSON.stringify(await execute(INPUTS[name] ?? {}), null, 2);
  });
  const row = document.createElement('li');
  row.append(button, Object.assign(document.createElement('p'), { textContent: description }));
  list.append(row);
}

const real = page.modelContext;
document.querySelector('#browser')!.textContent = real
  ? 'This browser has tools for agents.'
  : 'This browser has no tools for agents yet; the page stands in for one.';

// Set on the document itself, so that the element finds it as it would find the browser's own.
Object.defineProperty(page, 'modelContext', {
  configurable: true,
  value: {
    async registerTool(tool, options) {
      await real?.registerTool(tool, options);
      show(tool);
    },
  } satisfies ModelContext,
});

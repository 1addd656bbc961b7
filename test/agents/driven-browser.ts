import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { chromiumOptions } from '../setup/chromium.ts';
import { program } from './backend.ts';

/** A browser that an agent server drives, as an agent reaches it: over MCP. */
export interface DrivenBrowser {
  /** Calls a tool of that server, and gives what a model would read. */
  ask(name: string, args?: object): Promise<string>;
  /** Opens a page, and gives the name by which that server knows it. */
  open(url: string): Promise<number>;
  close(): Promise<void>;
}

/** Starts the agent server, and with it Chromium with tools of pages. */
export async function driveBrowser(): Promise<DrivenBrowser> {
  const { executablePath = '', env = {} } = await chromiumOptions();
  const agent = new Client({ name: 'test', version: '1' });
  await agent.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [
        program('chrome-devtools-mcp/build/src/bin/chrome-devtools-mcp.js'),
        ...[
          '--headless',
          '--isolated',
          '--no-usage-statistics',
          '--no-performance-crux',
          '--categoryExperimentalWebmcp',
        ],
        ...[
          '--executablePath',
          executablePath,
          '--chromeArg=--enable-features=WebMCP',
          '--chromeArg=--no-sandbox',
        ],
      ],
      env: env as Record<string, string>,
    }),
  );
  const ask = async (name: string, args: object = {}) => {
    const { content } = await agent.callTool({ name, arguments: { ...args } });
    return JSON.stringify(content);
  };
  return {
    ask,
    async open(url) {
      await ask('new_page', { url });
      const pages = await ask('list_pages');
      const named = [...pages.matchAll(/(\d+): [^\\]*?\((http:[^)]*)\)/g)];
      return Number(named.findLast(([, , address]) => address!.startsWith(url))?.[1]);
    },
    close: () => agent.close(),
  };
}

import { freePort } from '../../demo/free-port.ts';
import { start } from './program.ts';
import type { Serve } from './serve.ts';

/** The command of the documents, on a Node. */
export const node =
  (program: string): Serve =>
  async (folder, env) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const words = ['../node_modules/limio-offers/dist/npm/cli.js', 'serve', '--port', String(port)];
    return { url, ...(await start(url, program, words, { cwd: folder, env })) };
  };

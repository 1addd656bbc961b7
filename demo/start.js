// `npm start`: serves the demo with what was built last, and says where each page is.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const server = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  root: fileURLToPath(new URL('.', import.meta.url)),
  clearScreen: false,
});
await server.listen();
server.printUrls();

import { viteApp } from '../vite-app.ts';

export default viteApp('main.tsx', 'server.tsx');

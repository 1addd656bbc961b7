import { svelte } from '@sveltejs/vite-plugin-svelte';
import { viteApp } from '../vite-app.ts';

export default { ...viteApp('main.ts', 'server.ts'), plugins: [svelte({ compilerOptions: { dev: true } })] };

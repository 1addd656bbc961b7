import vue from '@vitejs/plugin-vue';
import { viteApp } from '../vite-app.ts';

export default {
  ...viteApp('main.ts', 'server.ts'),
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'limio-offers' } } })],
};

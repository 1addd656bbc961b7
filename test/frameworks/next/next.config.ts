import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

export default {
  distDir: 'dist',
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
  // Types are checked apart from the build, together with uses that must fail.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig;

import { fileURLToPath } from 'node:url';

/** This folder, where the runtimes are installed. */
export const HERE = fileURLToPath(new URL('.', import.meta.url));

/** A file of a runtime. */
export const installed = (path: string): string => `${HERE}node_modules/${path}`;

import type { Program } from './program.ts';

/** A backend on a runtime. */
export interface Served extends Program {
  url: string;
}

/** Starts the backend of the documents on a runtime in a folder from which the package is found, and no other. */
export type Serve = (folder: string, env: Record<string, string>) => Promise<Served>;

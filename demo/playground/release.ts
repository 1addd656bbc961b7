import { VERSION } from '../../src/core/version.ts';

/** Where the script files are, and what they must be. */
export interface Release {
  /** Address of the folder, with a slash at its end; `undefined` where a plugin brings the script. */
  address: string | undefined;
  /** Hashes by file name, as the build writes them. */
  integrity: Readonly<Record<string, string | undefined>>;
}

/** Where files may live, by the words of the set-up; anything else is an address. */
export const PLACES_OF_FILES = {
  '': 'Your server',
  npm: 'npm CDN',
  plugin: 'WordPress plugin',
} as const;

/** A place that does not exist; whoever hosts the files writes theirs. */
export const EXAMPLE_FILES = `https://cdn.example.com/limio-offers/${VERSION}/`;

/** The files of the published package, on a path that names the release. https://www.jsdelivr.com/documentation */
const NPM_FILES = `https://cdn.jsdelivr.net/npm/limio-offers@${VERSION}/dist/cdn/`;

/** Where the files of a set-up are. */
export function addressOf(files: string): string | undefined {
  if (files === 'plugin') return undefined;
  if (files === 'npm') return NPM_FILES;
  return (files || EXAMPLE_FILES).replace(/\/*$/, '/');
}

import { DEFAULTS, SECTIONS } from './controls.ts';
import { VARIANTS, type Variant } from './snippet.ts';

/** Widths in which the preview is shown. */
export const DEVICES = { desktop: 'Desktop', phone: 'Phone', panel: 'Chat panel' } as const;

export type Device = keyof typeof DEVICES;

/** All that somebody can set in the playground. */
export interface State {
  /** Attributes by their names; `''` is the default. */
  values: Readonly<Record<string, string>>;
  /** Paths of the chosen offers, in the order they were chosen; `undefined` before anything was chosen. */
  paths: readonly string[] | undefined;
  /** The code holds the cards, so that nothing moves when the script comes. */
  isDrawnEarly: boolean;
  /** Where the script files live; `''` before anybody said so. */
  files: string;
  variant: Variant;
  device: Device;
  /** The page around the preview is dark. */
  isDark: boolean;
}

const ATTRIBUTES = SECTIONS.flatMap(({ controls }) => controls).map(({ attribute }) => attribute);

/** Longest value that is taken from an address, in characters. */
const MAX_VALUE = 2000;

/**
 * Reads a shared set-up from the part of an address behind the `#`. What is unknown is passed over, so any
 * address is a set-up.
 */
export function readState(hash: string): State {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const read = (name: string) => (query.get(name) ?? '').slice(0, MAX_VALUE);
  const oneOf = <T extends string>(known: Record<T, string>, name: string, standard: T): T =>
    Object.hasOwn(known, read(name)) ? (read(name) as T) : standard;
  const values = ATTRIBUTES.map((name) => [name, read(name)] as const).filter(([, value]) => value);
  return {
    values: Object.fromEntries(values),
    paths: query.has('offer') ? query.getAll('offer').filter(Boolean) : undefined,
    files: read('files'),
    isDrawnEarly: read('early') !== '0',
    variant: oneOf(VARIANTS, 'for', 'module'),
    device: oneOf(DEVICES, 'width', 'desktop'),
    isDark: read('dark') === '1',
  };
}

/** Writes a set-up so that it can be shared; what is a default anyway is left out. */
export function writeState({ values, paths, files, isDrawnEarly, variant, device, isDark }: State): string {
  const set = Object.entries(values).filter(([name, value]) => value && value !== DEFAULTS[name]);
  const pairs: Array<readonly [name: string, value: string]> = [
    ...set,
    ...(paths?.length === 0
      ? [['offer', ''] as const]
      : (paths ?? []).map((path) => ['offer', path] as const)),
    ...(isDrawnEarly ? [] : [['early', '0'] as const]),
    ...(files ? [['files', files] as const] : []),
    ...(variant === 'module' ? [] : [['for', variant] as const]),
    ...(device === 'desktop' ? [] : [['width', device] as const]),
    ...(isDark ? [['dark', '1'] as const] : []),
  ];
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

import { readAnyList } from '../../src/catalog/read-any-list.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { DEFAULTS, SECTIONS } from './controls.ts';
import { readStyle, type Style } from './looks.ts';
import { VARIANTS, type Variant } from './print/snippet.ts';

/** Widths of the page in the preview, in CSS pixels: a chat panel, a phone, a tablet, and all there is. */
export const WIDTHS = { 280: '280', 390: '390', 768: '768', full: 'Full' } as const;

export type Width = `${keyof typeof WIDTHS}`;

/** Colours of the page in the preview: as the visitor's system has them, or one of both. */
export const SCHEMES = { page: 'Page’s', light: 'Light', dark: 'Dark' } as const;

export type Scheme = keyof typeof SCHEMES;

/** All that somebody can set in the playground. */
export interface State {
  /** Attributes by their names; `''` is the default. */
  values: Readonly<Record<string, string>>;
  /** Offers of somebody's own; `undefined` while the examples of the demo are shown. */
  own: readonly Offer[] | undefined;
  /** Paths of the chosen offers, in the order they were chosen; `undefined` before anything was chosen. */
  paths: readonly string[] | undefined;
  /** Path of the plan that stands out; `none`, or `''` for what the offers say. */
  highlight: string;
  /** What the page's style sheet sets. */
  style: Style;
  /** The code holds the cards, so that nothing moves when the script comes. */
  isDrawnEarly: boolean;
  /** Where the script files live: an address, `npm`, `plugin`, or `''` before anybody said so. */
  files: string;
  variant: Variant;
  width: Width;
  scheme: Scheme;
}

const ATTRIBUTES = SECTIONS.flatMap(({ controls }) => controls).map(({ attribute }) => attribute);

/** Longest value that is taken from an address, in characters. */
const MAX_VALUE = 2000;

/** Longest list of offers that is taken from an address or a file, in characters. */
const MAX_LIST = 200_000;

/** Longest set-up that goes into an address: chats and mail programs pass so much on whole. */
const MAX_ADDRESS = 6000;

/** Whether a set-up is short enough for an address. */
export const fitsAddress = (written: string): boolean => written.length <= MAX_ADDRESS;

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
    own: readOwn(query.get('own')),
    highlight: read('highlight'),
    style: readStyle(Object.fromEntries(query)),
    paths: query.has('offer') ? query.getAll('offer').filter(Boolean) : undefined,
    files: read('files'),
    isDrawnEarly: read('early') !== '0',
    variant: oneOf(VARIANTS, 'for', 'module'),
    width: oneOf<Width>(WIDTHS, 'width', 'full'),
    scheme: oneOf(SCHEMES, 'scheme', 'page'),
  };
}

/** Writes a set-up so that it can be shared; what is a default anyway is left out. */
export function writeState(state: State): string {
  const { values, own, paths, highlight, style, files, isDrawnEarly, variant, width, scheme } = state;
  const set = Object.entries(values).filter(([name, value]) => value && value !== DEFAULTS[name]);
  const pairs: Array<readonly [name: string, value: string]> = [
    ...set,
    ...(own ? [['own', JSON.stringify(own)] as const] : []),
    ...(highlight ? [['highlight', highlight] as const] : []),
    ...Object.entries(style),
    ...(paths?.length === 0
      ? [['offer', ''] as const]
      : (paths ?? []).map((path) => ['offer', path] as const)),
    ...(isDrawnEarly ? [] : [['early', '0'] as const]),
    ...(files ? [['files', files] as const] : []),
    ...(variant === 'module' ? [] : [['for', variant] as const]),
    ...(width === 'full' ? [] : [['width', width] as const]),
    ...(scheme === 'page' ? [] : [['scheme', scheme] as const]),
  ];
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** Images are left out: whoever sends a link would have them loaded. */
function readOwn(written: string | null): readonly Offer[] | undefined {
  if (!written || written.length > MAX_LIST) return undefined;
  try {
    const { offers } = readAnyList(JSON.parse(written));
    return offers.length ? offers.map(({ image: _, ...offer }) => offer) : undefined;
  } catch {
    return undefined;
  }
}

/** A set-up as a file, for one that no address takes. */
export const writeFile = (state: State): string => JSON.stringify({ playground: writeState(state) });

/** Reads such a file; `undefined` for any other text. */
export function readFile(text: string): State | undefined {
  try {
    const { playground } = Object(JSON.parse(text)) as { playground?: unknown };
    return typeof playground === 'string' ? readState(playground) : undefined;
  } catch {
    return undefined;
  }
}

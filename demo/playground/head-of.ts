import { DEFAULTS, type Control, type Section } from './controls.ts';
import { LOOKS } from './looks.ts';
import { isInstalled, VARIANTS } from './print/snippet.ts';
import { PLACES_OF_FILES } from './release.ts';
import { lookOf } from './setup.ts';
import type { State } from './state.ts';

/** What the head of a group says of it: what is set there, the first two of more. */
export function headOf({ title, controls, standard = 'standard' }: Section, state: State): string {
  const look = title === 'Look' ? lookOf(state) : undefined;
  const set = controls.flatMap((control) => {
    const isOfLook = Boolean(look) && ['theme', 'accent'].includes(control.attribute);
    return isOfLook ? [] : said(control, state.values[control.attribute] ?? '');
  });
  const all = title === 'Look' ? [look ? LOOKS[look]!.name : 'your own', ...set] : set;
  const [first = standard, second, ...rest] = all;
  return [first, second, rest.length ? `${rest.length} more` : ''].filter(Boolean).join(', ');
}

/** Where the code goes and where its script comes from, in the head of that group. */
export const whereSays = (state: State): string =>
  [VARIANTS[state.variant], scriptSays(state)].filter(Boolean).join(', ');

/** Where the script comes from; `''` where there is none. */
export function scriptSays({ files, variant }: State): string {
  if (variant === 'links') return '';
  if (isInstalled(variant)) return 'installed';
  if (!files) return 'address missing';
  return (PLACES_OF_FILES as Record<string, string>)[files] ?? files.replace(/^https?:\/\//, '');
}

function said({ attribute, label, kind, values }: Control, value: string): string[] {
  if (!value || value === DEFAULTS[attribute]) return [];
  if (kind === 'switch') return [label.toLowerCase()];
  return [values?.find(([each]) => each === value)?.[1] ?? value];
}

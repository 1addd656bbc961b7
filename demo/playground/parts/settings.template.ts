import { html, type TemplateResult } from 'lit';
import { SECTIONS, type Control, type Section } from '../controls.ts';
import { headOf, whereSays } from '../head-of.ts';
import { chosenPaths, isSamePaths, lookOf } from '../setup.ts';
import type { State } from '../state.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { control } from './control.template.ts';
import { group } from './group.template.ts';
import { lookPicker, styleControls } from './looks.template.ts';
import { offerPicker } from './offers.template.ts';
import { ownOffers, type Origin } from './own.template.ts';
import { whereItGoes } from './where.template.ts';

/** What the settings show beside what is set. */
export interface Bringing {
  offers: readonly Offer[];
  /** How somebody brings in offers. */
  origin: Origin;
  /** What was found in what was pasted. */
  pasted: string;
}

/** What can be done in the settings. */
export interface SettingsActions {
  onChange: (part: Partial<State>) => void;
  onOrigin: (origin: Origin) => void;
  onText: (text: string) => void;
}

/** All groups of settings: the visitor's own offers first, then how they look and are bought, then where they go. */
export function settings(state: State, bringing: Bringing, actions: SettingsActions): TemplateResult[] {
  const controls = (list: readonly Control[]) =>
    list.map((each) =>
      control(each, state.values[each.attribute] ?? '', (value) =>
        actions.onChange({ values: { ...state.values, [each.attribute]: value } }),
      ),
    );
  const draw = (section: Section) => {
    switch (section.title) {
      case 'Offers':
        return offersGroup(section.title, state, bringing, actions, controls(section.controls));
      case 'Look':
        return group(
          section.title,
          headOf(section, state),
          look(state, bringing, actions, controls(section.controls)),
        );
      case 'Where it goes':
        return group(section.title, whereSays(state), where(state, actions));
      default:
        return group(section.title, headOf(section, state), html`${controls(section.controls)}`);
    }
  };
  return SECTIONS.map(draw);
}

function offersGroup(
  title: string,
  state: State,
  { offers, origin, pasted }: Bringing,
  { onChange, onOrigin, onText }: SettingsActions,
  controls: TemplateResult[],
) {
  const shown = chosenPaths(state, offers);
  return group(
    title,
    `${shown.length} shown`,
    html`
      ${ownOffers(origin, offers, pasted, {
        onOrigin,
        onText,
        onOffers: (own) => onChange({ own, paths: isSamePaths(own, offers) ? state.paths : undefined }),
      })}
      ${controls} ${offerPicker(offers, shown, { onPaths: (paths) => onChange({ paths }) })}
    `,
    true,
  );
}

function look(state: State, { offers }: Bringing, { onChange }: SettingsActions, controls: TemplateResult[]) {
  const lookActions = {
    onLook: ({ theme, accent, style }: { theme: string; accent: string; style: State['style'] }) =>
      onChange({ values: { ...state.values, theme, accent }, style }),
    onStyle: (style: State['style']) => onChange({ style }),
    onHighlight: (highlight: string) => onChange({ highlight }),
  };
  return html`
    ${lookPicker(lookOf(state), lookActions)} ${controls}
    ${styleControls(state.style, offers, state.highlight, lookActions)}
  `;
}

const where = (state: State, { onChange }: SettingsActions) =>
  whereItGoes(state, {
    onVariant: (variant) => onChange({ variant }),
    onFiles: (files) => onChange({ files }),
    onEarly: (isDrawnEarly) => onChange({ isDrawnEarly }),
  });

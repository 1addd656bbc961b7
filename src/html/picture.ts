import { nothing } from 'lit';
import type { Actions } from '../element/actions.ts';
import * as comparison from '../element/comparison/comparison.ts';
import { groupStack } from '../element/controls/group-stack.ts';
import { groupSwitch } from '../element/controls/group-switch.ts';
import type { DrawingParts } from '../element/view/drawing-parts.ts';
import { button } from '../element/styles/button.ts';
import { extras as extraStyles } from '../element/styles/extras.ts';
import * as hints from '../element/templates/hints.ts';
import { rows } from '../element/styles/rows.ts';
import { styles as later } from '../element/styles/later.ts';
import { styles as first } from '../element/styles/styles.ts';
import * as elsewhere from '../element/templates/elsewhere.ts';
import * as extras from '../element/templates/extras.ts';
import * as layouts from '../element/templates/layouts.ts';
import { renderPicture } from '../element/templates/picture.ts';
import { neededParts, type PageState } from '../element/view/picture.ts';
import * as pricing from '../element/pricing/pricing.ts';
import type { View } from '../element/view/view.ts';
import { escapeHtml } from './escape-html.ts';
import { printTemplate, type MoreAttributes } from './print-template.ts';
import { styleText } from './style-text.ts';

/**
 * The tag around cards is a block, as it will be: until it is defined, browsers take it for a piece of a line, whose
 * margins and width count for nothing. It weighs nothing beside what a page says of the tag.
 */
export const AS_BLOCK = ':where(limio-offers:has(>div):not([hidden],:defined)){display:block}';

/** What a page says of boxes does not count for the box of the cards: it is gone when the element has drawn them. */
const PLAIN_BOX = ':host{all:revert!important}';

/** Nothing is listened to in HTML. */
const ACTIONS: Actions = {
  onCardLink: () => {},
  onFollow: () => {},
};

/** The parts of the element that draw without a page, and bring their styles. */
const PARTS = { elsewhere, extras, hints, layouts, pricing, comparison };

/** How the page stands for what is drawn before any script: wide enough for cards. */
const BEFORE_SCRIPT: Omit<PageState, 'elsewhere'> = {
  isParsed: true,
  hasContent: true,
  isPictured: false,
  isFocused: false,
  width: Infinity,
};

/** Those of them that the element would load for a view; without the others it draws in a plainer way. */
const partsOf = (view: View): Array<keyof typeof PARTS> =>
  neededParts(view, { ...BEFORE_SCRIPT, elsewhere: view.settings.current }).filter(
    (name) => name in PARTS,
  ) as Array<keyof typeof PARTS>;

/** What the element draws of a list, as HTML, from its own templates: everything that can be used without a script. */
export function printPicture(view: View, more?: MoreAttributes): string {
  const needed = partsOf(view);
  const parts: DrawingParts = {
    ...Object.fromEntries(needed.map((name) => [name, PARTS[name]])),
    comparison: needed.includes('comparison') ? comparison.create() : undefined,
    controls: {
      announcement: '',
      renderAbove: () => (view.groups.length ? groupSwitch(view, () => {}, parts.pricing) : nothing),
      renderGroups: (shown, draw) => groupStack(shown, draw, false),
      renderBelow: () => nothing,
      renderCardControls: () => nothing,
      renderWayOut: () => nothing,
      renderMessage: () => nothing,
    },
  };
  const kind = view.settings.layout === 'button' ? 'button' : 'cards';
  return printTemplate(renderPicture({ kind, view }, ACTIONS, parts), more);
}

/** The styles that such a picture needs: those of the first paint, and of what else is drawn. */
export function pictureStyles(view: View): string {
  const { groups, settings } = view;
  const parts = new Set(partsOf(view));
  const styles = [
    ...first,
    // A narrow place has rows in place of cards, which only the place can know.
    ...(settings.layout in STYLES ? [STYLES[settings.layout as keyof typeof STYLES]] : []),
    ...(parts.has('extras') ? [extraStyles] : []),
    ...(parts.has('hints') ? hints.styles : []),
    ...(parts.has('pricing') ? pricing.styles : []),
    ...(parts.has('comparison') ? comparison.styles : []),
    ...(groups.length ? [later] : []),
  ];
  return [
    PLAIN_BOX,
    styleText(styles),
    switchStyles(groups.length),
    parts.has('comparison') ? pairStyles(view) : '',
    accentStyle(settings.accent),
  ].join('');
}

/** What a layout is drawn with, beside what all are. */
const STYLES = { ...rows, button };

/** Shows the cards of the group that is chosen, of so many, without a script. On paper all are shown. */
export function switchStyles(count: number): string {
  const rules = Array.from(
    { length: count },
    (_, n) => `.groups:has(.group:nth-of-type(${n + 1}) :checked)~.stack>.g${n + 1}{visibility:inherit}`,
  );
  return count ? `@media screen{.stack>*{visibility:hidden}${rules.join('')}}` : '';
}

/** Shows the two offers that are chosen in a narrow comparison, without a script. */
function pairStyles({ cards }: View): string {
  if (cards.length < 3) return '';
  const chosen = (n: number) => `:has(.pair option:nth-child(${n}):checked)`;
  return cards
    .map((_, n) => {
      const cell = `tr>:nth-child(${n + 2})`;
      return (
        `.comparison${chosen(n + 1)} ${cell}{display:table-cell}` +
        `.comparison:not(${chosen(n + 1)}) ${cell}{display:var(--_hide,table-cell)}`
      );
    })
    .join('');
}

/** A colour as the attribute may hold one; anything that could end a rule is no colour. */
const COLOUR = /^[#\w\s,.%/+*-]+(\([#\w\s,.%/+*()-]*\))?$/;

/** The colour of the attribute, where the browser knows it as one. */
export function accentStyle(accent: string): string {
  const depth = [...accent].reduce(
    (n, sign) => (n < 0 ? n : n + (sign === '(' ? 1 : sign === ')' ? -1 : 0)),
    0,
  );
  if (!COLOUR.test(accent) || depth) return '';
  // The colour of the page's text is not known yet: on a button, it would be that of the button's own.
  const known = accent.replace(/currentcolor/gi, 'canvastext');
  return `@supports (color:${known}){.base{--limio-accent:${known}}}`;
}

/** An empty one would be refused by a policy, and do nothing. */
export const styleElement = (text: string): string => (text ? `<style>${text}</style>` : '');

export const sheetElement = (address: string): string =>
  `<link rel="stylesheet" href="${escapeHtml(address)}">`;

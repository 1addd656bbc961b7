import { nothing } from 'lit';
import type { Actions } from '../actions.ts';
import type { CardView, View } from '../view.ts';
import { basket, selectBox } from './basket.ts';
import { copyButton } from './copy.ts';
import { styles as controlStyles } from '../styles/later.ts';
import { groupSwitch } from './group-switch.ts';
import { notice } from '../styles/notice.ts';

export { linkToCopy } from './link-to-copy.ts';
export { enLater as messages } from '../../locales/en-later.ts';
export { shownInGroup } from './group-switch.ts';
export { renderMessage } from '../templates/message.ts';

export const styles = [controlStyles, notice];

/** What only some pages need, loaded by those: they are drawn when it is there, never by halves. */
export type Controls = typeof import('./controls.ts');

/** Above the cards. */
export const renderAbove = (view: View, actions: Actions) =>
  view.groups.length ? groupSwitch(view, actions) : nothing;

/** Below the cards. */
export const renderBelow = (view: View, actions: Actions) =>
  view.basket ? basket(view, view.basket, actions) : nothing;

/** On a card, at its foot. */
export const renderCardControls = (card: CardView, { words, settings }: View, actions: Actions) => [
  card.href ? nothing : selectBox(card, words, actions),
  settings.copyLink && card.href ? copyButton(card, words, actions) : nothing,
];

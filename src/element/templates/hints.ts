import { html } from 'lit';
import { fill } from '../../core/fill.ts';
import { enHints } from '../../locales/en-hints.ts';
import type { Messages } from '../../locales/messages.ts';
import { hint } from '../styles/hint.ts';

/** What hints are drawn with. */
export const styles = [hint];
export { enHints as messages };

/** Least space between a hint and the edge of the window, in CSS pixels. */
const MARGIN = 8;

/**
 * What a feature means, for those who ask: by tap, by key, or by a pointer that rests on it.
 *
 * A popover is closed by Escape and by a press elsewhere, and no box of the page cuts it.
 *
 * @param about the feature, for those who hear the button out of context.
 */
export const renderHint = (meaning: string, about: string, words: Messages) =>
  html`<span class="hinted" @pointerenter=${onEnter} @pointerleave=${onLeave}
    ><button
      class="hint"
      type="button"
      aria-expanded="false"
      aria-label=${fill(words.about, { text: about })}
      @click=${onClick}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 7.25v4M8 4.75v.01M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0z" />
      </svg></button
    ><span class="tip" part="hint" popover .textContent=${meaning} @toggle=${onToggle}></span
  ></span>`;

const partsOf = ({ currentTarget }: Event): [button: HTMLElement, tip: HTMLElement] => {
  const holder = (currentTarget as Element).closest('.hinted')!;
  return [holder.firstElementChild as HTMLElement, holder.lastElementChild as HTMLElement];
};

const isOpen = (tip: HTMLElement) => tip.matches(':popover-open');

function show(button: HTMLElement, tip: HTMLElement): void {
  if (!isOpen(tip)) tip.showPopover();
  const { left, top, bottom } = button.getBoundingClientRect();
  const { documentElement: page, defaultView: view } = tip.ownerDocument;
  const furthest = page.clientWidth - tip.offsetWidth - MARGIN;
  const isRoomBelow = bottom + tip.offsetHeight < page.clientHeight;
  Object.assign(tip.style, {
    left: `${Math.max(MARGIN, Math.min(left - MARGIN, furthest)) + view!.scrollX}px`,
    top: `${(isRoomBelow ? bottom : top - tip.offsetHeight) + view!.scrollY}px`,
  });
}

const onClick = (event: Event) => {
  const [button, tip] = partsOf(event);
  if (isOpen(tip)) tip.hidePopover();
  else show(button, tip);
};

const onEnter = (event: PointerEvent) => {
  if (event.pointerType === 'mouse') show(...partsOf(event));
};

// A hint that was opened by a press stays until another.
const onLeave = (event: PointerEvent) => {
  const [button, tip] = partsOf(event);
  const { activeElement } = button.getRootNode() as ShadowRoot;
  if (event.pointerType === 'mouse' && activeElement !== button && isOpen(tip)) tip.hidePopover();
};

const onToggle = (event: ToggleEvent) => {
  partsOf(event)[0].setAttribute('aria-expanded', String(event.newState === 'open'));
};

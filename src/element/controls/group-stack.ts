import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view/view.ts';
import { groupName } from './group-switch.ts';
import { inGroup } from './selection.ts';

/**
 * The cards of a group over those of the others, which are as high and not seen, so that a switch moves nothing.
 *
 * @param draw draws the cards of one.
 * @param isInert what is not seen cannot be reached either; left out where styles alone switch.
 */
export function groupStack(
  view: View,
  draw: (group: View) => TemplateResult,
  isInert = true,
): TemplateResult {
  const others = view.groups.filter((key) => key !== view.group);
  if (!others.length) return draw(view);
  const place = (key: string) => `g${view.groups.indexOf(key) + 1}`;
  return html`<div class="stack">
    <div class=${place(view.group)} data-group=${groupName(view.group, view.words)}>${draw(view)}</div>
    ${others.map(
      (key) =>
        html`<div
          class="other ${place(key)}"
          inert=${isInert ? '' : nothing}
          data-group=${groupName(key, view.words)}
        >
          ${draw(inGroup(view, key))}
        </div>`,
    )}
  </div>`;
}

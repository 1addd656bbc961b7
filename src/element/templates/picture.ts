import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import type { Picture } from '../view/picture.ts';
import { directionOf } from '../settings.ts';
import { renderCards } from './offers.ts';

/**
 * Everything the element draws. Nothing here changes anything, and no slot stands in it: what belongs to the page keeps
 * the style, the language and the direction of the page. A colour is set as a property, as a strict policy refuses a
 * `style` in markup.
 */
export function renderPicture(picture: Picture, actions: Actions, parts: DrawingParts): TemplateResult {
  const { view } = picture;
  const { layout = 'auto', theme = 'auto', locale = '', isOwnLocale, accent } = view?.settings ?? {};
  const status = view?.isLoading ? view.words.loading : view && parts.assistedCheckout?.statusText(view);
  return html`<div
    class="base ${layout} in-${theme}"
    part="base"
    lang=${isOwnLocale ? locale : nothing}
    dir=${isOwnLocale ? directionOf(locale) : nothing}
    .style=${accent ? `--limio-accent:${accent}` : nothing}
  >
    ${renderContent(picture, actions, parts)} ${view && parts.controls?.renderWayOut(view)}
    <p class="unseen" role="status" .textContent=${status || (parts.controls?.announcement ?? '')}></p>
  </div>`;
}

function renderContent(picture: Picture, actions: Actions, parts: DrawingParts) {
  switch (picture.kind) {
    case 'cards':
      return renderCards(picture.view, actions, parts);
    case 'button':
      return parts.layouts?.renderButtons(picture.view, actions, parts.assistedCheckout);
    case 'message':
      return parts.controls?.renderMessage(picture.view);
    case 'children':
      return picture.view && parts.assistedCheckout?.render(picture.view);
  }
}

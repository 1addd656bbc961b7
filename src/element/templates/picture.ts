import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../actions.ts';
import type { LoadedParts } from '../lazy-parts.ts';
import type { Picture } from '../picture.ts';
import { directionOf } from '../settings.ts';
import { renderButton, renderCards } from './offers.ts';

/** What is shown beside the picture. */
export interface Remarks {
  /** What a screen reader is told. */
  announcement: string;
  /** A link to copy by hand; empty where there is none. */
  manualCopyLink: string;
}

/** Everything the element draws. Nothing here changes anything. */
export function renderPicture(
  picture: Picture,
  actions: Actions,
  parts: LoadedParts,
  { announcement, manualCopyLink }: Remarks,
): TemplateResult {
  const { view } = picture;
  const { layout = 'auto', theme = 'auto', locale = '', isOwnLocale } = view?.settings ?? {};
  const status = view?.isLoading ? view.words.loading : view && parts.assistedCheckout?.statusText(view);
  return html`<div
    class="base ${layout} in-${theme}"
    part="base"
    lang=${isOwnLocale ? locale : nothing}
    dir=${isOwnLocale ? directionOf(locale) : nothing}
  >
    ${renderContent(picture, actions, parts)}
    ${view && manualCopyLink && parts.controls?.linkToCopy(manualCopyLink, view.words)}
    <p class="unseen" role="status" .textContent=${status || announcement}></p>
  </div>`;
}

/** What the page holds between the tags. */
export const renderChildren = (): TemplateResult => html`<slot name="all"></slot>`;

function renderContent(picture: Picture, actions: Actions, parts: LoadedParts) {
  switch (picture.kind) {
    case 'cards':
      return renderCards(picture.view, actions, parts);
    case 'button':
      return renderButton(picture.view, actions, parts);
    case 'message':
      return parts.controls?.renderMessage(picture.view, actions.onRetry);
    case 'children':
      return renderChildren();
  }
}

import { html, type TemplateResult } from 'lit';

/** What is always in reach. */
export interface DockActions {
  onCopy: () => void;
  onOpen: () => void;
  onShare: () => void;
}

/** What is done with the code. */
export const dock = (
  { isReady, isShort, said }: { isReady: boolean; isShort: boolean; said: string },
  { onCopy, onOpen, onShare }: DockActions,
): TemplateResult => html`
  <p class="said" role="status">${said}</p>
  <button type="button" ?disabled=${!isReady} @click=${onOpen}>
    Try<span class="wide-only"> in a blank page</span>
  </button>
  <button type="button" @click=${onShare}>
    ${isShort ? 'Share' : 'Save'}<span class="wide-only"> this set-up</span>
  </button>
  <button class="main" type="button" ?disabled=${!isReady} @click=${onCopy}>Copy code</button>
`;

/** Keeps the bar where it is seen: in the head of a wide window, at the foot of a narrow one; Tab goes the same way. */
export function placeDock(bar: HTMLElement, head: HTMLElement): void {
  const wide = matchMedia('(width >= 1024px)');
  const place = () => (wide.matches ? head : document.body).append(bar);
  wide.addEventListener('change', place);
  place();
}

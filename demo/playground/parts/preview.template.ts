import { html, type TemplateResult } from 'lit';
import { SCHEMES, WIDTHS, type Scheme, type State, type Width } from '../state.ts';
import { choice } from './choice.template.ts';

/** What can be changed above the preview. */
export interface PreviewActions {
  onWidth: (width: Width) => void;
  onScheme: (scheme: Scheme) => void;
}

/** What is shown in the preview. */
export interface Shown {
  element: Node | undefined;
  /** How many offers there are; 0 where only the page will know. */
  count: number;
  /** What is wrong with the set-up, in place of the element. */
  problem: string;
}

/** The stage on which the element stands, and the switches of its width and its colours. */
export const preview = (
  { width, scheme }: State,
  { element, count, problem }: Shown,
  { onWidth, onScheme }: PreviewActions,
): TemplateResult => html`
  <div class="bar">
    <h2 id="preview-title" class="unseen">Preview</h2>
    <div class="widths">
      ${choice({
        legend: 'Width of the preview',
        isLegendUnseen: true,
        name: 'width',
        options: WIDTHS,
        chosen: width,
        onChoose: onWidth,
      })}
    </div>
    ${choice({
      legend: 'Colours of the page',
      isLegendUnseen: true,
      name: 'scheme',
      options: SCHEMES,
      chosen: scheme,
      onChoose: onScheme,
    })}
    <p class="hint count">${count ? `${count} ${count === 1 ? 'offer' : 'offers'}` : ''}</p>
  </div>
  <div class="stage w${width} ${scheme}">
    <div class="device">${problem ? html`<p class="problem" role="alert">${problem}</p>` : element}</div>
  </div>
  <p class="hint">Try the buttons: they open the shop in a new tab.</p>
`;

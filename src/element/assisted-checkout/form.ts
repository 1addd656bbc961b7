import { html, nothing, type TemplateResult } from 'lit';
import { MAX_CHARACTERS } from '../../core/customer-rules.ts';
import type { Detail } from './details.ts';
import type { Messages } from '../../locales/messages.ts';

/** Everything the form depends on. */
export interface FormView {
  words: Messages;
  details: readonly Detail[];
  /** What was typed, and what is wrong with it, by detail. */
  values: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, 'missing' | 'wrong' | undefined>>;
  /** The purchase link: it needs no details. */
  link: string;
  target: string;
  onSubmit: (event: SubmitEvent) => void;
  onWithout: (event: MouseEvent) => void;
  onClose: () => void;
}

/**
 * Asks for details before an assisted checkout; the way without them is always there, as a real link.
 *
 * The marks on the form keep session recorders away from what is typed.
 */
export const form = (view: FormView): TemplateResult => html`
  <dialog class="form" part="form" aria-labelledby="title" aria-describedby="why" @close=${closed(view)}>
    <form
      method="dialog"
      novalidate
      class="ph-no-capture fs-exclude"
      data-private
      data-hj-suppress
      data-clarity-mask="true"
      data-dd-privacy="mask"
      @submit=${view.onSubmit}
    >
      <h2 id="title">${view.words.title}</h2>
      <p id="why" class="why">${view.words.why}</p>
      ${view.details.map((detail) => field(detail, view))}
      <button class="cta" part="cta" type="submit">${view.words.proceed}</button>
      <a
        class="copy"
        part="without"
        href=${view.link}
        referrerpolicy="origin"
        target=${view.target}
        rel="noopener"
        @click=${view.onWithout}
        >${view.words.without}</a
      >
      <button class="close" type="button" aria-label=${view.words.close} @click=${view.onClose}></button>
    </form>
  </dialog>
`;

/** The browser tells late that it closed a dialog; by then it may be gone, or open again. */
const closed =
  ({ onClose }: FormView) =>
  ({ target }: Event) =>
    (target as HTMLDialogElement).isConnected && !(target as HTMLDialogElement).open && onClose();

const field = ({ key, type, autocomplete }: Detail, { words, values, problems }: FormView) => html`
  <label for=${key}>${words[key]}</label>
  <input
    id=${key}
    name=${key}
    part="field"
    type=${type}
    autocomplete=${autocomplete}
    maxlength=${MAX_CHARACTERS[key]}
    required
    .value=${values[key] ?? ''}
    aria-invalid=${problems[key] ? 'true' : nothing}
    aria-describedby=${problems[key] ? `${key}-problem` : nothing}
  />
  ${problems[key] ? html`<p class="problem" part="problem" id="${key}-problem">${words[problems[key]]}</p>` : nothing}
`;

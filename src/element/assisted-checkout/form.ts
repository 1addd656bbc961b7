import { html, nothing, type TemplateResult } from 'lit';
import { MAX_CHARACTERS } from '../../core/customer-rules.ts';
import { fill } from '../../core/fill.ts';
import { countriesIn } from './countries.ts';
import { problemWith, type Detail } from './details.ts';
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
  /** The country that is chosen as long as the customer chose none. */
  country: string;
  /** Host of the shop, and the language of the names of countries. */
  shop: string;
  locale: string;
  /** Something was typed into a field. */
  onInput: (event: Event) => void;
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
      @input=${view.onInput}
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
      <p class="why" part="privacy">${fill(view.words.privacy, { shop: view.shop })}</p>
      <button class="close" type="button" aria-label=${view.words.close} @click=${view.onClose}></button>
    </form>
  </dialog>
`;

/** The browser tells late that it closed a dialog; by then it may be gone, or open again. */
const closed =
  ({ onClose }: FormView) =>
  ({ target }: Event) =>
    (target as HTMLDialogElement).isConnected && !(target as HTMLDialogElement).open && onClose();

const field = (detail: Detail, view: FormView) => {
  const { key } = detail;
  const problem = problemText(detail, view);
  const id = problem ? `${key}-problem` : nothing;
  return html`
    <label for=${key}>${view.words[key]}</label>
    ${key === 'country' ? countryField(detail, view, id) : textField(detail, view, id)}
    ${problem ? html`<p class="problem" part="problem" id=${id} .textContent=${problem}></p>` : nothing}
  `;
};

const textField = (
  { key, type, autocomplete }: Detail,
  { values }: FormView,
  problem: string | typeof nothing,
) =>
  html`<input
    id=${key}
    name=${key}
    part="field"
    autocomplete=${autocomplete}
    required
    aria-invalid=${problem === nothing ? nothing : 'true'}
    aria-describedby=${problem}
    type=${type}
    maxlength=${MAX_CHARACTERS[key]}
    .value=${values[key] ?? ''}
  />`;

const countryField = (
  { key, autocomplete }: Detail,
  { values, country, locale }: FormView,
  problem: string | typeof nothing,
) =>
  html`<select
    id=${key}
    name=${key}
    part="field"
    autocomplete=${autocomplete}
    required
    aria-invalid=${problem === nothing ? nothing : 'true'}
    aria-describedby=${problem}
  >
    <option value=""></option>
    ${countriesIn(locale).map(
      ({ code, name }) =>
        html`<option value=${code} ?selected=${code === (values[key] || country)}>${name}</option>`,
    )}
  </select>`;

function problemText(detail: Detail, { words, problems, values }: FormView): string | undefined {
  const { key } = detail;
  const problem = problems[key];
  if (problem === 'missing') return fill(words.missing, { field: words[key] });
  // What looks right, but was refused, needs no lesson in how to write it.
  const isMisspelt = problemWith(detail, values[key] ?? '');
  const lesson = { email: words.wrongEmail, phone: words.wrongPhone }[key as string];
  return problem && ((isMisspelt && lesson) || words.wrong);
}

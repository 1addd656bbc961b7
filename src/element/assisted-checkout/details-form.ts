import type { TemplateResult } from 'lit';
import type { Customer } from '../../contract/checkout.ts';
import { enForm } from '../../locales/en-form.ts';
import { styles as formStyles } from '../styles/details-form.ts';
import type { View } from '../view/view.ts';
import type { AssistedCheckoutHost, Click } from './click.ts';
import { detailsToAsk, problemWith, readCustomer, type Detail } from './details.ts';
import { form } from './form.ts';

/** Goes on with what was typed. */
type OnDone = (typed: Customer) => void;

/** Makes the form of an element. */
export const create = (host: AssistedCheckoutHost): DetailsForm => new DetailsForm(host);

/** Asks for details before an assisted checkout, and keeps what was typed as long as the page is there. */
export class DetailsForm {
  readonly styles = [formStyles];
  readonly messages = enForm;
  readonly #host: AssistedCheckoutHost;
  #asking: { click: Click; details: readonly Detail[]; onDone: OnDone } | undefined;
  #opened: HTMLDialogElement | null = null;
  #values: Record<string, string> = {};
  #problems: Record<string, 'missing' | 'wrong' | undefined> = {};
  /** A field is to be corrected; said once, so that nobody who types elsewhere is interrupted. */
  #focusFirstInvalid = false;

  constructor(host: AssistedCheckoutHost) {
    this.#host = host;
    host.addController({ hostDisconnected: this.#close });
  }

  /** Asks for the details that a click needs. */
  ask(click: Click, details: readonly Detail[], onDone: OnDone): void {
    this.#asking = { click, details, onDone };
    this.#problems = {};
    this.#host.requestUpdate();
  }

  /** Asks again for details that the backend did not accept, with what was typed; `false` where it asks for none of them. */
  correct(click: Click, fields: readonly string[], onDone: OnDone): boolean {
    const names = fields.map((field) => field.replace('customer.', ''));
    const known = detailsToAsk('email first-name last-name company phone country', {});
    const details = known.filter(({ key }) => names.includes(key));
    if (!details.length) return false;
    this.#values = { ...(readCustomer(this.#host.customer) as Record<string, string>), ...this.#values };
    this.ask(click, details, onDone);
    this.#problems = Object.fromEntries(names.map((name) => [name, 'wrong']));
    this.#focusFirstInvalid = true;
    return true;
  }

  /** The form, as long as it is open. */
  render({ words, settings: { locale } }: View): TemplateResult | undefined {
    if (!this.#asking) return undefined;
    const { details, click } = this.#asking;
    return form({
      words,
      details,
      locale,
      values: this.#values,
      problems: this.#problems,
      country: click.settings.country,
      link: click.link,
      target: click.settings.target,
      shop: new URL(click.link).host,
      onInput: this.#onInput,
      onSubmit: this.#onSubmit,
      onWithout: this.#close,
      onClose: this.#close,
    });
  }

  /** A dialog is opened by a call, not by drawing it; the first field that is wrong is where to go on. */
  updated(root: ParentNode): void {
    const dialog = root.querySelector('dialog');
    // Each dialog is opened once: one that the browser has closed is still drawn until its event has arrived.
    if (dialog && dialog !== this.#opened) dialog.showModal();
    this.#opened = dialog;
    const invalid = this.#focusFirstInvalid && dialog?.querySelector<HTMLElement>('[aria-invalid]');
    if (invalid) {
      invalid.focus({ preventScroll: true });
      // WebKit's focus leaves it where it is, even out of sight.
      invalid.scrollIntoView({ block: 'nearest' });
    }
    this.#focusFirstInvalid = false;
  }

  /** What was wrong and no longer is: its sentence goes while it is being corrected. */
  readonly #onInput = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement;
    this.#values[name] = value;
    const detail = this.#asking?.details.find(({ key }) => key === name);
    if (!detail || !this.#problems[name] || problemWith(detail, value)) return;
    this.#problems[name] = undefined;
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { details, onDone } = this.#asking!;
    const typed = new FormData(event.target as HTMLFormElement);
    for (const { key } of details) this.#values[key] = String(typed.get(key) ?? '');
    this.#problems = Object.fromEntries(
      details.map((detail) => [detail.key, problemWith(detail, this.#values[detail.key]!)]),
    );
    this.#focusFirstInvalid = details.some(({ key }) => this.#problems[key]);
    if (this.#focusFirstInvalid) return this.#host.requestUpdate();
    this.#close();
    onDone(readCustomer(this.#values));
  };

  readonly #close = () => {
    if (!this.#asking) return;
    this.#asking = undefined;
    this.#opened = null;
    // Closing the dialog gives the focus back to what opened it; drawing without the dialog would not.
    this.#host.shadowRoot!.querySelector('dialog')?.close();
    this.#host.requestUpdate();
  };
}

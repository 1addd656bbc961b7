import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One of several values, all of them in sight: radio buttons that look like a row of keys. */
export interface Choice<Value extends string> {
  legend: string;
  /** The legend is only heard: what stands around says it to the eye. */
  isLegendUnseen?: boolean;
  /** Name of the radio buttons. */
  name: string;
  options: Readonly<Record<Value, string>> | ReadonlyArray<readonly [value: Value, name: string]>;
  chosen: Value;
  onChoose: (value: Value) => void;
  /** What stands below. */
  below?: unknown;
}

/** Draws a choice; arrow keys move through it, as through any radio buttons. */
export function choice<Value extends string>({
  legend,
  isLegendUnseen,
  name,
  options,
  chosen,
  onChoose,
  below = nothing,
}: Choice<Value>): TemplateResult {
  const pairs = (Array.isArray(options) ? options : Object.entries(options)) as Array<[Value, string]>;
  return html`
    <fieldset class="control choice">
      <legend class=${isLegendUnseen ? 'unseen' : nothing}>${legend}</legend>
      <div>
        ${pairs.map(
          ([value, label]) =>
            html`<label
              ><input
                type="radio"
                name=${name}
                .checked=${live(value === chosen)}
                @change=${() => onChoose(value)}
              /><span>${label}</span></label
            >`,
        )}
      </div>
      ${below}
    </fieldset>
  `;
}

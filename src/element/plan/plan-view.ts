import { html, type TemplateResult } from 'lit';
import type { LimioError } from '../../core/errors/limio-error.ts';
import type { PlanPicture } from './plan-picture.ts';
import type { PlanWords } from './plan-words.ts';

/** Everything that is drawn depends on this. */
export interface PlanView extends PlanWords {
  picture: PlanPicture;
  /** A step is under way. */
  isBusy: boolean | undefined;
  /** Why the last step was not done. */
  error: LimioError | undefined;
  /** Why it does not go on. */
  problem: LimioError | undefined;
  theme: string;
  isOwnLocale: boolean;
  /** Of the headings; names of plans are one lower. */
  headingLevel: number;
  shop: string;
  /** Page of the shop on which the change is confirmed; left out where there is none that can be trusted. */
  link: string | undefined;
}

/** A heading that the page's outline has the level of; it can be given the focus. */
export const heading = ({ headingLevel }: PlanView, text: string): TemplateResult =>
  html`<h3 class="name" part="title" tabindex="-1" aria-level=${headingLevel} .textContent=${text}></h3>`;

import type { Hook } from '../../core/hook.ts';
import type { Messages } from '../../locales/messages.ts';
import type { PlanMessages } from '../../locales/plan/plan-en.ts';
import { data, oneOf, readRows, text, type Attribute, type ReadRows } from '../attributes/attribute.ts';

/** Everything that can be set on `<limio-plan>`, by property. Each attribute can also be written `data-…`. */
export const PLAN_ATTRIBUTES = {
  /** Limio's id of the subscription to change. Required. */
  subscription: text(),
  /** Plan that is chosen at first: its path in the catalogue, or its id. */
  offer: text(),
  /** Address of a limio-offers backend to which the customer is known. Required. */
  backend: text(),
  /** https origin of the Limio shop, where a change is confirmed; default that of the link between the tags. */
  shop: text(),
  /** Level of the headings: `3`, or `2` to `5` as the page's outline wants it. Names of plans are one lower. */
  headingLevel: oneOf(['3', '2', '4', '5'], { attribute: 'heading-level' }),
  /** `auto` (the page's own colour scheme), `light` or `dark`. */
  theme: oneOf(['auto', 'light', 'dark']),
  /** Language of words and prices; default the nearest `lang`. */
  locale: text(),
  /** Words in place of ours, by name: an object, or JSON. */
  words: data<Partial<Messages & PlanMessages> | string | undefined>(),
  /** Token that the page's own server signed, with the claim `subscriptions`, or a function that gives a fresh one. */
  context: data<Hook>({ attribute: false }),
  /** Token of Google's reCAPTCHA v3 with the action `initiateCheckout`, or a function that gives one. Left out: `connectRecaptcha()` is asked. */
  recaptcha: data<Hook>({ attribute: false }),
};

type Rows = typeof PLAN_ATTRIBUTES;

/** The properties of the element, as a script sets and gets them. */
export type PlanProperties = {
  [Name in keyof Rows]: Rows[Name] extends Attribute<infer Property, infer _> ? Property : never;
};

/** What the attributes say. */
export type PlanSettings = ReadRows<Rows>;

/** Reads every row. Never throws. */
export const readPlanSettings = (properties: PlanProperties): PlanSettings =>
  readRows(PLAN_ATTRIBUTES, properties);

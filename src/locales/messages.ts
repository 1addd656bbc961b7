import type { en } from './en.ts';
import type { enConditions } from './en-conditions.ts';
import type { enComparison } from './en-comparison.ts';
import type { enElsewhere } from './en-elsewhere.ts';
import type { enExtras } from './en-extras.ts';
import type { enForm } from './en-form.ts';
import type { enLater } from './en-later.ts';
import type { enHints } from './en-hints.ts';
import type { enPricing } from './en-pricing.ts';
import type { enOutcome } from './en-outcome.ts';

/**
 * Everything the element says by itself, in one language: a language that leaves out a message does not compile.
 * `{…}` is filled in; an integrator's own words may leave it out.
 */
export type Messages = Record<
  keyof (typeof en &
    typeof enComparison &
    typeof enConditions &
    typeof enElsewhere &
    typeof enExtras &
    typeof enForm &
    typeof enLater &
    typeof enHints &
    typeof enOutcome &
    typeof enPricing),
  string
>;

/** Parts of an assisted checkout that changes of plan use, too. */
const SHARED_WITH_PLANS =
  /\/(controllers\/backend-error|assisted-checkout\/(stepper|trusted-backend)|styles\/stepper)\.ts$/;

/** Which file holds what several script files need: each other file would cost a page one more round trip. */
export const SCRIPT_GROUPS = [
  // What the entry imports stays in it: another file would be in front of the first paint.
  { name: 'limio-offers', test: /\/src\/define\.ts$/, priority: 1 },
  // What this part shares with an assisted checkout stays in it: a page with a backend loads its offers first.
  {
    name: 'offers-controller',
    test: /\/src\/(controllers\/offers-controller|core\/offer\/order-limits)\.ts$/,
  },
  // What reads replies of Limio shares this with what is loaded beside it.
  { name: 'extras', test: /\/src\/(element\/templates\/extras|core\/link\/offer-address)\.ts$/ },
  // What an assisted checkout shares with changes of plan: one file, which it has asked for in any case.
  { name: 'backend-error', test: SHARED_WITH_PLANS },
];

/** What is said beyond the first paint, in English; other languages come whole. */
export const english = {
  groups: 'Choose between',
  monthly: 'Monthly',
  yearly: 'Yearly',
  other: 'Other',
  shown: '{group}, offers shown: {count}',
  select: 'Select',
  selected: 'Selected',
  count: '{count} selected',
  none: 'Select at least one offer',
  checkout: 'Checkout',
  copy: 'Copy link',
  copied: 'Link copied',
  copyThis: 'Copy this link',
  empty: 'There are no offers at the moment.',
  failed: 'The offers cannot be shown at the moment.',
  retry: 'Try again',
};

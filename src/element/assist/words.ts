/** What is said on the way to an assisted checkout, by itself; the integrator's own words win. */
export const en = {
  opening: 'Opening checkout…',
  changed: 'This offer has just changed. Please have another look.',
  gone: 'This offer is no longer available.',
  follow: 'Open checkout',
  blocked: 'The checkout did not open by itself.',
  title: 'Your details',
  why: 'They are filled in at checkout for you.',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  phone: 'Phone',
  country: 'Country (two letters)',
  missing: 'Please fill this in.',
  wrong: 'Please check this.',
  proceed: 'Continue',
  without: 'Continue without',
  close: 'Close',
  quantity: 'Quantity',
  fewer: 'Fewer',
  more: 'More',
};

/** These words in one language. */
export type AssistWords = typeof en;

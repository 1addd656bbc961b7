/** What the form that asks for details says, in English. It comes with the form. */
export const enForm = {
  title: 'Your details',
  why: 'They are filled in at checkout for you.',
  privacy: 'They are used to fill in the checkout of {shop}. This page keeps nothing.',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  phone: 'Phone',
  country: 'Country',
  missing: '{field} is missing.',
  wrong: 'Please check this.',
  wrongEmail: 'Please write it like name@example.com.',
  wrongPhone: 'Please write it in digits, like +44 20 7946 0018.',
  proceed: 'Continue',
  without: 'Continue without these details',
  close: 'Close',
};

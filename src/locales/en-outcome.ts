/** What is said of a checkout that has opened, in English. It comes with the part that says it. */
export const enOutcome = {
  codeApplied: 'The code {code} is applied.',
  codeRefused: 'The code {code} was not accepted.',
  codeUnknown: 'The checkout shows whether the code {code} holds.',
  keptUntil: 'Your basket is kept until {date}.',
};

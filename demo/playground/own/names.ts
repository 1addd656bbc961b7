/** Marks of a list or a quoted mail before a name, and what leads to a link, an address or a price behind it. */
export const AROUND = /^(?:[\s\-*•>|]|\d+[.)])+|[\s:,–—\-|(<=]+$/gu;

/** The longest text that is a name, and no sentence. */
export const LONGEST_NAME = 60;

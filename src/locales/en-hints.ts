/** What a hint is called, in English. It comes with the part that draws hints. */
export const enHints = {
  about: 'About {text}',
};

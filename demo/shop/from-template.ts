/**
 * Copies a `<template>` of the page and puts text into the elements that ask for it by `data-text`.
 *
 * @param texts by name; an element whose text is missing is left out.
 */
export function fromTemplate(
  id: string,
  texts: Readonly<Record<string, string | undefined>>,
): DocumentFragment {
  const template = document.getElementById(id) as HTMLTemplateElement;
  const copy = document.importNode(template.content, true);
  for (const element of copy.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = texts[element.dataset['text']!];
    if (text) element.textContent = text;
    else element.remove();
  }
  return copy;
}

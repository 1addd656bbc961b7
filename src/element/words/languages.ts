/**
 * The words of all languages beside English, by the first letters of their tags.
 * @module
 */
export { words as ar } from './ar.ts';
export { words as de } from './de.ts';
export { words as es } from './es.ts';
export { words as fr } from './fr.ts';
export { words as ja } from './ja.ts';
export { words as nl } from './nl.ts';
export { words as pt } from './pt.ts';

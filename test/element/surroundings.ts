import { onTestFinished } from 'vitest';
import { offer } from './fixtures.ts';

/** So many plain offers. */
export const many = (count: number) => Array.from({ length: count }, (_, n) => offer(`Plan ${n}`));

/** Markup in a space of some width. */
export const within = (width: number, markup: string, style = ''): string =>
  `<div style="width:${width}px;${style}">${markup}</div>`;

/** Adds a sheet to the page for one test. */
export function pageStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  onTestFinished(() => style.remove());
}

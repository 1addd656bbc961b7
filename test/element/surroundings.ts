import { onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';
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

/** What the system prefers, for one test. */
export async function prefers(name: string, value: string): Promise<void> {
  const media = async (...features: Array<{ name: string; value: string }>) => {
    await cdp().send('Emulation.setEmulatedMedia', { features });
  };
  onTestFinished(() => media());
  await media({ name, value });
}

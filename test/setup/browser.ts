import { fixtureCleanup } from '@open-wc/testing';
import { afterEach, beforeEach } from 'vitest';
import { commands } from 'vitest/browser';

// A customer's page has the focus; in one without, Firefox tells nothing of a focus, and shows none.
beforeEach(() => window.focus());

afterEach(async () => {
  fixtureCleanup();
  // Tab leads to the bars around the page as well, and out of them.
  for (let left = 20; left && !parent.document.hasFocus(); left--) await commands.pressKeys('Tab');
});

// Without this, a test whose page leaves would never end: not every engine lets Vitest know.
window.addEventListener('pagehide', ({ isTrusted }) => {
  if (!isTrusted) return;
  const { Function } = parent as typeof globalThis & Window;
  const tell = new Function('frame', `setTimeout(() => frame?.isConnected && frame.onload())`);
  tell(window.frameElement);
});

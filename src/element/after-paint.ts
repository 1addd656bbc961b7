/** Longest wait, in milliseconds: a tab that nobody sees paints nothing. */
const TIMEOUT_MS = 500;

/** Settles once what was drawn can be seen. */
export const afterPaint = (): Promise<void> =>
  new Promise((settle) => {
    requestAnimationFrame(() => setTimeout(settle));
    setTimeout(settle, TIMEOUT_MS);
  });

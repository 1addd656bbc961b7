import type { Locator } from 'playwright';
import { expect } from 'vitest';

/**
 * Puts the pointer on something in a frame, ready to click it.
 *
 * Until the browser has painted a new frame, it hands what the pointer does to the page around the frame, and a click
 * is lost. On a busy machine that takes a while.
 */
export async function pointTo(target: Locator): Promise<void> {
  const isReached = async () => {
    await target.hover();
    return target.evaluate((element) => element.matches(':hover'));
  };
  await expect.poll(isReached).toBe(true);
}

import { readCatalog } from '../../../src/catalog/read-catalog.ts';

window.replies = {};

/** Reads a reply of Limio as text so many times: parsed alone, or made into offers as well. Gives their number. */
window.readReply = (size, isWhole, times) => {
  let offers = 0;
  for (let time = 0; time < times; time++) {
    const reply = JSON.parse(window.replies[size]!) as { items: unknown[] };
    offers += isWhole ? readCatalog(reply).offers.length : reply.items.length;
  }
  return offers;
};

declare global {
  interface Window {
    /** Texts of replies by their number of offers. */
    replies: Record<number, string>;
    readReply(size: number, isWhole: boolean, times: number): number;
  }
}

import { abortable } from '../core/with-timeout.ts';
import type { JSONRPCMessage } from './sdk.ts';

/** How long the last answers are waited for, in milliseconds: longer than a backend may take. */
const PATIENCE_MS = 6000;

/** Which requests of a connection wait for their answer, so that it is not closed in the middle. */
export class Unanswered {
  readonly #ids = new Set<unknown>();
  #whenNone = () => {};

  asked(message: JSONRPCMessage): void {
    if (!('method' in message)) return;
    if ('id' in message) this.#ids.add(message.id);
    // Nobody answers what was cancelled.
    else if (message.method === 'notifications/cancelled') this.#settle(message.params?.['requestId']);
  }

  answered(message: JSONRPCMessage): void {
    if ('id' in message && !('method' in message)) this.#settle(message.id);
  }

  /** Resolves when all is answered, or has taken too long. */
  async none(): Promise<void> {
    if (!this.#ids.size) return;
    const none = new Promise<void>((resolve) => (this.#whenNone = resolve));
    await abortable(none, AbortSignal.timeout(PATIENCE_MS)).catch(() => {});
  }

  #settle(id: unknown): void {
    if (this.#ids.delete(id) && !this.#ids.size) this.#whenNone();
  }
}

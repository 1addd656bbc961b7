/** How long a number rests before it is asked for, in milliseconds. */
const REST_MS = 500;

/** A number that is shown as soon as it is pressed, and asked for once it rests. */
export class RestingCount {
  /** Left out where nothing waits. */
  value: number | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  readonly #ask: (count: number) => Promise<boolean>;

  /** @param ask resolves when it has been asked for; with `false` where that is not possible yet. */
  constructor(ask: (count: number) => Promise<boolean>) {
    this.#ask = ask;
  }

  set(count: number): void {
    this.value = count;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#send(count), REST_MS);
  }

  clear(): void {
    this.value = undefined;
    clearTimeout(this.#resting);
  }

  async #send(count: number): Promise<void> {
    const isAsked = await this.#ask(count);
    // The customer has pressed another number meanwhile, which is asked for once it rests.
    if (this.value !== count) return;
    if (isAsked) this.value = undefined;
    else this.set(count);
  }
}

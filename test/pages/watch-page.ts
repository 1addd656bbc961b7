/** What an event of the element told. */
export interface Told {
  type: string;
  code?: string;
  message?: string;
  source?: string;
  /** Address of a checkout. */
  url?: string;
  /** Number of offers. */
  count?: number;
}

declare global {
  /** What a watched page keeps for the test. */
  var watched: { globals: string[]; told: Told[] };
}

/** Runs in the page before its own scripts: notes its globals and events, and says on the console what goes wrong. */
export function watchPage(): void {
  globalThis.watched = { globals: [], told: [] };
  watched.globals = Object.getOwnPropertyNames(globalThis);
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    console.error(`policy violated: ${violatedDirective} ${blockedURI} ${sample}`),
  );
  addEventListener('unhandledrejection', ({ reason }) => console.error(`unhandled rejection: ${reason}`));
  for (const type of ['limio-ready', 'limio-error', 'limio-select', 'limio-checkout', 'limio-fallback'])
    addEventListener(type, (event) => {
      const { code, message, source, url, offers } = event as unknown as Record<string, string>;
      const told = { type, code, message, source, url, count: offers?.length };
      watched.told.push(JSON.parse(JSON.stringify(told)) as Told);
    });
}

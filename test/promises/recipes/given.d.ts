/** What the examples in the documents take as given: names of whoever reads them, and of platforms. */
import type {} from 'limio-offers/define';
import type {} from 'limio-offers/define-plan';
import type { Offer } from 'limio-offers';
import type { BackendOptions, DurableNamespace, limioBackend, RateLimiter } from 'limio-offers/server';

declare global {
  const backend: ReturnType<typeof limioBackend>;
  const clientId: string;
  const clientSecret: string;
  const dataLayer: object[];
  const element: HTMLElementTagNameMap['limio-offers'];
  const grecaptcha: { execute(siteKey: string, options: object): Promise<string> };
  const offers: readonly Offer[];
  const options: BackendOptions;
  const plan: HTMLElementTagNameMap['limio-plan'];
  const secret: string;
  const password: string;
  const html: string;
  const article: { setHTML(html: string, options: object): void };
  const tinymce: { init(options: object): void };
  const DOMPurify: { sanitize(html: string, options: object): string };
  function report(code: string, message: string): void;
  function save(url: string): void;

  /** Variables and secrets of a Worker. */
  interface Env {
    [name: string]: unknown;
    LIMIO_STATE: DurableNamespace;
    READS_LIMIT: RateLimiter;
  }
  interface ExecutionContext {
    waitUntil(work: Promise<unknown>): void;
  }
  const Deno: {
    env: { toObject(): Record<string, string> };
    serve(handle: (request: Request, info: { remoteAddr: { hostname: string } }) => unknown): void;
  };
  const Bun: {
    env: Record<string, string | undefined>;
    serve(options: { fetch: (request: Request, server: BunServer) => unknown }): void;
  };
  interface BunServer {
    requestIP(request: Request): { address: string } | null;
  }
}

/** What the program around the view says of itself, as far as it matters here. */
export interface HostContext {
  theme?: 'light' | 'dark';
  /** BCP 47 tag. */
  locale?: string;
}

/** What the view is told. */
export interface HostEvents {
  onContext: (context: HostContext) => void;
  /** A tool has answered. */
  onResult: (result: { _meta?: Record<string, unknown> }) => void;
}

/** The program around the view. */
export interface Host {
  /** Asks it to open a link; `false` where it does not. */
  openLink(url: string): Promise<boolean>;
  /** Tells the model something, where the program passes it on. */
  tellModel(text: string): void;
  resized(height: number): void;
}

/** Release of the protocol between a view and its host. */
const PROTOCOL = '2026-01-26';

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: unknown;
}

/**
 * Speaks with the program that shows this page as a view of a tool, by messages of JSON-RPC.
 *
 * Its origin is not known before its first word, as the view runs in a sandbox; from then on it alone is
 * spoken to. What is sent holds no secret.
 *
 * @see https://github.com/modelcontextprotocol/ext-apps (specification of 2026-01-26)
 */
export function connectHost(name: string, version: string, { onContext, onResult }: HostEvents): Host {
  let origin = '*';
  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  const send = (message: Message) => parent.postMessage({ jsonrpc: '2.0', ...message }, origin);
  const notify = (method: string, params: Record<string, unknown> = {}) => send({ method, params });
  const request = (method: string, params: Record<string, unknown>) =>
    new Promise<Message>((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      send({ id, method, params });
    });

  addEventListener('message', ({ source, origin: from, data }: MessageEvent<Message>) => {
    if (source !== parent || Object(data).jsonrpc !== '2.0') return;
    if (origin === '*' && from !== 'null') origin = from;
    const { id, method, params = {} } = data;
    if (method === 'ui/notifications/tool-result') onResult(params);
    if (method === 'ui/notifications/host-context-changed') onContext(params);
    // Whatever it asks, an end or a sign of life, there is nothing to say to it.
    if (method && id !== undefined) send({ id, result: {} });
    if (!method && id !== undefined) waiting.get(id)?.(data);
  });

  void request('ui/initialize', {
    appInfo: { name, version },
    appCapabilities: {},
    protocolVersion: PROTOCOL,
  }).then(({ result }) => {
    onContext((result?.['hostContext'] as HostContext | undefined) ?? {});
    notify('ui/notifications/initialized');
  });

  return {
    async openLink(url) {
      const { error, result } = await request('ui/open-link', { url });
      return !error && !result?.['isError'];
    },
    tellModel: (text) => void request('ui/update-model-context', { content: [{ type: 'text', text }] }),
    resized: (height) => notify('ui/notifications/size-changed', { height }),
  };
}

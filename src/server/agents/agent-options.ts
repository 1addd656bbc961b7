import { LimioError } from '../../core/errors/limio-error.ts';
import { isWebAddress, pagePath } from '../../core/link/shop.ts';

/** How agents may sell: over MCP, over flat operations, or both. */
export interface AgentOptions {
  /**
   * Serves `POST /mcp`. `read`: anybody may list offers and make purchase links. `full`: checkouts, too, and
   * every call needs a key with the scope `agent`. Default: no MCP.
   */
  mcp?: 'read' | 'full';
  /**
   * https address under which the backend is reached from outside, its base path included:
   * `https://api.example.com/limio`. With it, and with `keys`, callers with the scope `agent` may use the flat
   * operations of `/agent/openapi.json` and open checkouts, whose short links begin with it.
   */
  publicUrl?: string;
  /**
   * Serves `/.well-known/ucp` and `/ucp/mcp`: catalogue and checkouts by purchase link over the Universal Commerce
   * Protocol, for anybody. It needs `publicUrl`. Default: not.
   */
  ucp?: boolean;
  /** Pages of the shop that an agent may land on, when it is told to: `['/chat-checkout']`. Default none. */
  pages?: readonly string[];
}

/** Options that have been checked. */
export interface AgentSettings extends AgentOptions {
  /** Without a trailing slash; empty where there is none. */
  publicUrl: string;
  pages: readonly string[];
}

/** Checks options. @throws {LimioError} `config`, `page_invalid` */
export function readAgentOptions(options: AgentOptions, hasKeys: boolean): AgentSettings {
  const { mcp, ucp = false, publicUrl = '', pages = [] } = options;
  const demand = (isMet: boolean, sentence: string) => {
    if (!isMet) throw new LimioError('config', sentence);
  };
  const sellsByKey = hasKeys && publicUrl !== '';
  demand(
    mcp !== 'full' || sellsByKey,
    '`agents.mcp` (LIMIO_MCP) is `full`, which needs `keys` (LIMIO_KEYS_FILE) and `agents.publicUrl` (LIMIO_PUBLIC_URL).',
  );
  demand(
    !ucp || publicUrl !== '',
    '`agents.ucp` (LIMIO_UCP) needs `agents.publicUrl` (LIMIO_PUBLIC_URL), which the profile names.',
  );
  demand(
    mcp !== undefined || ucp || sellsByKey,
    '`agents` does nothing without `mcp` (LIMIO_MCP), `ucp` (LIMIO_UCP), or `keys` (LIMIO_KEYS_FILE) and `publicUrl` (LIMIO_PUBLIC_URL).',
  );
  demand(
    !publicUrl || (URL.canParse(publicUrl) && isWebAddress(new URL(publicUrl)) && !/[?#@]/.test(publicUrl)),
    '`agents.publicUrl` (LIMIO_PUBLIC_URL) is not the https address of this backend: https://api.example.com/limio.',
  );
  return {
    ...options,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    // As they are written in a link, so that what an agent says can be compared.
    pages: pages.map((page) => decodeURI(pagePath(page))),
  };
}

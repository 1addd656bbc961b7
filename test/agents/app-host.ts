import { AppBridge, PostMessageTransport } from '@modelcontextprotocol/ext-apps/app-bridge';

/** A host of MCP Apps, on the official code for hosts: what tests drive by `window.host`. */
async function show(page: string, result: object, context: object, opensLinks: boolean) {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.style.cssText = 'width:100%;height:100px;border:0';
  document.body.append(frame);
  const seen = { links: [] as string[], heights: [] as number[], told: [] as string[] };
  const bridge = new AppBridge(
    null,
    { name: 'host', version: '1' },
    { openLinks: {}, updateModelContext: {} } as never,
    {
      hostContext: context as never,
    },
  );
  bridge.onopenlink = (async ({ url }: { url: string }) => {
    seen.links.push(url);
    return opensLinks ? {} : { isError: true };
  }) as never;
  bridge.onsizechange = (({ height = 0 }: { height?: number }) => {
    seen.heights.push(height);
    frame.style.height = `${height}px`;
  }) as never;
  bridge.onupdatemodelcontext = (async (params: unknown) => {
    seen.told.push(JSON.stringify(params));
    return {};
  }) as never;
  const initialized = new Promise<void>((resolve) => (bridge.oninitialized = () => resolve()));
  await bridge.connect(new PostMessageTransport(frame.contentWindow!, frame.contentWindow!));
  // The policy that hosts set where a view asks for no address.
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'none'";
  frame.srcdoc = page.replace(
    '<head>',
    `<head><meta http-equiv="content-security-policy" content="${policy}">`,
  );
  await initialized;
  await bridge.sendToolResult(result as never);
  return { seen, change: (next: object) => bridge.setHostContext(next as never) };
}

Object.assign(window, { show });

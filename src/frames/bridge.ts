import { readPurchaseLink } from '../core/link/purchase-link.ts';
import { isHello, readFrameMessage, type ParentMessage } from './bridge-message.ts';
import { navigate } from '../core/navigate.ts';

/**
 * Listens to the frames of this page that show offers: opens their purchase links, which a sandbox may keep them
 * from doing, and gives them the height they need.
 *
 * A frame is listened to if it is marked `data-limio-offers`, with the origin of the shop it may open as the
 * value; without a value it is the `shop` in the frame's address. Only purchase links of that shop are opened,
 * and only while the browser knows of a click. Before it opens one, the frame's element gets a `limio-open`
 * event, with the link as its `detail.url`; preventing it leaves the opening to the page.
 *
 * @returns a function that ends it.
 *
 * @example
 * // <iframe src="https://cdn.example.com/limio-offers/1.0.0/embed.html?…" data-limio-offers="https://shop.example.com">
 * const stop = serveFrames();
 */
export function serveFrames(root: Document | ShadowRoot = document): () => void {
  const listener = (event: MessageEvent) => {
    const [port] = event.ports;
    if (!port || !isHello(event.data)) return;
    const frames = root.querySelectorAll<HTMLIFrameElement>('iframe[data-limio-offers]');
    const frame = [...frames].find(({ contentWindow }) => contentWindow === event.source);
    if (frame && event.origin === originOf(frame)) serve(frame, port, event.data);
  };
  addEventListener('message', listener);
  return () => removeEventListener('message', listener);
}

function serve(frame: HTMLIFrameElement, port: MessagePort, hello: unknown): void {
  const say = (message: ParentMessage) => port.postMessage(message);
  const hear = (data: unknown) => {
    const message = readFrameMessage(data);
    if (message?.type === 'height') frame.style.height = `${Math.ceil(message.height)}px`;
    if (message?.type === 'open')
      say({ type: 'opened', id: message.id, isOpen: open(frame, message.url, message.target) });
  };
  port.onmessage = ({ data }) => hear(data);
  say({ type: 'ready' });
  hear(hello);
}

function open(frame: HTMLIFrameElement, url: string, target: '_blank' | '_top'): boolean {
  if (readPurchaseLink(url)?.shop !== shopOf(frame)) return false;
  // A click in a frame counts as one in the page; without one, nothing moves.
  if (navigator.userActivation?.isActive === false) return false;
  const opening = new CustomEvent('limio-open', { detail: { url }, bubbles: true, cancelable: true });
  if (frame.dispatchEvent(opening)) navigate(document, url, target);
  return true;
}

/** The origin the browser gives to what the frame holds: none of its own in a sandbox that says nothing else. */
function originOf(frame: HTMLIFrameElement): string {
  const { sandbox, attributes } = frame;
  const isOpaque = 'sandbox' in attributes && !sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : addressOf(frame).origin;
}

/** A shop without a readable address is none: nothing is opened there. */
function shopOf(frame: HTMLIFrameElement): string | null {
  const shop = frame.dataset['limioOffers'] || (addressOf(frame).searchParams.get('shop') ?? '');
  try {
    return new URL(shop.includes('//') ? shop : `https://${shop}`).origin;
  } catch {
    return null;
  }
}

/** A frame whose HTML stands in the page itself belongs to the page's own origin. */
const addressOf = ({ src }: HTMLIFrameElement) => new URL(src || location.href);

declare global {
  interface GlobalEventHandlersEventMap {
    'limio-open': CustomEvent<{ url: string }>;
  }
}

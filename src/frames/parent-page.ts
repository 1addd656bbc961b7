import { HELLO, readParentMessage, type FrameMessage } from './bridge-message.ts';

/** The page around this frame, as far as it listens. */
export interface ParentPage {
  /** Asks it to open a purchase link. `false` when nobody listens, or it would not. */
  open(url: string, target: '_blank' | '_top'): Promise<boolean>;
  /** Tells it how high this frame would like to be, in CSS pixels. */
  sayHeight(height: number): void;
}

/** Waits between hellos, in milliseconds: the page's script may start after this one. */
const HELLO_WAITS_MS = [0, 200, 500, 1000, 2000, 4000, 8000];

/** Longest wait for an answer, in milliseconds. A window may still be opened after it. */
const ANSWER_WAIT_MS = 800;

/**
 * Makes the page around this frame listen, if it runs `serveFrames`.
 *
 * @param origin the exact origin of that page. The browser keeps every word from pages of another one.
 *
 * @example
 * await connectParent('https://www.example.com').open(link, '_blank'); // true: the page has opened it
 */
export function connectParent(origin: string): ParentPage {
  let port: MessagePort | undefined;
  let height = 0;
  let lastId = 0;
  const say = (message: FrameMessage) => port?.postMessage(message);

  const hello = (turn: number) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      const message = readParentMessage(data);
      if (message?.type !== 'ready' || port) return;
      port = port1;
      if (height) say({ type: 'height', height });
    };
    parent.postMessage(HELLO, origin, [port2]);
    const next = HELLO_WAITS_MS[turn + 1];
    if (next) setTimeout(() => port || hello(turn + 1), next);
  };
  hello(0);

  return {
    async open(url, target) {
      if (!port) return false;
      const message: FrameMessage = { type: 'open', id: ++lastId, url, target };
      const { port1, port2 } = new MessageChannel();
      const isOpen = new Promise<boolean>((resolve) => {
        port1.onmessage = ({ data }) => {
          const answer = readParentMessage(data);
          if (answer?.type === 'opened') resolve(answer.isOpen);
        };
        setTimeout(() => resolve(false), ANSWER_WAIT_MS);
      });
      // It is posted from window to window: in Safari no click travels through a port, and without a click nothing opens.
      parent.postMessage({ ...HELLO, ...message }, origin, [port2]);
      return isOpen;
    },
    sayHeight(next) {
      if (next === height || next <= 0) return;
      height = next;
      say({ type: 'height', height });
    },
  };
}

/**
 * The origin of the page around this frame, as the browser tells it; `undefined` where it keeps it to itself.
 *
 * @example
 * const page = connectParent(originOfParent() ?? 'https://www.example.com');
 */
export function originOfParent(): string | undefined {
  try {
    const { origin } = new URL(location.ancestorOrigins?.[0] ?? document.referrer);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}

import { MAX_LINK } from '../core/link/purchase-link.ts';

/**
 * What a frame and the page around it say to each other.
 *
 * The frame begins: it posts a hello to the exact origin of the page around it and hands over one end of a
 * `MessageChannel`. The page takes it only from a frame that is marked in its own markup, if window and origin
 * are that frame's. All that follows goes through the channel, so nothing is ever posted to `*` and nobody else
 * can listen in or join. A request to open a link alone comes as part of another hello, checked in the same way,
 * with a channel for its answer: in Safari, a click travels from window to window, but through no channel.
 *
 * Nothing personal and no signed link is ever said here.
 */

/** Version of this protocol. */
const PROTOCOL = 1;

/** The first word of a frame, posted to its parent with one port. */
export const HELLO = { limioOffers: PROTOCOL } as const;

/** What a frame says. */
export type FrameMessage =
  /** Its content is this high, in CSS pixels. */
  | { type: 'height'; height: number }
  /** The customer wants to go to this purchase link; `id` comes back with the answer. */
  | { type: 'open'; id: number; url: string; target: '_blank' | '_top' };

/** What the page around it says. */
export type ParentMessage =
  /** The frame is known here, and is being listened to. */
  | { type: 'ready' }
  /** Whether the link with this id was opened. */
  | { type: 'opened'; id: number; isOpen: boolean };

/** Most pixels a frame may ask for. */
const MAX_HEIGHT = 20_000;

/** Whether a message is the first word of a frame. */
export const isHello = (data: unknown): boolean => fields(data)['limioOffers'] === PROTOCOL;

/** Reads a message of a frame; `undefined` when it is none, or none that makes sense. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const { type, height, id, url, target } = fields(data);
  if (type === 'height' && isNumber(height) && height > 0 && height <= MAX_HEIGHT) return { type, height };
  const isOpen = type === 'open' && isNumber(id) && typeof url === 'string' && url.length <= MAX_LINK;
  return isOpen && (target === '_blank' || target === '_top') ? { type, id, url, target } : undefined;
}

/** Reads a message of the page around a frame. */
export function readParentMessage(data: unknown): ParentMessage | undefined {
  const { type, id, isOpen } = fields(data);
  if (type === 'ready') return { type };
  return type === 'opened' && isNumber(id) && typeof isOpen === 'boolean' ? { type, id, isOpen } : undefined;
}

const fields = (data: unknown) => Object(data) as Record<string, unknown>;

const isNumber = (value: unknown): value is number => Number.isFinite(value);

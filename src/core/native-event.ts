/**
 * The platform's own class of events, which ours extend.
 *
 * Old libraries put classes of their own in the place of `Event` (MooTools 1.4.5) and `CustomEvent`, which nothing can
 * dispatch; no page replaces `MessageEvent`.
 */
export const NativeEvent = Object.getPrototypeOf(MessageEvent) as typeof Event;

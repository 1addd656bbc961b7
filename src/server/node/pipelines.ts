import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Most requests of one connection that are worked on at once; further ones wait until an answer has gone out. */
const MAX_AT_ONCE = 4;

/**
 * Holds back requests of a connection whose answers are not read: pipelined requests are small, the answers
 * that would pile up for them are not. https://github.com/nodejs/node/issues/43548
 *
 * @returns resolves when the request may be worked on.
 */
export function pipelines(): (socket: Socket, response: ServerResponse) => Promise<void> {
  const waiting = new WeakMap<Socket, { busy: number; queue: Array<() => void> }>();
  return (socket, response) => {
    const line = waiting.get(socket) ?? { busy: 0, queue: [] };
    waiting.set(socket, line);
    response.once('close', () => {
      line.busy--;
      line.queue.shift()?.();
    });
    return new Promise((resolve) => {
      const start = () => {
        line.busy++;
        resolve();
      };
      if (line.busy < MAX_AT_ONCE) start();
      else line.queue.push(start);
    });
  };
}

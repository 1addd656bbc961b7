import { isUnambiguous } from '../core/is-unambiguous.ts';
import { AMBIGUOUS, meantMessage } from './meant-message.ts';
import { parseJSONRPCMessage, ProtocolErrorCode, type JSONRPCMessage } from './sdk.ts';

/** Longest line, in characters: more than any call needs, and less than would be felt. */
const MAX_CHARACTERS = 1_000_000;

/** Answers what is no message, so that nobody waits for an answer that never comes. */
export type Refuse = (id: unknown, code: number, message: string) => void;

/**
 * The messages of a stream that has one in each line. A batch, which the protocol had in 2025, is taken apart and
 * answered one by one. What is no message is refused.
 */
export async function* stdioMessages(
  input: AsyncIterable<Uint8Array>,
  refuse: Refuse,
): AsyncGenerator<JSONRPCMessage> {
  for await (const line of linesOf(input)) {
    if (line === undefined) {
      refuse(
        null,
        ProtocolErrorCode.InvalidRequest,
        'The message is longer than a million characters. Send a shorter one.',
      );
      continue;
    }
    for (const sent of messagesIn(line, refuse)) {
      const message = messageOf(sent);
      if (message) yield message;
      else refuse(idOf(sent), ProtocolErrorCode.InvalidRequest, NO_MESSAGE);
    }
  }
}

const NO_MESSAGE =
  'This is no JSON-RPC message. Send one like {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}.';

function messagesIn(line: string, refuse: Refuse): unknown[] {
  if (!line.trim()) return [];
  let sent: unknown;
  try {
    sent = JSON.parse(line);
  } catch {
    refuse(null, ProtocolErrorCode.ParseError, 'This is no JSON. Send each message whole, in one line.');
    return [];
  }
  if (isUnambiguous(line, sent)) return Array.isArray(sent) && sent.length ? sent : [sent];
  refuse(idOf(sent), ProtocolErrorCode.InvalidRequest, AMBIGUOUS);
  return [];
}

function messageOf(sent: unknown): JSONRPCMessage | undefined {
  try {
    return parseJSONRPCMessage(meantMessage(sent));
  } catch {
    return undefined;
  }
}

function idOf(sent: unknown): unknown {
  const { id } = Object(sent) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** The lines of a stream, without the mark that Windows puts before the first; one that is too long is `undefined`. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let isTooLong = false;
  for await (const chunk of input) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n');
    const lines = [rest + first, ...more];
    rest = lines.pop()!;
    for (const line of lines) {
      yield isTooLong || line.length > MAX_CHARACTERS ? undefined : line;
      isTooLong = false;
    }
    if (rest.length <= MAX_CHARACTERS) continue;
    rest = '';
    isTooLong = true;
  }
  if (rest && !isTooLong) yield rest;
}

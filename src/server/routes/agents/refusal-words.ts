import type { FailureCode } from '../../../contract/failure.ts';

const LATER = 'The offers cannot be read just now. Say so, and try again in a minute.';

/**
 * What a model is told to do next where a request is refused, or fails, before a tool has anything to say of it.
 * It holds nothing of the request.
 */
export const REFUSAL_WORDS: Partial<Record<FailureCode, string>> = {
  bad_request: 'Send one JSON object, with the fields that the description names.',
  key_invalid:
    'Send a key with the scope `agent` as `Authorization: Bearer …`. Whoever runs this service makes one.',
  origin_denied: 'Pages of this origin may not ask. Whoever runs this service can allow it.',
  method_not_allowed: 'Send it with POST.',
  timeout: 'The request broke off, or arrived too slowly. Send it again.',
  too_large: 'That is too long. Send only the fields that the description names.',
  unsupported_media_type: 'Send JSON, with `Content-Type: application/json`.',
  rate_limited: 'That was too often for now. Wait a minute, then ask again.',
  internal: LATER,
  upstream_rejected: LATER,
  upstream_invalid: LATER,
  upstream_unavailable: LATER,
  upstream_timeout: LATER,
};

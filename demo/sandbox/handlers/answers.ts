import { HttpResponse } from 'msw';
import type { World } from '../world.ts';

/** An error the way the Commerce API words it. */
export const message = (status: number, text: string) => HttpResponse.json({ message: text }, { status });

/** An error the way the subscription operations word it. */
export const error = (status: number, text: string) => HttpResponse.json({ error: text }, { status });

/** @returns the answer to a request without a good token, else nothing. */
export function unauthorized({ state, now }: World, request: Request) {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const expires = state.tokens.get(token) ?? 0;
  return now() < expires ? undefined : message(401, 'Unauthorized');
}

import { describe, test } from 'vitest';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { STATE_CASES } from './state-cases.ts';

describe('memoryState', () => {
  test.for(STATE_CASES)('%s', async ([, check]) => {
    const state = memoryState();
    await check(state, state);
  });
});

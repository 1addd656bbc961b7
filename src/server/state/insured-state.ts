import { notify } from '../../core/notify.ts';
import { withFallback, type Allowance } from './allowance.ts';
import { memoryState } from './memory-state.ts';
import type { BackendState } from './state.ts';

/** A store on the other side of a network. */
export type Store = Pick<BackendState, 'get' | 'set' | 'add' | 'take' | 'count' | 'signsOfLife'>;

/** How long a store may take before the memory of the instance stands in, and for how long. */
export interface InsuranceOptions {
  /** Milliseconds that the store may cost one request in all. Default 500. */
  timeout?: number;
  /** Milliseconds for which the store is left alone after it failed. Default 1,000. */
  pause?: number;
  /** Told when the store fails, with the cause, and when it is back. */
  onChange?: (isUp: boolean, cause?: string) => void;
}

/** Share of a limit that one instance allows by itself while the store is down: more would multiply it by the instances. */
const INSURED_SHARE = 0.5;

/**
 * State in a store that may fail. One that fails or is slow costs no sale: the instance goes on with its own memory and
 * with half of each limit, and looks again a second later.
 *
 * @param probe writes something small, as a store that is read-only or full is not back.
 */
export function insuredState(
  store: Store,
  probe: () => Promise<unknown>,
  { timeout = 500, pause = 1000, onChange }: InsuranceOptions,
): BackendState {
  const memory = memoryState();
  let failure: string | undefined;
  const insured = withFallback({
    timeout,
    pause,
    probe,
    onChange(isUp, cause) {
      failure = isUp ? undefined : (cause ?? 'unknown');
      notify(onChange, isUp, cause);
    },
  });

  /** @param allow is asked for each operation what it may cost. */
  const view = (allow: () => Allowance): Store => {
    const either = <T>(ask: (state: Store) => Promise<T>, spare = ask): Promise<T> =>
      insured(
        allow(),
        () => ask(store),
        () => spare(memory),
      );
    return {
      ...(store.signsOfLife && { signsOfLife: true }),
      get: (key) => either((state) => state.get(key)),
      set: (key, value, ttl) => either((state) => state.set(key, value, ttl)),
      add: (key, value, ttl) => either((state) => state.add(key, value, ttl)),
      take: (key, value) => either((state) => state.take(key, value)),
      count: (key, limit, cost) =>
        either(
          (state) => state.count(key, limit, cost),
          (state) => state.count(key, { ...limit, points: Math.ceil(limit.points * INSURED_SHARE) }, cost),
        ),
    };
  };

  const viewOf = (allow: () => Allowance): BackendState => ({
    ...view(allow),
    failure: () => failure,
    forRequest() {
      const allowance = { left: timeout };
      return viewOf(() => allowance);
    },
  });
  return viewOf(() => ({ left: timeout }));
}

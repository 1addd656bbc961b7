/** What can go wrong, or right, by name; the sentence is what a reader of the demo sees. */
export const SCENARIOS = {
  happy: 'Everything works.',
  slow: 'The answer comes late, by a second or by `slow=milliseconds`.',
  stall: 'The answer begins and never ends.',
  drop: 'Limio does as told, then the connection is cut.',
  'expired-token': 'The token is refused, once.',
  'rate-limited': 'Too many requests: 429, come back in half a minute.',
  'bad-gateway': '502, twice; then all is well.',
  html: 'A web page instead of JSON.',
  huge: 'Twenty megabytes of JSON.',
  redirect: 'The request is sent on to another host.',
  'changed-version': 'Everything has been published anew, under other versions.',
  'refused-promo': 'Every promo code is refused.',
  'expired-link': 'Links have expired by the time they are handed out.',
  'sold-out': 'Nothing is for sale.',
  down: 'No connection at all.',
} as const;

export type ScenarioName = keyof typeof SCENARIOS;

/** A scenario, which operation it befalls, and by how much. */
export interface Scenario {
  name: ScenarioName;
  /** Name of an operation, or `all`. */
  on: string;
  /** Milliseconds, for `slow`. */
  amount?: number;
}

/**
 * Reads scenarios from their names: `stall`, `slow=3000@listOffers`, `down@token`, several with commas.
 * Without an operation, a fault befalls `initiateCheckout`; `down` and what concerns the catalogue befall all.
 *
 * @throws {RangeError} when there is no scenario of that name
 *
 * @example
 * readScenarios('slow=3000@listOffers'); // [{ name: 'slow', on: 'listOffers', amount: 3000 }]
 */
export const readScenarios = (names: string): Scenario[] =>
  names.split(',').map((written) => {
    const [, name = '', amount, on] = /^\s*([a-z-]+)(?:=(\d+))?(?:@(\w+))?\s*$/.exec(written) ?? [];
    if (!Object.hasOwn(SCENARIOS, name)) throw new RangeError(`There is no scenario ${written}.`);
    return {
      name: name as ScenarioName,
      on: on ?? (EVERYWHERE.has(name) ? 'all' : 'initiateCheckout'),
      ...(amount && { amount: Number(amount) }),
    };
  });

const EVERYWHERE = new Set(['down', 'changed-version', 'refused-promo', 'expired-link', 'sold-out']);

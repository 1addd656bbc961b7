import type { Offer } from '../../core/offer/offer.ts';

/** What decides which lists of some offers there can be, and how long they stay what they are. */
export interface Survey {
  /** The next instant at which an offer begins or ends to be for sale, in milliseconds since 1970; `Infinity`: none does. */
  until: number;
  /** All labels that offers carry. For whichever other one is asked, no offer is found. */
  labels: ReadonlySet<string>;
  /** All countries to which offers are restricted. Whichever other one is asked, the list is the same. */
  countries: ReadonlySet<string>;
}

/**
 * Looks through all offers once.
 *
 * @param now milliseconds since 1970.
 */
export function survey(offers: readonly Offer[], now: number): Survey {
  const [labels, countries] = [new Set<string>(), new Set<string>()];
  let until = Infinity;
  const look = (instant: number) => {
    if (instant > now && instant < until) until = instant;
  };
  for (const offer of offers) {
    offer.labels?.forEach((label) => labels.add(label));
    offer.countries?.forEach((country) => countries.add(country));
    if (offer.from) look(Date.parse(offer.from));
    // At the very instant it is still for sale.
    if (offer.until) look(Date.parse(offer.until) + 1);
  }
  return { until, labels, countries };
}

import type { Offer } from '../../core/offer/offer.ts';

/** What the customer has chosen so far. */
export class Selection {
  /** The group that is shown. */
  group = '';
  /** Paths of the selected offers, the last one chosen last. */
  readonly selected = new Set<string>();
  #asked = '';

  /** The page asks for a group; the customer's later choice holds until it asks for another one. */
  setRequestedGroup(asked: string): void {
    if (asked !== this.#asked) this.group = this.#asked = asked;
  }

  /** Selects an offer, or takes it back. Tells whether it is selected now. */
  toggle(path: string): boolean {
    return this.selected.delete(path) ? false : Boolean(this.selected.add(path));
  }

  /** The offers some paths stand for, or else the selected ones, or the only one there is. */
  offers(listed: readonly Offer[], paths?: readonly string[]): Offer[] {
    const only = listed.length === 1 ? [listed[0]!.path] : [];
    const wanted = paths ?? (this.selected.size ? [...this.selected] : only);
    return wanted.map((path) => listed.find((offer) => offer.path === path) ?? { path, name: path });
  }
}

import { draw, moneyByIntl, read } from './plain-list.ts';

// Two groups by hand: whichever is chosen is drawn anew.
const offers = read(document.querySelector('script[type="application/json"]')!.textContent!);
const money = moneyByIntl();
const show = (group: string) =>
  draw(
    offers.filter((offer) => offer.group === group),
    money,
  );
show('monthly');
window.bench.drawn();
window.showGroup = show;

declare global {
  interface Window {
    showGroup(group: string): void;
  }
}

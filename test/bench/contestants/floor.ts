import { draw, moneyByIntl, read } from './plain-list.ts';

// The floor: the page's own JSON becomes one string, and the string becomes the list.
draw(read(document.querySelector('script[type="application/json"]')!.textContent!), moneyByIntl());
window.bench.drawn();

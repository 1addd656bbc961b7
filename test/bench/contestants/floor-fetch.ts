import { draw, moneyByIntl, read } from './plain-list.ts';

// The floor for a list that is fetched.
const response = await fetch(document.querySelector<HTMLElement>('#list')!.dataset['src']!);
draw(read(await response.text()), moneyByIntl());
window.bench.drawn();

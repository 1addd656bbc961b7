import { html, render } from 'lit';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { VERSION } from '../../src/core/version.ts';
import { codePane } from './code.template.ts';
import { control } from './control.template.ts';
import { SECTIONS, type Section } from './controls.ts';
import { demoOffers } from './demo-offers.ts';
import { offerPicker } from './offers.template.ts';
import { preview } from './preview.template.ts';
import { shopIn } from './shop-in.ts';
import { drawnCards, isDrawnAtOnce } from './drawn-cards.ts';
import { elementOf, headSnippet, snippet, takesSheet, type Release } from './snippet.ts';
import { readState, writeState, type State } from './state.ts';
import { treeOf, type Setup, type Tree } from './tree.ts';

/** A place that does not exist; whoever hosts the files writes theirs. */
const EXAMPLE_FILES = `https://cdn.example.com/limio-offers/${VERSION}/`;

/** A shop that does not exist. */
const EXAMPLE_SHOP = 'https://shop.example.com';

/** Who plays it in the preview: the server of the demo says so; elsewhere nobody does. */
const PLAYED_SHOP = document.body.dataset['shop'] ?? EXAMPLE_SHOP;

/** Attributes whose controls are a part that comes after the cards. */
const LATER = ['copy-link', 'select', 'checkout', 'src', 'backend'];

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;

const offers = await demoOffers();
const standard = offers.filter(({ group }) => group === 'monthly').map(({ path }) => path);

let state = readState(location.hash);
let said = '';
let markup = '';
let element: Element | undefined;

/** A new set-up: drawn, and kept in the address, so that it can be shared and survives a reload. */
function change(part: Partial<State>): void {
  state = { ...state, ...part };
  said = '';
  history.replaceState(null, '', `#${writeState(state)}`);
  draw();
}

const setupFor = (shop: string): Setup => ({
  // The shop comes first, wherever it was set.
  attributes: Object.assign({ shop }, state.values, { shop }),
  offers: chosen().flatMap((path) => offers.find((offer) => offer.path === path) ?? []),
});

/** What is ticked; the usual offers before anybody ticked one, and where an address names none that is for sale. */
function chosen(): readonly string[] {
  if (!state.paths) return standard;
  const forSale = state.paths.filter((path) => offers.some((offer) => offer.path === path));
  return state.paths.length && !forSale.length ? standard : forSale;
}

const release = (): Release => ({
  address: (state.files || EXAMPLE_FILES).replace(/\/*$/, '/'),
  integrity,
});

/** What is wrong with the set-up, in a sentence; `''` where nothing is. */
function problemOf(shop: string | undefined): string {
  if (!shop) return 'There is no address of a shop in this. It looks like https://shop.example.com.';
  const needsOffers = !state.values['src'] && !state.values['backend'];
  return needsOffers && !setupFor(shop).offers.length ? 'Tick at least one offer to sell.' : '';
}

function draw(): void {
  const written = state.values['shop'];
  const shop = written ? shopIn(written) : EXAMPLE_SHOP;
  const problem = problemOf(shop);
  const isReady = shop && !problem;
  if (isReady) show(elementOf(setupFor(shop === EXAMPLE_SHOP ? PLAYED_SHOP : shop)));
  const code = isReady ? snippet(state.variant, setupFor(shop), release(), cardsFor(shop)) : '';
  render(controls(), find('.controls'));
  const previewActions = {
    onDevice: (device: State['device']) => change({ device }),
    onDark: (isDark: boolean) => change({ isDark }),
  };
  render(preview(state, element, problem, previewActions), find('.preview'));
  const codeActions = {
    onVariant: (variant: State['variant']) => change({ variant }),
    onFiles: (files: string) => change({ files }),
    onEarly: (isDrawnEarly: boolean) => change({ isDrawnEarly }),
    onCopy: (text: string) => void copy(text, 'Copied. Paste it into your page.'),
    onShare: () => void copy(location.href, 'Copied. Whoever opens the link sees this set-up.'),
  };
  const head = code && headSnippet(state.variant, release());
  render(codePane(state, { code, head, said, example: EXAMPLE_FILES }, codeActions), find('.code'));
}

/** What stands in the page before the script, once the preview has drawn it; nothing where the place takes no sheet. */
function cardsFor(shop: string): Tree | undefined {
  const base = element?.shadowRoot?.querySelector('.base');
  const isLater = LATER.some((name) => state.values[name]);
  if (!base || !isDrawnAtOnce(base) || isLater || !state.isDrawnEarly || !takesSheet(state.variant))
    return undefined;
  const copy = base.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a')) link.href = link.href.replace(PLAYED_SHOP, shop);
  return drawnCards(copy, treeOf(setupFor(shop)).children as Tree[]);
}

/** Puts the element itself on the stage, from the very markup that is to be copied. */
function show(next: string): void {
  if (next === markup) return;
  markup = next;
  const made = document.createRange().createContextualFragment(next).firstElementChild!;
  // The playground stays where it is.
  made.setAttribute('target', '_blank');
  element = made;
  made.addEventListener('limio-ready', draw);
}

const controls = () => html`
  <details open>
    <summary>Offers</summary>
    <div>${offerPicker(offers, chosen(), (paths) => change({ paths }))}</div>
  </details>
  ${SECTIONS.map(section)}
`;

const section = ({ title, controls: list, isExtra }: Section) => html`
  <details ?open=${!isExtra}>
    <summary>${title}</summary>
    <div>
      ${list.map((each) =>
        control(each, state.values[each.attribute] ?? '', (value) =>
          change({ values: { ...state.values, [each.attribute]: value } }),
        ),
      )}
    </div>
  </details>
`;

async function copy(text: string, done: string): Promise<void> {
  said = await navigator.clipboard.writeText(text).then(
    () => done,
    () => 'Your browser does not allow it. Select the text and copy it by hand.',
  );
  draw();
}

// The part of the address behind the hash is the set-up.
find('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  find('.code').focus();
});
find('.controls').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  state = readState(location.hash);
  draw();
});
draw();

import { html, render } from 'lit';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { VERSION } from '../../src/core/version.ts';
import { codePane } from './code.template.ts';
import { control } from './control.template.ts';
import { SECTIONS, type Section } from './controls.ts';
import { demoOffers } from './demo-offers.ts';
import { offerPicker } from './offers.template.ts';
import { preview } from './preview.template.ts';
import { elementOf, snippet, type Release } from './snippet.ts';
import { readState, writeState, type State } from './state.ts';
import type { Setup } from './tree.ts';

const release: Release = { address: `https://cdn.example.com/limio-offers/${VERSION}/`, integrity };

/** A shop that does not exist. */
const EXAMPLE_SHOP = 'https://shop.example.com';

/** Who plays it in the preview: the server of the demo says so; elsewhere nobody does. */
const PLAYED_SHOP = document.body.dataset['shop'] ?? EXAMPLE_SHOP;

/** What the element draws its buttons with, unless it is told otherwise. */
const OWN_ACCENT = '#2f4fdd';

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;

const offers = await demoOffers();
const standard = offers.filter(({ group }) => group === 'monthly').map(({ path }) => path);

let state = readState(location.hash);
let said = '';
let markup = '';
let element: Node | undefined;

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
  accent: state.accent,
});

const chosen = () => state.paths ?? standard;

function draw(): void {
  const shop = state.values['shop'] || EXAMPLE_SHOP;
  let [code, problem] = ['', ''];
  try {
    code = snippet(state.variant, setupFor(shop), release);
    show(elementOf(setupFor(shop === EXAMPLE_SHOP ? PLAYED_SHOP : shop)));
  } catch {
    problem = 'The address of the shop cannot be used. It looks like https://shop.example.com.';
  }
  render(controls(), find('.controls'));
  const previewActions = {
    onDevice: (device: State['device']) => change({ device }),
    onDark: (isDark: boolean) => change({ isDark }),
  };
  render(preview(state, element, problem, previewActions), find('.preview'));
  const codeActions = {
    onVariant: (variant: State['variant']) => change({ variant }),
    onCopy: () => void copy(code, 'Copied. Paste it into your page.'),
    onShare: () => void copy(location.href, 'Copied. Whoever opens the link sees this set-up.'),
  };
  render(codePane(state.variant, code, said, codeActions), find('.code'));
}

/** Puts the element itself on the stage, from the very markup that is to be copied. */
function show(next: string): void {
  if (next === markup) return;
  markup = next;
  const made = document.createRange().createContextualFragment(next).firstElementChild!;
  // The playground stays where it is.
  made.setAttribute('target', '_blank');
  element = made;
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
      ${title === 'Look' ? accent() : ''}
    </div>
  </details>
`;

const accent = () => html`
  <div class="control accent">
    <label for="accent">Colour of buttons</label>
    <input
      id="accent"
      type="color"
      .value=${state.accent || OWN_ACCENT}
      @input=${(event: Event) => change({ accent: (event.target as HTMLInputElement).value })}
    />
    ${state.accent ? html`<button type="button" @click=${() => change({ accent: '' })}>Reset</button>` : ''}
  </div>
`;

async function copy(text: string, done: string): Promise<void> {
  said = await navigator.clipboard.writeText(text).then(
    () => done,
    () => 'Your browser does not allow it. Select the text and copy it by hand.',
  );
  draw();
}

find('.controls').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  state = readState(location.hash);
  draw();
});
draw();

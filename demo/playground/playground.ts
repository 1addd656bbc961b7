import { render } from 'lit';
import { renderSVG } from 'uqr';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { blankPage } from './blank-page.ts';
import { demoOffers, plain } from './own/demo-offers.ts';
import { onDrop } from './own/on-drop.ts';
import { readPasted } from './own/read-pasted.ts';
import { codePane } from './parts/code.template.ts';
import { dock, placeDock } from './parts/dock.template.ts';
import type { Origin } from './parts/own.template.ts';
import { preview } from './parts/preview.template.ts';
import { settings } from './parts/settings.template.ts';
import { besideSnippet } from './print/beside.ts';
import { snippet, type Variant } from './print/snippet.ts';
import type { Setup } from './print/tree.ts';
import { saveFile } from './save-file.ts';
import { addressOf, EXAMPLE_FILES, type Release } from './release.ts';
import { chosenPaths, EXAMPLE_SHOP, firstLink, problemOf, setupOf, shopOf } from './setup.ts';
import { PLAYED_SHOP, Stage } from './stage.ts';
import { fitsAddress, readFile, readState, writeFile, writeState, type State } from './state.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const examples = await demoOffers();

let state = readState(location.hash);
let origin: Origin = state.own ? 'type' : 'examples';
let said = '';
let pasted = '';
let qr: string | undefined;
const stage = new Stage(draw);

const offers = () => state.own ?? examples;

/** A new set-up: drawn, and kept in the address, so that it can be shared and survives a reload. */
function change(part: Partial<State>): void {
  state = { ...state, ...part };
  said = '';
  qr = undefined;
  const written = writeState(state);
  history.replaceState(null, '', `#${fitsAddress(written) ? written : ''}`);
  draw();
}

/** Offers of one's own: each is shown, in their order. */
const useOwn = (own: readonly Offer[] | undefined, values = state.values) =>
  change({ own, values, paths: undefined, highlight: '' });

type Offer = ReturnType<typeof offers>[number];

/** How somebody brings in offers; typing begins with the examples that are shown. */
function bring(next: Origin): void {
  origin = next;
  pasted = '';
  if (next === 'examples') useOwn(undefined);
  else if (next === 'type' && !state.own)
    useOwn(examples.filter(({ path }) => chosenPaths(state, examples).includes(path)).map(plain));
  else draw();
}

/** Text from wherever: a set-up that was saved, or offers in any shape. */
function takeText(text: string): void {
  const saved = readFile(text);
  if (saved) {
    pasted = 'Your set-up is back.';
    return change(saved);
  }
  const found = text.trim() ? readPasted(text) : '';
  if (typeof found === 'string') {
    pasted = found;
    return draw();
  }
  const { offers: own, shop, promoCode, kind, problems } = found;
  const count = `${own.length} ${own.length === 1 ? 'offer' : 'offers'} read from ${kind}${shop ? ` of ${shop}` : ''}.`;
  const next = shop || state.values['shop'] ? '' : 'Now give the address of your shop, below.';
  pasted = [count, ...problems, next].filter(Boolean).join(' ');
  useOwn(own, {
    ...state.values,
    ...(shop && { shop }),
    ...(promoCode && { 'promo-code': promoCode }),
  });
}

const release = (): Release => ({ address: addressOf(state.files), integrity });

function draw(): void {
  const shop = shopOf(state);
  const problem = problemOf(state, offers());
  const isReady = Boolean(shop) && !problem;
  if (isReady) stage.show(setupOf(state, offers(), shop === EXAMPLE_SHOP ? PLAYED_SHOP : shop!), state.width);
  const setup = isReady ? setupOf(state, offers(), shop!) : undefined;
  const code = setup ? snippet(state.variant, setup, release(), stage.cards(setup, state)) : '';
  const beside = setup ? besideSnippet(state.variant, setup, release()) : [];
  render(
    settings(
      state,
      { offers: offers(), origin, pasted },
      { onChange: change, onOrigin: bring, onText: takeText },
    ),
    find('.controls'),
  );
  render(
    preview(
      state,
      { element: stage.element, problem, count: chosenPaths(state, offers()).length },
      { onWidth: (width) => change({ width }), onScheme: (scheme) => change({ scheme }) },
    ),
    find('.preview'),
  );
  render(
    codePane(
      state,
      { code, beside, qr },
      {
        onCopy: (text) => void copy(text, copiedSays(text)),
        onSave: save,
        onVariant: (variant) => change({ variant }),
        onQr: () => {
          qr = setup && renderSVG(firstLink(setup), { border: 4 });
          draw();
        },
      },
    ),
    find('.code'),
  );
  const isShort = fitsAddress(writeState(state));
  render(
    dock(
      { isReady, isShort, said },
      {
        onCopy: () => void copy(code, copiedSays(code)),
        onOpen: () => setup && openBlank(setup),
        onShare: () =>
          isShort
            ? void copy(location.href, 'Copied. Whoever opens the link sees this set-up.')
            : save('limio-offers-set-up.json', writeFile(state)),
      },
    ),
    find('.dock'),
  );
}

/** The snippet on a page of its own. What is no HTML is tried as HTML. */
function openBlank(setup: Setup): void {
  const variant: Variant = ['picture', 'classic', 'wordpress'].includes(state.variant)
    ? state.variant
    : 'module';
  const code = snippet(
    variant,
    setup,
    release(),
    variant === state.variant ? stage.cards(setup, state) : undefined,
  );
  const isExample = !state.files || state.files === 'plugin';
  const { src, type } = document.querySelector<HTMLScriptElement>('script[src*="limio-offers"]')!;
  const page = blankPage(code, isExample ? { example: EXAMPLE_FILES, src, type } : undefined);
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  window.open(address, '_blank');
}

/** Whoever copies an address that does not exist is told so, while they can still think of it. */
const copiedSays = (text: string): string =>
  text.includes(EXAMPLE_FILES)
    ? 'Copied. Paste it, with your address in place of cdn.example.com.'
    : 'Copied. Paste it into your page.';

async function copy(text: string, done: string): Promise<void> {
  said = await navigator.clipboard.writeText(text).then(
    () => done,
    () => 'Your browser does not allow it. Select the text and copy it by hand.',
  );
  draw();
}

function save(file: string, text: string): void {
  saveFile(file, text);
  said = `Saved as ${file}.`;
  draw();
}

// The part of the address behind the hash is the set-up.
find('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  find('.code').focus();
});
placeDock(find('.dock'), find('.top'));
find('.controls').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  state = readState(location.hash);
  draw();
});
onDrop((text) => {
  origin = 'paste';
  takeText(text);
});
draw();

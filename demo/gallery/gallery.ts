import { html, render, type TemplateResult } from 'lit';
import { highlight } from '../playground/print/highlight.ts';
import { GALLERY } from './sections.ts';

/** The HTML of each section, by its file. */
const SOURCES = import.meta.glob<string>('./sections/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const { shop = '' } = document.body.dataset;
const backend = document.querySelector<HTMLMetaElement>('meta[name="limio-backend"]')!.content;

/** The section itself, made from the very code that is shown; shop and backend are those of the demo. */
function example(code: string): DocumentFragment {
  const live = code
    .replaceAll('https://shop.example.com', shop)
    .replaceAll('https://offers.example.com', backend);
  return document.createRange().createContextualFragment(live);
}

/** The section whose code was copied last. */
let copied = '';

const section = ([file, title, what]: (typeof GALLERY)[number]): TemplateResult => {
  const code = SOURCES[`./sections/${file}.html`]!;
  return html`
    <section id=${file} aria-labelledby="${file}-title">
      <header>
        <div>
          <h2 id="${file}-title">${title}</h2>
          <p class="hint">${what}</p>
        </div>
        <button type="button" @click=${() => void copy(file, code)}>
          ${copied === file ? 'Copied' : 'Copy'}<span class=${copied === file ? 'unseen' : ''}> code</span
          ><span class="unseen"> of “${title}”</span>
        </button>
      </header>
      <div class="example ${file}-page">${examples.get(file)}</div>
      <details>
        <summary>Code of “${title}”</summary>
        <pre tabindex="0" aria-label="Code of “${title}”"><code>${highlight(code)}</code></pre>
      </details>
    </section>
  `;
};

/** Copies the code of a section; where the browser does not allow it, the code is shown and selected, to copy by hand. */
async function copy(file: string, code: string): Promise<void> {
  copied = await navigator.clipboard.writeText(code).then(
    () => file,
    () => '',
  );
  draw();
  if (!copied) select(document.getElementById(file)!);
}

function select(shown: HTMLElement): void {
  const pre = shown.querySelector('pre')!;
  pre.closest('details')!.open = true;
  pre.focus();
  getSelection()!.selectAllChildren(pre);
}

const examples = new Map(
  GALLERY.map(([file]) => [file, [...example(SOURCES[`./sections/${file}.html`]!).children]]),
);

const draw = () =>
  render(
    html`${GALLERY.map(section)}
      <p class="unseen" role="status">${copied && 'The code is copied.'}</p>`,
    document.querySelector<HTMLElement>('main')!,
  );
draw();

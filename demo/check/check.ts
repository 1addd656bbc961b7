import { html, nothing, render } from 'lit';
import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import type { Finding, Report } from '../../src/doctor/finding.ts';
import { readPage } from '../../src/doctor/page/page.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;

let page = '';
let address = '';

/** An address by which relative ones are judged; none while it is not whole. */
const url = () => (/^https?:\/\//.test(address) && URL.canParse(address) ? address : undefined);

function draw(): void {
  const report = page.trim() ? examineMarkup(readPage(page, { url: url() }), Date.now()) : undefined;
  render(form(), find('form'));
  render(report ? found(report) : hint, find('.report'));
}

const form = () => html`
  <div class="control">
    <label for="page">HTML of the page</label>
    <textarea
      id="page"
      rows="16"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="page-hint"
      placeholder="&lt;!doctype html&gt; …"
      @input=${(event: Event) => {
        page = (event.target as HTMLTextAreaElement).value;
        draw();
      }}
    ></textarea>
    <p class="hint" id="page-hint">
      Paste what “View page source” shows, or a part of it. Nothing of it is run, and it stays in your
      browser.
    </p>
  </div>
  <div class="control">
    <label for="address">Address of the page, if you know it</label>
    <input
      id="address"
      type="text"
      inputmode="url"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      placeholder="https://www.example.com/pricing"
      @input=${(event: Event) => {
        address = (event.target as HTMLInputElement).value.trim();
        draw();
      }}
    />
  </div>
  <p class="hint">
    <code>npx limio-offers doctor https://www.example.com/pricing</code> asks the servers, too: whether the
    script, the list and the backend answer, and with which headers.
  </p>
`;

const hint = html`<h2>Nothing to check yet</h2>
  <p class="hint">Paste a page, and this says what is there, what is wrong and what to do.</p>`;

const found = ({ findings, seen, unknown }: Report) => html`
  <h2 class=${findings.length ? 'is-wrong' : 'is-right'}>
    ${
      findings.length === 0
        ? 'Nothing is wrong that the HTML shows'
        : findings.length === 1
          ? 'One thing is wrong'
          : `${findings.length} things are wrong`
    }
  </h2>
  ${
    findings.length
      ? html`<ol class="findings">
          ${findings.map(finding)}
        </ol>`
      : nothing
  }
  ${list('It has', seen)} ${list('Only a browser or a server can tell', unknown)}
`;

const finding = ({ code, message, remedy, line }: Finding) =>
  html`<li>
    <p><b>${withCode(message)}</b></p>
    <p>${withCode(remedy)}</p>
    <p class="hint"><code>${code}</code>${line ? ` · line ${line}` : nothing}</p>
  </li>`;

/** What stands between backticks is code. */
const withCode = (text: string) =>
  text.split('`').map((part, n) => (n % 2 ? html`<code>${part}</code>` : part));

const list = (title: string, lines: readonly string[]) =>
  lines.length
    ? html`<h3>${title}</h3>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`
    : nothing;

find('form').addEventListener('submit', (event) => event.preventDefault());
draw();

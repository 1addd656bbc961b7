import { html, nothing, type TemplateResult } from 'lit';
import { purchaseLink, readPurchaseLink } from '../../core/link/purchase-link.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import type { Messages } from '../../locales/messages.ts';
import type { CardView, View } from '../view/view.ts';
import { linkToCopy } from './link-to-copy.ts';

/** How long a button says that its link was copied, in milliseconds. */
const SAID_MS = 2000;

/** Longest wait for the clipboard, in milliseconds: a browser may ask a question that nobody answers. */
const CLIPBOARD_MS = 1000;

/** The element, as far as copying depends on it. */
interface Host {
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
}

/** The link of a card that was copied, and the text to copy by hand, where it has to be. */
interface Copied {
  href?: string;
  link?: string;
  sentence?: string;
}

/** Copies purchase links of cards, and shows them to be copied by hand where nothing else is left. */
export class Copying {
  /** What a screen reader is told. */
  announcement = '';
  readonly #host: Host;
  /** What was copied last. */
  #copied: Copied = {};

  constructor(host: Host) {
    this.#host = host;
  }

  /** The button that copies the link of a card, or what came of it. */
  renderButton({ href, name }: CardView, words: Messages): TemplateResult {
    const isCopied = href === this.#copied.href && !this.#copied.link;
    return html`<button class="copy" part="copy" type="button" @click=${() => this.#copy(href!, words)}>
      <span
        data-other=${isCopied ? words.copy : words.copied}
        .textContent=${isCopied ? words.copied : words.copy}
      ></span
      ><span class="unseen" .textContent=${` ${name}`}></span>
    </button>`;
  }

  /** The link to copy by hand, at the card it belongs to. */
  renderLink({ href }: Pick<CardView, 'href'>, words: Messages): TemplateResult | typeof nothing {
    const { href: of, link, sentence = '' } = this.#copied;
    return link && of === href ? linkToCopy(link, words, sentence) : nothing;
  }

  /** The link to copy by hand, where it belongs to no card. */
  renderWayOut({ cards, words, settings }: View): TemplateResult | typeof nothing {
    const { href } = this.#copied;
    // A button alone has no card to show it on.
    const isOnCard = settings.layout !== 'button' && cards.some((card) => card.href === href);
    return isOnCard ? nothing : this.renderLink({ href }, words);
  }

  /** Shows a link that could not be opened, or hides it. */
  show(href: string, sentence = ''): void {
    this.#show(href ? { href, link: href, sentence } : {});
  }

  async #copy(href: string, words: Messages): Promise<void> {
    const link = readPurchaseLink(href);
    // Not the parameters that tell how this customer came here: they are not true of the next one.
    const toPassOn = link ? purchaseLink({ ...link, carry: {} }) : href;
    const { signal } = new AbortController();
    try {
      await withTimeout(signal, CLIPBOARD_MS, () => navigator.clipboard.writeText(toPassOn));
    } catch {
      return this.#show({ href, link: toPassOn });
    }
    const copied = { href };
    this.#show(copied, words.copied);
    setTimeout(() => this.#copied === copied && this.show(''), SAID_MS);
  }

  #show(copied: Copied, announcement = ''): void {
    this.#copied = copied;
    this.announcement = announcement;
    this.#host.requestUpdate();
    // WebKit's focus leaves it where it is, even out of sight.
    if (copied.link)
      void this.#host.updateComplete.then(() => {
        const link = this.#host.renderRoot.querySelector<HTMLElement>('[part=link]:not([inert] *)');
        link?.focus();
        link?.scrollIntoView({ block: 'nearest' });
      });
  }
}

import type { PartnerAnswer } from '../../src/contract/partner.ts';
import type { BasketEvent } from '../../src/server.ts';
import { askDesk, type Asked } from './ask-desk.ts';
import { crmRecords, exchange, link, sentence } from './outcome.ts';

const place = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;

/** What was typed, without fields that were left empty. */
const given = (form: FormData) =>
  Object.fromEntries([...form].filter(([, value]) => value)) as Record<string, string>;

/** How often the CRM is looked at, in milliseconds. */
const POLL_MS = 1000;
let watching: ReturnType<typeof setInterval> | undefined;

/** Shows what the CRM knows by now, unless nothing is new: links in it may have the focus. */
async function showRecords(): Promise<void> {
  const { answer } = await askDesk('POST', '/crm', {}).catch(() => ({ answer: {} }));
  const { events } = answer as { events?: BasketEvent[] };
  const list = events && crmRecords(events);
  if (list && list.outerHTML !== place('abandoned').innerHTML) place('abandoned').replaceChildren(list);
}

/** What the reseller may sell. */
const BUSINESS = '/offers2/Desk Business Negotiated';

/** What each form asks, and what is shown of the answer. */
const ASKS: Record<string, (form: FormData) => Promise<Node[]>> = {
  async quotes(form) {
    const { offer, quantity, account, promo, days, addOn } = given(form);
    const asked = await askDesk('POST', '/quotes', {
      items: [{ path: offer, quantity: Number(quantity) }, ...(addOn ? [{ path: addOn }] : [])],
      ...(account && { account: { accountId: account } }),
      ...(promo && { promoCode: promo }),
      expiresAfter: { days: Number(days) },
    });
    const { url, total, promo: outcome, requires } = asked.answer as Record<string, string>;
    const { amount, currency } = (Object(total) as { amount?: number; currency?: string }) ?? {};
    const price =
      amount !== undefined &&
      new Intl.NumberFormat('en', { style: 'currency', currency: currency ?? 'USD' }).format(amount);
    return url
      ? [
          sentence(`${price || 'The price'} in all${outcome ? `; the code is ${outcome}` : ''}.`),
          ...(requires
            ? [sentence('It opens as the account: its page needs anonymous authentication.')]
            : []),
          link(url, 'Open it as the customer'),
          exchange(asked),
        ]
      : refused(asked);
  },
  async renewals(form) {
    const { reference, email } = given(form);
    const asked = await askDesk('POST', '/renewals', {
      subscriptionReference: reference ?? '',
      ...(email && { verify: { email } }),
    });
    const { url } = asked.answer as Record<string, string>;
    return url ? [link(url, 'Open it as the subscriber'), exchange(asked)] : refused(asked);
  },
  async partner(form) {
    const items = form.getAll('offer').map((path) => ({ path }));
    return basket.shown(await askDesk('POST', '/partner/checkouts', { items }));
  },
  async 'partner-change'(form) {
    const { seats, clean } = given(form);
    return basket.asked((route, { items = [], blockedProducts = [] }) => {
      const of = (path: string) => items.find((item) => item.path === path)?.id;
      const business = of(BUSINESS);
      const isLeft = business && !blockedProducts.includes(BUSINESS);
      const blocked = clean ? blockedProducts.flatMap((path) => of(path) ?? []) : [];
      const actions = [
        ...blocked.map((itemId) => ({ action: 'remove', itemId })),
        ...(isLeft ? [{ action: 'change_quantity', itemId: business, quantity: Number(seats) }] : []),
      ];
      return askDesk('PUT', route, { actions });
    });
  },
  'partner-check': () => basket.asked((route) => askDesk('POST', `${route}/validate`, {})),
  async abandoned() {
    const { answer } = await askDesk('POST', '/abandoned', {});
    // What is bought from now on comes by itself.
    watching ??= setInterval(() => void showRecords(), POLL_MS);
    return [crmRecords((answer as { events: BasketEvent[] }).events)];
  },
};

/** The basket of the reseller, as it was last answered. */
const basket = {
  last: undefined as PartnerAnswer | undefined,
  async asked(ask: (route: string, last: PartnerAnswer) => Promise<Asked>): Promise<Node[]> {
    const { last } = this;
    return last
      ? this.shown(await ask(`/partner/checkouts/${last.id}`, last))
      : [sentence('Fill the basket first.')];
  },
  shown(asked: Asked): Node[] {
    if (asked.status !== 200) return refused(asked);
    const answer = asked.answer as unknown as PartnerAnswer;
    this.last = answer;
    const { blockedProducts, url } = answer;
    return blockedProducts.length
      ? [
          sentence(`Not for this reseller: ${blockedProducts.join(', ')}. So there is no link.`),
          exchange(asked),
        ]
      : [link(url ?? '', 'Open it as the customer'), exchange(asked)];
  },
};

function refused(asked: Asked): Node[] {
  const { code, fields = [] } = asked.answer as { code?: string; fields?: string[] };
  return [
    sentence(`Refused: ${[code, ...fields].join(', ')}. Nothing was made or changed.`),
    exchange(asked),
  ];
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const name = form.dataset['ask'];
  const ask = name && ASKS[name];
  if (!ask) return;
  event.preventDefault();
  const button = form.querySelector('button')!;
  button.ariaDisabled = 'true';
  ask(new FormData(form))
    .catch(() => [sentence('The server of this page cannot be reached.')])
    .then((nodes) => place(form.dataset['shown'] ?? name).replaceChildren(...nodes))
    .finally(() => (button.ariaDisabled = null));
});

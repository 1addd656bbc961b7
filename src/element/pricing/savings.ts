import { html, nothing } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Offer, Price } from '../../core/offer/offer.ts';
import { formerAmount } from '../../core/price/former-amount.ts';
import { formatAmount, formatter } from '../../core/price/format-price.ts';
import { perInterval } from '../../core/price/plain-price-line.ts';
import { formerSaving, groupSaving, intervalSaving, perMonth } from '../../core/price/savings.ts';
import { struckPrice } from '../templates/struck-price.ts';
import type { CardView, View } from '../view/view.ts';

/** The former price of a card, with what is saved on it beside it, where that is one percent or more. */
export function renderFormer({ offer: { price } }: CardView, { settings, words }: View) {
  const was = price && formerAmount(price);
  if (!was) return nothing;
  const struck = struckPrice(formatAmount(was, price.currency, settings.locale), words);
  const percent = isShown(settings) && formerSaving(price);
  const former = percent
    ? html`<span class="former"
        >${struck}<bdi class="pill" part="saving" .textContent=${inPercent(-percent, settings.locale)}></bdi
      ></span> `
    : struck;
  return html`${former}<span class="unseen">${words.now} </span>`;
}

/** What a price of several months comes to in one, where the same plan is sold at another interval as well. */
export function renderMonthly({ offer, price: line }: CardView, { settings, words, allCards }: View) {
  const { price } = offer;
  if (!isShown(settings) || !price?.interval || line?.own || !hasTwin(offer, price, offersOf(allCards)))
    return nothing;
  const { locale } = settings;
  const { maximumFractionDigits: decimals = 2 } = formatter(locale, {
    style: 'currency',
    currency: price.currency,
  }).resolvedOptions();
  const amount = perMonth(price, decimals);
  if (!amount) return nothing;
  const { unit, count } = price.interval;
  const isYearly = unit === 'year' && count === 1;
  const sentence = fill(isYearly ? words.billedYearly : words.billed, {
    price: formatAmount(amount, price.currency, locale),
    every: perInterval(price.interval, words, locale),
  });
  return html`<p class="monthly" .textContent=${sentence}></p>`;
}

/** What a group saves beside the dearest of the others, on the switch; nothing where its plans do not pair. */
export function renderGroupSaving(group: string, { settings, words, groups, allCards }: View) {
  const plans = new Map(groups.map((key) => [key, [] as Offer[]]));
  for (const offer of offersOf(allCards)) plans.get(offer.group ?? '')!.push(offer);
  const savings = groups.map((other) => groupSaving(plans.get(group)!, plans.get(other)!) ?? 0);
  const percent = isShown(settings) && Math.max(...savings);
  if (!percent) return nothing;
  const saving = fill(words.save, { percent: inPercent(percent, settings.locale) });
  return html`<bdi class="pill" part="saving" .textContent=${saving}></bdi>`;
}

const offersOf = (cards: readonly CardView[] = []) => cards.map(({ offer }) => offer);

const isShown = ({ savings }: View['settings']): boolean => savings !== 'none';

const hasTwin = ({ name, group }: Offer, price: Price, offers: readonly Offer[]): boolean =>
  offers.some(
    (twin) =>
      twin.name === name &&
      twin.group !== group &&
      twin.price &&
      intervalSaving(price, twin.price) !== undefined,
  );

/** `16%`, `16 %`, and `−16%` with a sign as wide as a digit. */
const inPercent = (percent: number, locale: string): string =>
  formatter(locale, { style: 'percent' })
    .format(percent / 100)
    .replace('-', '−');

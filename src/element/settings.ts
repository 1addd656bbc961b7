import { DEFAULT_CARRY } from '../core/attribution.ts';
import { resolveLocale } from '../core/locale.ts';
import { shopOfLinks } from './light-dom.ts';

/** The attributes after reading: each has one of its documented values. */
export interface Settings {
  shop: string;
  page: string;
  label: string;
  promoCode: string;
  select: 'one' | 'many';
  layout: 'auto' | 'cards' | 'list' | 'compact' | 'button';
  target: '_self' | '_blank' | '_top';
  theme: 'auto' | 'light' | 'dark';
  locale: string;
  /** Whether the locale was set on the element itself, so that its direction is set too. */
  isOwnLocale: boolean;
  country: string;
  carry: string;
  copyLink: boolean;
  backend: string;
  isAssisted: boolean;
  ask: string;
}

/** What the settings are read from: the element, with its properties as they were written. */
export interface RawSettings extends Element {
  shop: string;
  page: string;
  label: string;
  promoCode: string;
  select: string;
  layout: string;
  target: string;
  theme: string;
  locale: string;
  country: string;
  carry: string;
  copyLink: boolean;
  backend: string;
  checkoutMode: string;
  ask: string;
}

/** Reads the settings; what is not one of the known values becomes the default. Never throws. */
export function readSettings(raw: RawSettings): Settings {
  return {
    shop: line(raw.shop) || shopOfLinks(raw),
    page: line(raw.page),
    label: line(raw.label),
    promoCode: line(raw.promoCode).toUpperCase(),
    select: oneOf(raw.select, 'one', 'many'),
    layout: oneOf(raw.layout, 'auto', 'cards', 'list', 'compact', 'button'),
    target: oneOf(raw.target, '_self', '_blank', '_top'),
    theme: oneOf(raw.theme, 'auto', 'light', 'dark'),
    locale: resolveLocale([line(raw.locale), nearestLanguage(raw)]),
    isOwnLocale: Boolean(line(raw.locale)),
    country: line(raw.country).toUpperCase(),
    carry: line(raw.carry) || DEFAULT_CARRY,
    copyLink: raw.copyLink,
    backend: line(raw.backend).replace(/\/$/, ''),
    // A frame without an origin of its own can reach no backend; the link still opens.
    isAssisted: oneOf(raw.checkoutMode, '', 'assisted') !== '' && self.origin !== 'null',
    ask: line(raw.ask),
  };
}

/** Frameworks pass `null` and `undefined` too, and editors wrap values in typographic quotes. */
const line = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/^[\s\p{Pi}\p{Pf}\p{Ps}"']+|[\s\p{Pi}\p{Pf}"']+$/gu, '') : '';

function oneOf<T extends string>(value: unknown, standard: T, ...others: T[]): T {
  const written = line(value).toLowerCase();
  return others.find((other) => other === written) ?? standard;
}

/** The `lang` that holds for the element, looked for through shadow roots. */
function nearestLanguage(host: Element): string {
  const holder = host.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = host.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : '';
}

/** Direction of a language's script, for an element whose language is not the page's. */
export const directionOf = (locale: string): 'rtl' | 'ltr' =>
  /^(ar|fa|he|ps|ur)\b/.test(locale) ? 'rtl' : 'ltr';

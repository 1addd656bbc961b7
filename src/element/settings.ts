import { DEFAULT_CARRY } from '../core/link/attribution.ts';
import { resolveLocale } from '../core/locale.ts';
import { readRows } from './attributes/attribute.ts';
import { ATTRIBUTES, type Properties, type WrittenSettings } from './attributes/attributes.ts';
import { shopOfLinks } from './light-dom/light-dom.ts';
import { isoCountry } from '../core/iso-country.ts';

/** What the element works with: every attribute after reading, and what follows from where it stands. */
export interface Settings extends WrittenSettings {
  /** Whether the locale was set on the element itself, so that its direction is set too. */
  isOwnLocale: boolean;
  /** Whether a backend is asked for a checkout before the link is followed. */
  isAssisted: boolean;
  /** What relative addresses of the page start from. */
  pageUrl: string;
  /** Query of the address that the visit began with, and of the page as it is now. */
  visitQuery: string;
}

/** Reads the settings, once for each update. Never throws. */
export function readSettings(element: Element & Properties): Settings {
  const settings = settingsOf(
    readRows(ATTRIBUTES, element),
    nearestLanguage(element),
    element.baseURI,
    queryOfVisit(),
  );
  settings.shop ||= shopOfLinks(element);
  // Anything but a colour could end the declaration and begin another.
  if (!CSS.supports('color', settings.accent)) settings.accent = '';
  // A frame without an origin of its own can reach no backend; the link still opens.
  settings.isAssisted &&= self.origin !== 'null';
  return settings;
}

/**
 * Settings from what was written, in a browser or on a server.
 *
 * @param language of the page around the element, where it says none itself.
 */
export const settingsOf = (
  written: WrittenSettings,
  language: string,
  pageUrl: string,
  visitQuery: string,
): Settings => ({
  ...written,
  promoCode: written.promoCode.toUpperCase(),
  carry: written.carry || DEFAULT_CARRY,
  locale: resolveLocale([written.locale, language]),
  isOwnLocale: Boolean(written.locale),
  country: isoCountry(written.country),
  backend: written.backend.replace(/\/$/, ''),
  isAssisted: written.checkoutMode === 'assisted',
  pageUrl,
  visitQuery,
});

/**
 * The query of the page's address, and before it that which the visit began with: tools that clean the address may
 * have come before this script.
 *
 * In a frame that has no address of its own, such as one with `srcdoc`, Firefox gives "document" for it.
 */
function queryOfVisit(): string {
  const [visit] = performance.getEntriesByType('navigation');
  return [visit?.name, location.href].map((url) => /^[^?#]*\??(.*?)(#|$)/.exec(url!)![1]).join('&');
}

/** The `lang` that holds for the element, looked for through shadow roots. */
export function nearestLanguage(element: Element): string {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return element.closest('[lang]')?.getAttribute('lang') ?? (host ? nearestLanguage(host) : '');
}

/** Direction of a language's script, for an element whose language is not the page's. */
export const directionOf = (locale: string): 'rtl' | 'ltr' =>
  /^(ar|fa|he|ps|ur)\b/.test(locale) ? 'rtl' : 'ltr';

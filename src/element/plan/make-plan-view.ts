import type { PlanState } from '../../controllers/plan-controller.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { untrusted } from '../../core/link/backend-address.ts';
import type { FirstMessages } from '../../locales/languages.ts';
import type { Messages } from '../../locales/messages.ts';
import type { PlanMessages } from '../../locales/plan/plan-en.ts';
import { trustedBackend } from '../assisted-checkout/trusted-backend.ts';
import { hasContent } from '../light-dom/light-dom.ts';
import { confirmLink, shopOfChild } from './confirm-link.ts';
import type { PlanProperties, PlanSettings } from './plan-attributes.ts';
import { planPictureOf } from './plan-picture.ts';
import type { PlanView } from './plan-view.ts';
import type { PlanExtras } from './plan-words.ts';

/** What is said, in the language of the page. */
interface Said {
  locale: string;
  messages: FirstMessages & PlanMessages;
  extras: PlanExtras | undefined;
}

/**
 * Everything that is drawn, made anew for each update.
 *
 * @param count how many the customer has pressed, while it is not asked for yet.
 */
export function makePlanView(
  host: PlanProperties & HTMLElement,
  settings: PlanSettings,
  state: PlanState,
  { locale, messages, extras }: Said,
  count: number | undefined,
): PlanView {
  const ready = state.status === 'ready' ? state : undefined;
  const url = ready?.change.url;
  const shop = settings.shop || shopOfChild(host);
  const link = confirmLink(url, shop, location.search);
  let problem: LimioError | undefined;
  const overrides = extras?.readOverrides(host.words, (error) => (problem = error));
  if (settings.backend && !trustedBackend(settings.backend)) problem ??= untrusted(settings.backend);
  if (url && !link) problem ??= new LimioError('link_refused', `That is no page of ${shop || 'the shop'}.`);
  if ('error' in state) problem ??= state.error;
  return {
    picture: planPictureOf(state, hasContent(host), count),
    isBusy: ready?.isBusy,
    error: ready?.error,
    // English comes in parts, each with what says it.
    words: { ...extras?.messages, ...messages, ...overrides } as Messages & PlanMessages,
    locale,
    isOwnLocale: Boolean(settings.locale),
    theme: settings.theme,
    headingLevel: Number(settings.headingLevel),
    shop,
    link,
    extras,
    problem,
  };
}

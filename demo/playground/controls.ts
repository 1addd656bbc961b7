import { DEFAULT_CARRY } from '../../src/core/attribution.ts';

/** One attribute, as a marketer sets it. */
export interface Control {
  attribute: string;
  label: string;
  /** A sentence below it, where the label does not say it all. */
  hint?: string;
  /** `choice` shows all values side by side, `checks` takes several of them. */
  kind: 'text' | 'choice' | 'select' | 'switch' | 'checks';
  /** Values and their names; the first is the default. */
  values?: ReadonlyArray<readonly [value: string, name: string]>;
  placeholder?: string;
}

/** Controls that belong together. */
export interface Section {
  title: string;
  controls: readonly Control[];
  /** Rarely needed, so it is closed at first. */
  isExtra?: boolean;
}

/** Every attribute of the element, in the order in which people ask for it. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Shop',
    controls: [
      {
        attribute: 'shop',
        label: 'Address of your shop',
        kind: 'text',
        placeholder: 'https://shop.example.com',
      },
      { attribute: 'promo-code', label: 'Promo code', kind: 'text', placeholder: 'SAVE20' },
    ],
  },
  {
    title: 'Look',
    controls: [
      {
        attribute: 'layout',
        label: 'Layout',
        kind: 'choice',
        values: [
          ['auto', 'Auto'],
          ['cards', 'Cards'],
          ['list', 'List'],
          ['compact', 'Compact'],
          ['button', 'Button'],
        ],
      },
      {
        attribute: 'theme',
        label: 'Colours',
        kind: 'choice',
        values: [
          ['auto', 'As the page'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
      },
      {
        attribute: 'locale',
        label: 'Language',
        kind: 'select',
        values: [
          ['', 'As the page'],
          ['en', 'English'],
          ['de', 'Deutsch'],
          ['fr', 'Français'],
          ['es', 'Español'],
          ['pt', 'Português'],
          ['nl', 'Nederlands'],
          ['ja', '日本語'],
          ['ar', 'العربية'],
        ],
      },
      { attribute: 'words', label: 'Words on the button', kind: 'text', placeholder: 'Subscribe' },
    ],
  },
  {
    title: 'Choosing and buying',
    controls: [
      {
        attribute: 'select',
        label: 'How many can be chosen',
        kind: 'choice',
        values: [
          ['one', 'One'],
          ['many', 'Several'],
        ],
      },
      {
        attribute: 'target',
        label: 'The shop opens in',
        kind: 'choice',
        values: [
          ['_self', 'Same tab'],
          ['_blank', 'New tab'],
          ['_top', 'Whole tab'],
        ],
      },
      { attribute: 'copy-link', label: 'A button that copies the link', kind: 'switch' },
    ],
  },
  {
    title: 'More',
    isExtra: true,
    controls: [
      {
        attribute: 'page',
        label: 'Page of the shop',
        hint: 'Where a link lands, if not at the checkout.',
        kind: 'text',
        placeholder: '/checkout',
      },
      {
        attribute: 'src',
        label: 'Offers from a file',
        hint: 'A JSON list. The links stay as a safety net.',
        kind: 'text',
        placeholder: '/offers.json',
      },
      {
        attribute: 'offers',
        label: 'Offers inside the tag',
        hint: 'All that is known of them, as JSON; nothing is loaded.',
        kind: 'switch',
      },
      { attribute: 'label', label: 'Only offers with this label', kind: 'text', placeholder: 'pricing' },
      { attribute: 'group', label: 'Group shown first', kind: 'text', placeholder: 'yearly' },
      {
        attribute: 'country',
        label: 'Country of the customer',
        hint: 'Hides what is not sold there.',
        kind: 'text',
        placeholder: 'DE',
      },
      {
        attribute: 'carry',
        label: 'Campaign parameters to pass on',
        hint: 'Add _gl for Google’s cross-domain linker.',
        kind: 'text',
        placeholder: DEFAULT_CARRY,
      },
      {
        attribute: 'checkout',
        label: 'Checkout',
        kind: 'choice',
        values: [
          ['link', 'By link'],
          ['assisted', 'Filled in for them'],
        ],
      },
      {
        attribute: 'backend',
        label: 'Address of your backend',
        hint: 'For live offers and checkouts that are filled in.',
        kind: 'text',
        placeholder: 'https://offers.example.com',
      },
      {
        attribute: 'ask',
        label: 'Details to ask for',
        kind: 'checks',
        values: [
          ['email', 'E-mail'],
          ['first-name', 'First name'],
          ['last-name', 'Last name'],
          ['company', 'Company'],
          ['phone', 'Phone'],
          ['country', 'Country'],
        ],
      },
    ],
  },
];

/** What each attribute is when it is not written. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  carry: DEFAULT_CARRY,
  ...Object.fromEntries(
    SECTIONS.flatMap(({ controls }) => controls)
      .filter(({ kind }) => kind === 'choice')
      .map(({ attribute, values }) => [attribute, values![0]![0]]),
  ),
};

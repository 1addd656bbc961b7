import { DEFAULT_CARRY } from '../../src/core/link/attribution.ts';
import { attributeOf, type Attribute } from '../../src/element/attributes/attribute.ts';
import { ATTRIBUTES } from '../../src/element/attributes/attributes.ts';
import { LANGUAGES } from '../../src/locales/languages.ts';

/** One attribute, as a marketer sets it. */
export interface Control {
  attribute: string;
  label: string;
  /** A sentence below it, where the label does not say it all. */
  hint?: string;
  /** `choice` shows all values side by side, `checks` takes several of them. */
  kind: 'text' | 'address' | 'colour' | 'choice' | 'select' | 'switch' | 'checks';
  /** Values and their names; the first is the default. */
  values?: ReadonlyArray<readonly [value: string, name: string]>;
  placeholder?: string;
}

/** Controls that belong together. */
export interface Section {
  title: string;
  controls: readonly Control[];
  /** What its head says while nothing of it is set. */
  standard?: string;
  /** Rarely needed, so it is closed at first. */
  isExtra?: boolean;
}

/** A language, and its name as its speakers write it at the beginning of a line. */
function inItself(tag: string): readonly [tag: string, name: string] {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return [tag, name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)];
}

/** The attributes of the element, in the order in which people ask for them. */
const NAMED: readonly Section[] = [
  {
    title: 'Offers',
    controls: [
      {
        attribute: 'shop',
        label: 'Address of your shop',
        hint: 'Any link of your shop will do.',
        kind: 'address',
        placeholder: 'https://shop.example.com',
      },
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
          ['compact', 'Rows'],
          ['compare', 'Table'],
          ['button', 'Button'],
        ],
      },
      {
        attribute: 'theme',
        label: 'Colours',
        kind: 'choice',
        values: [
          ['auto', 'Like the page'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
      },
      { attribute: 'accent', label: 'Colour of the buttons', kind: 'colour' },
    ],
  },
  {
    title: 'Buying',
    standard: 'one at a time',
    controls: [
      { attribute: 'promo-code', label: 'Promo code', kind: 'text', placeholder: 'SAVE20' },
      {
        attribute: 'select',
        label: 'Plans a customer can buy at once',
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
          ['_top', 'Out of its frame'],
        ],
      },
      { attribute: 'copy-link', label: 'Button that copies the link', kind: 'switch' },
      { attribute: 'compare-offers', label: 'Table of what the plans include', kind: 'switch' },
      {
        attribute: 'savings',
        label: 'What a longer period saves',
        kind: 'choice',
        values: [
          ['auto', 'Say it'],
          ['none', 'Leave it out'],
        ],
      },
    ],
  },
  {
    title: 'Words and language',
    standard: 'page’s own',
    controls: [
      {
        attribute: 'locale',
        label: 'Language',
        kind: 'select',
        values: [['', 'Like the page'], ...['en', ...Object.keys(LANGUAGES)].map(inItself)],
      },
      { attribute: 'words', label: 'Text on the buttons', kind: 'text', placeholder: 'Subscribe' },
    ],
  },
  { title: 'Where it goes', controls: [] },
  {
    title: 'Everything else',
    isExtra: true,
    controls: [
      {
        attribute: 'page',
        label: 'Page of the shop to open',
        hint: 'If it is not the checkout.',
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
      { attribute: 'label', label: 'Show only offers with this label', kind: 'text', placeholder: 'pricing' },
      { attribute: 'group', label: 'Billing period shown first', kind: 'text', placeholder: 'yearly' },
      {
        attribute: 'country',
        label: 'Country of the customer',
        hint: 'Hides what is not sold there.',
        kind: 'text',
        placeholder: 'DE',
      },
      {
        attribute: 'current',
        label: 'Plans the customer has already',
        hint: 'Their paths. They are marked, and not for sale.',
        kind: 'text',
        placeholder: '/offers2/Pro',
      },
      {
        attribute: 'heading-level',
        label: 'Level of the headings',
        hint: 'As the outline of the page wants it.',
        kind: 'choice',
        values: ['3', '2', '4', '5', '6'].map((level) => [level, level] as const),
      },
      { attribute: 'json-ld', label: 'Describe the offers to search engines', kind: 'switch' },
      { attribute: 'agent-tools', label: 'Let the agent of a browser list and sell', kind: 'switch' },
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
          ['link', 'Customers fill it in'],
          ['assisted', 'Filled in by your backend'],
        ],
      },
      {
        attribute: 'backend',
        label: 'Address of your backend',
        hint: 'For live prices, and checkouts that are filled in already.',
        kind: 'text',
        placeholder: 'https://offers.example.com',
      },
      {
        attribute: 'ask',
        label: 'Details to ask customers for',
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

/** Every attribute of the element: one that no section names is where the rarely needed ones are. */
export const SECTIONS: readonly Section[] = NAMED.map((section) =>
  section.isExtra ? { ...section, controls: [...section.controls, ...unnamed()] } : section,
);

function unnamed(): Control[] {
  const named = new Set(NAMED.flatMap(({ controls }) => controls.map(({ attribute }) => attribute)));
  return Object.entries<Attribute>(ATTRIBUTES).flatMap(([name, row]) => {
    const attribute = attributeOf(name, row);
    return attribute && !named.has(attribute) ? [controlOf(attribute, row)] : [];
  });
}

function controlOf(attribute: string, { type, values }: Attribute): Control {
  const label = attribute[0]!.toUpperCase() + attribute.slice(1).replaceAll('-', ' ');
  if (values) return { attribute, label, kind: 'choice', values: values.map((value) => [value, value]) };
  return { attribute, label, kind: type === Boolean ? 'switch' : 'text' };
}

/** What each attribute is when it is not written. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  carry: DEFAULT_CARRY,
  ...Object.fromEntries(
    SECTIONS.flatMap(({ controls }) => controls)
      .filter(({ kind }) => kind === 'choice')
      .map(({ attribute, values }) => [attribute, values![0]![0]]),
  ),
};

// The block in the editor. What it saves is HTML that every author may save: a `div` with purchase links.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { InspectorControls, useBlockProps } = blockEditor;
  const { Button, Disabled, PanelBody, Placeholder, SelectControl, TextControl } = components;
  const { createElement: el, Fragment } = element;
  const __ = (text) => i18n.__(text, 'limio-offers');

  /** Fields of the block, and of each offer, by attribute. */
  const SETTINGS = {
    shop: { label: __('Address of your shop'), placeholder: 'https://shop.example.com' },
    promoCode: { label: __('Promo code'), placeholder: 'SAVE20' },
    src: {
      label: __('Offers from a file'),
      placeholder: '/offers.json',
      help: __('A JSON list. The offers below stay as a safety net.'),
    },
    label: { label: __('Only offers with this label'), placeholder: 'pricing' },
  };
  const FIELDS = {
    name: { label: __('Name'), placeholder: 'Pro Plan' },
    path: { label: __('Path in the Limio catalogue'), placeholder: '/offers2/Pro Plan' },
    price: { label: __('Price'), placeholder: '29' },
    currency: { label: __('Currency'), placeholder: 'EUR' },
    interval: { label: __('Paid every'), placeholder: 'month' },
    labels: { label: __('Labels, separated by |'), placeholder: 'pricing' },
  };
  const LAYOUTS = ['', 'cards', 'list', 'compact', 'button'];

  /** The purchase link, or nothing while what was typed cannot be one. */
  function linkTo({ path }, { shop = '', promoCode = '' }) {
    try {
      const { protocol, origin } = new URL(/^https?:/i.test(shop) ? shop : `https://${shop}`);
      const code = promoCode.toUpperCase().replace(/[^A-Z0-9]/g, '');
      if (!path?.startsWith('/') || !protocol.startsWith('http')) return undefined;
      return `${origin}/checkout?purchase=${encodeURIComponent(path)}${code && `&pc=${code}`}`;
    } catch {
      return undefined;
    }
  }

  const dataOf = ({ shop, promoCode, layout, src, label }) => ({
    'data-shop': shop || undefined,
    'data-promo-code': promoCode || undefined,
    'data-layout': layout || undefined,
    'data-src': src || undefined,
    'data-label': label || undefined,
  });

  /** For the preview: the frame it is in has, in newer editors, no address that a path could be read against. */
  const whole = ({ src, ...rest }) => ({
    ...rest,
    src: src && Object.assign(document.createElement('a'), { href: src }).href,
  });

  /** A paragraph each, so that they can be read where the plugin is gone. */
  const linksOf = (attributes) =>
    attributes.offers.map((offer, index) => {
      const { name, path, price, currency, interval, labels } = offer;
      const data = {
        'data-path': path || undefined,
        'data-name': name || undefined,
        'data-price': price || undefined,
        'data-currency': currency || undefined,
        'data-interval': interval || undefined,
        'data-labels': labels || undefined,
      };
      const text = price ? `${name || path}, ${price} ${currency ?? ''}`.trim() : name || path;
      // The element looks again at a link that is new, and the preview must follow each letter.
      const key = index + JSON.stringify(offer);
      return el('p', { key }, el('a', { href: linkTo(offer, attributes), ...data }, text));
    });

  const inputs = (fields, values, onChange) =>
    Object.entries(fields).map(([name, field]) =>
      el(TextControl, {
        ...field,
        key: name,
        value: values[name] ?? '',
        onChange: (value) => onChange({ [name]: value }),
      }),
    );

  function Edit({ attributes, setAttributes }) {
    const { offers, layout = '' } = attributes;
    const setOffers = (changed) => setAttributes({ offers: changed });
    const offerPanel = (offer, index) =>
      el(
        PanelBody,
        { key: index, title: offer.name || __('New offer') },
        inputs(FIELDS, offer, (change) =>
          setOffers(offers.map((each) => (each === offer ? { ...offer, ...change } : each))),
        ),
        el(
          Button,
          { isDestructive: true, onClick: () => setOffers(offers.filter((each) => each !== offer)) },
          __('Remove this offer'),
        ),
      );
    const sidebar = el(
      InspectorControls,
      null,
      el(
        PanelBody,
        { title: __('Shop') },
        inputs(SETTINGS, attributes, setAttributes),
        el(SelectControl, {
          label: __('Layout'),
          value: layout,
          options: LAYOUTS.map((value) => ({ value, label: value || __('by the space there is') })),
          onChange: (value) => setAttributes({ layout: value }),
        }),
      ),
      offers.map(offerPanel),
    );
    const add = el(
      Button,
      { variant: 'secondary', onClick: () => setOffers([...offers, {}]) },
      __('Add an offer'),
    );
    const preview = offers.some((offer) => linkTo(offer, attributes))
      ? el(Disabled, null, el('limio-offers', dataOf(whole(attributes)), linksOf(attributes)))
      : el(Placeholder, {
          icon: 'cart',
          label: __('Limio offers'),
          instructions: __(
            'Add an offer, then write your shop and the offer into the settings of this block.',
          ),
        });
    return el(Fragment, null, sidebar, el('div', useBlockProps(), preview, el('p', null, add)));
  }

  blocks.registerBlockType('limio/offers', {
    edit: Edit,
    save: ({ attributes }) => el('div', useBlockProps.save(dataOf(attributes)), linksOf(attributes)),
  });
})(window.wp);

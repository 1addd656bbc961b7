/** Channels of what is for sale on the web, and to agents. */
export const online = ['Online', 'ai'];

/** What the offers of the pricing page have in common. */
export const onSale = (group: string, name: string) => ({
  display_name__limio: name,
  group__limio: group,
  label__limio: ['pricing', 'desk'],
  sales_channel__limio: online,
  checkout__limio: { checkout_type: 'standard' },
});

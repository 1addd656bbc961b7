import { limioClient, readCatalog, UpstreamError, type LimioClient } from '../../src/limio.ts';
import type { Checkpoint, OperationName } from '../../src/limio.ts';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';

/** What the recipes of the documentation are run with. Each of them is a block of `docs/limio.md`, line by line. */

export const client = (fetch: typeof globalThis.fetch): LimioClient => {
  const { env } = { env: { LIMIO_CLIENT_ID: 'sandbox', LIMIO_CLIENT_SECRET: 'sandbox-secret' } };
  const limio = limioClient({
    tenant: 'acme.prod.limio.com',
    credentials: () => ({ clientId: env.LIMIO_CLIENT_ID, clientSecret: env.LIMIO_CLIENT_SECRET }),
    fetch,
  });
  return limio;
};

const offer = { id: CATALOGUE[1]!.id, version: CATALOGUE[1]!.version };
const plan = CATALOGUE[2]!;
const token = '';
const shop = 'https://shop.example.com';

const makeBasket = async (limio: LimioClient) =>
  (
    await limio.initiateCheckout({
      order: { orderItems: [{ offer }], external_id: crypto.randomUUID(), country: 'GB' },
    })
  ).id;

const startChange = (limio: LimioClient) =>
  limio.startSubscriptionCheckout({ recaptcha: token, order: { forSubscription: { id: 'sub-1' } } });

const startPartner = (limio: LimioClient) =>
  limio.initiatePartnerCheckout({
    order: { orderItems: [{ offer }], external_id: crypto.randomUUID(), country: 'GB' },
  });

export const recipes = {
  async listOffers(limio) {
    const items: unknown[] = [];
    for await (const page of limio.listOffers({ label: 'pricing', pageSize: 200 })) items.push(...page.items);
    const { offers } = readCatalog(items);
    return offers;
  },

  async listAddOns(limio) {
    const addOns: unknown[] = [];
    for await (const page of limio.listAddOns({ attributes: { label__limio: 'desk' } }))
      addOns.push(...page.items);
    return addOns;
  },

  async initiateCheckout(limio) {
    const { id, assistedCheckoutLink, recoveryLink } = await limio.initiateCheckout(
      {
        order: {
          orderItems: [{ offer, quantity: 3 }],
          external_id: crypto.randomUUID(),
          country: 'GB',
          customerDetails: { email: 'ada@example.com', firstName: 'Ada' },
          tracking: { campaign: 'spring', quote: { lines: 1 } },
        },
        expiresAfter: { days: 7 },
      },
      { signal: AbortSignal.timeout(2500) },
    );
    const link = shop + (assistedCheckoutLink ?? recoveryLink);
    return { id, link };
  },

  async applyPromoCode(limio) {
    const basketId = await makeBasket(limio);
    const { order } = await limio.applyPromoCode({ code: 'save20', basketId });
    const total = order?.total?.amount;
    return total;
  },

  async updateBasket(limio) {
    const cookie = `limio_state=${await makeBasket(limio)}`;
    const { orderActionResults } = await limio.updateBasket({
      cookie,
      orderActions: [{ orderItemActionType: 'change_quantity', orderItemId: 'item-1', quantity: 5 }],
    });
    return orderActionResults;
  },

  async abandonedBaskets(limio) {
    await makeBasket(limio);
    const leads: (string | undefined)[] = [];
    const save = async (_: Checkpoint) => {};
    const since = '2026-01-01T00:00:00Z';
    const until = new Date(Date.now() - 3_600_000).toISOString();
    for await (const { items, checkpoint } of limio.abandonedBaskets({ since, until })) {
      const open = items.filter(({ completed, customerDetails }) => !completed && customerDetails?.email);
      leads.push(...open.map(({ recoveryLink }) => recoveryLink));
      await save(checkpoint);
    }
    return leads;
  },

  async renewCheckout(limio) {
    const renewal = await limio.renewCheckout({
      order: { subRef: 'A-1001', verify: { customerDetails: { email: 'ada@example.com' } } },
      expiresAfter: { days: 14 },
    });
    const page = `${shop}/renewal?basket=${renewal.id}`;
    return page;
  },

  async startSubscriptionCheckout(limio) {
    try {
      const { checkout, cookie } = await limio.startSubscriptionCheckout({
        recaptcha: token,
        order: { forSubscription: { id: 'sub-pending' } },
      });
      return { checkout, cookie };
    } catch (error) {
      if (!(error instanceof UpstreamError && error.code === 'subscription_pending')) throw error;
      return `A change takes effect on ${error.until}.`;
    }
  },

  async getSubscriptionCheckout(limio) {
    const { cookie } = await startChange(limio);
    const { nextActions } = await limio.getSubscriptionCheckout({ cookie });
    return nextActions?.upgrades?.map(({ name, price }) => `${name}: ${price?.amount} ${price?.currency}`);
  },

  async updateSubscriptionCheckout(limio) {
    const { cookie } = await startChange(limio);
    const { order } = await limio.updateSubscriptionCheckout({
      recaptcha: token,
      cookie,
      order: {
        forSubscription: { id: 'sub-1' },
        orderItems: [{ orderItemActionType: 'add', type: 'offer', offerId: plan.id, quantity: 3 }],
      },
    });
    const page = `${shop}/update?basket=${order?.checkoutId}`;
    return { page, total: order?.total?.amount, from: order?.effectiveDate };
  },

  async initiatePartnerCheckout(limio) {
    const { checkout, cookie } = await limio.initiatePartnerCheckout({
      order: { orderItems: [{ offer }], external_id: crypto.randomUUID(), country: 'GB' },
    });
    return { checkout, cookie };
  },

  async updatePartnerCheckout(limio) {
    const { cookie } = await startPartner(limio);
    const { order } = await limio.updatePartnerCheckout({
      cookie,
      orderActions: [{ orderItemActionType: 'add', offerId: plan.id, quantity: 5 }],
    });
    return order?.orderItems?.length;
  },

  async validatePartnerCheckout(limio) {
    const { checkout } = await startPartner(limio);
    const { invalid } = await limio.validatePartnerCheckout({ id: checkout.id });
    const blocked = invalid.blockedProducts ?? [];
    return blocked;
  },
} satisfies Record<OperationName, (limio: LimioClient) => Promise<unknown>>;

import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  onTestFinished,
  test,
} from 'vitest';
import { CREDENTIALS } from '../../../demo/sandbox/sandbox.ts';
import { CATALOGUE } from '../../../demo/sandbox/items/catalogue.ts';
import { ASSUMPTIONS } from '../../../src/limio/assumptions.ts';
import { limioClient } from '../../../src/limio/client.ts';
import { readCsv } from '../../../src/commands/csv.ts';
import { documented, documentedLine, install, ORIGIN, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await install();
});
afterAll(() => scene.close());

/** Somebody follows a link; gives the basket that the shop opens. */
const follow = (url: unknown) => scene.limio.openLink(String(url));

/** What each test asked of Limio, by its name. */
const asked = new Map<string, Set<string>>();
let before = 0;
beforeEach(() => void (before = scene.limio.log.length));
afterEach(({ task }) => {
  const operations = scene.limio.log.slice(before).flatMap(({ operation }) => operation ?? []);
  asked.set(task.name, new Set(operations));
});

/** Opens a page of the documents on the company's own site. */
async function open(html: string): Promise<Page> {
  const { backend, limio, site } = scene;
  site.page = html
    .replaceAll('https://offers.example.com', backend)
    .replaceAll('https://shop.example.com', limio.origin)
    .replaceAll('https://cdn.example.com/limio-offers/1.0.0', '/scripts');
  const browser = await chromium.connect(inject('browser'));
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(site.origin);
  return page;
}

const wordsIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

const linksOf = (name: string) => readCsv(readFileSync(scene.file(name), 'utf8')).rows;

describe('from the installed package, by the recipes of the documents', () => {
  test('a customer opens a checkout that is filled in', async () => {
    const link = `<a href="${scene.limio.origin}/checkout?purchase=%2Foffers2%2FDesk%20Team%20Monthly">Team</a>`;
    const script = '<script type="module" src="/scripts/limio-offers.js"></script>';
    const page = await open(documented('backend', 'page: assisted').replace('…', link) + script);
    await page.getByRole('link', { name: 'Subscribe Starter' }).first().click();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/\/checkout\?basket=/);
    const basket = scene.limio.state.baskets.get(new URL(page.url()).searchParams.get('basket')!);
    expect(basket).toMatchObject({ customer: { email: 'ada@example.com' } });
    scene.limio.state.baskets.delete(basket!.id);
  });

  test('a CRM makes a quote that opens as the account', async () => {
    const { backend, key } = scene;
    const code = documented('quotes-and-crm', 'recipe: quote');
    const quote = await scene.recipe(code, { backend, key }, '{ url, total, promo }');
    expect(quote).toMatchObject({ promo: 'applied', total: { currency: 'USD' } });
    expect(await follow((quote as { url: string }).url)).toMatchObject({
      account: '0015g00000Ab1Cd',
      items: [{ quantity: 25 }, { quantity: 1 }],
    });
  });

  test('a program makes one without a backend', async () => {
    const { limio } = scene;
    const given = {
      tenant: limio.origin,
      shop: limio.origin,
      clientId: scene.env['LIMIO_CLIENT_ID'],
      clientSecret: scene.env['LIMIO_CLIENT_SECRET'],
    };
    const url = await scene.recipe(documented('quotes-and-crm', 'recipe: create-quote'), given, 'url');
    expect(await follow(url)).toMatchObject({ customer: { email: 'ada@example.com' } });
  });

  test('sales makes one from the command line', async () => {
    const { out, err, code } = await scene.command(documentedLine('quotes-and-crm', 'quote'));
    expect([code, err]).toEqual([0, '']);
    expect(await follow(out.split('\n')[0])).toMatchObject({
      account: '0015g00000Ab1Cd',
      items: [{ quantity: 25 }],
    });
  });

  test('a CRM is told of what was left, of quotes, and of what Limio says was bought', async () => {
    const { limio, crm } = scene;
    const baskets = [...limio.state.baskets.values()];
    for (const basket of baskets) basket.createdAt -= 2 * 3_600_000;
    const line = `${documentedLine('abandoned-baskets', 'abandoned')} --once`;
    const { code, err } = await scene.command(line, {
      'https://crm.example.com/limio': crm.url,
      '2026-11-01': '2026-01-01',
    });
    expect([code, err]).toEqual([0, '']);
    expect(crm.events.map(({ type }) => type)).toEqual(baskets.map(() => 'quote.open'));
    expect(await follow(crm.events[0]!.data['link'])).toMatchObject({ id: crm.events[0]!.data['id'] });
  });

  test('Limio tells what was bought, and is believed by its password alone', async () => {
    const { backend, env } = scene;
    const send = (password: string) =>
      fetch(`${backend}/webhooks/limio?event=order-submitted`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`limio:${password}`)}` },
        body: JSON.stringify({ checkoutId: 'basket-1' }),
      });
    expect((await send('wrong')).status).toBe(401);
    expect(await (await send(env['LIMIO_EVENTS_PASSWORD']!)).json()).toEqual({
      event: 'order_submitted',
      isNew: true,
    });
  });

  test('marketing starts a renewal, and a campaign of them', async () => {
    const { backend, key, limio } = scene;
    const code = documented('quotes-and-crm', 'recipe: renewal');
    const renewal = await scene.recipe(code, { backend, key }, '{ url, segments }');
    expect(renewal).toMatchObject({ segments: ['renewal'] });

    writeFileSync(
      scene.file('spring.csv'),
      'subscriptionReference,email\nA-1001,ada@example.com\nA-1003,eve@example.com\n',
    );
    const { code: exit } = await scene.command(documentedLine('quotes-and-crm', 'renew'));
    expect(exit).toBe(1);
    const [ada, eve] = linksOf('links.csv');
    expect(eve).toMatchObject({ subscription: 'A-1003', url: '', code: 'subscription_unknown' });
    for (const { url } of [renewal as { url: string }, ada as { url: string }])
      expect([...limio.state.baskets.keys()]).toContain(new URL(url).searchParams.get('basket'));
  });

  test('marketing writes to former customers, and their links sell', async () => {
    writeFileSync(scene.file('lapsed.csv'), 'reference,email\nc-1001,ada@example.com\n');
    const { code, err } = await scene.command(documentedLine('quotes-and-crm', 'winback'), {
      'links.csv': 'won.csv',
      winback: 'winback',
    });
    expect([code, err]).toEqual([0, '']);
    const [{ url = '' } = {}] = linksOf('won.csv');
    expect(url).toMatch(
      /^https:\/\/shop\.example\.com\/checkout\?purchase=true&label=winback&pc=COMEBACK&utm_/,
    );
    expect(url).not.toContain('ada');
  });

  test('a reseller makes a basket, changes it, and is told what is blocked', async () => {
    const { backend, key } = scene;
    const code = documented('partners', 'file: partner').replace('export ', '');
    const sell = (path: string) =>
      scene.recipe(code, { backend, key }, `sell(backend, key, ${JSON.stringify(path)}, 3).catch(String)`);
    const url = String(await sell('/offers2/Desk Business Negotiated'));
    const basket = scene.limio.state.baskets.get(new URL(url).searchParams.get('basket')!);
    expect(basket!.lines).toMatchObject([{ quantity: 3 }]);
    expect(await sell('/offers2/Desk Team Monthly')).toMatch(/Not for sale here: .*Desk Team Monthly/);
  });

  test('a subscriber changes plan on a page, and confirms it at the shop', async () => {
    const { limio, site } = scene;
    const code = documented('subscribers', 'file: subscriber').replace('export ', '');
    const who = { id: 'customer-1', subscriptions: ['sub-1'] };
    site.context = async () =>
      String(await scene.recipe(code, { who }, 'limioContext(who).then((answer) => answer.text())'));

    const page = await open(documented('subscribers', 'page: plan'));
    await page.getByRole('button', { name: 'Choose Business' }).click();
    await page.getByRole('link', { name: 'Change to Business' }).click();
    await page.waitForURL(/\/update\?basket=/);
    const basket = new URL(page.url()).searchParams.get('basket')!;
    const shop = (path: string, method = 'GET') =>
      fetch(`${limio.origin}/sandbox/${path}?basket=${basket}`, { method });
    expect(await (await shop('change')).json()).toMatchObject({
      completed: false,
      lines: [
        { action: 'add', name: 'Business' },
        { action: 'remove', name: 'Team' },
      ],
    });
    await shop('complete', 'POST');
    expect(await (await shop('change')).json()).toMatchObject({ completed: true });
  });

  test('for whom the site vouches not, there is no change of plan', async () => {
    const answer = await fetch(`${scene.backend}/plan-changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, 'limio-context': 'forged' },
      body: JSON.stringify({ attemptId: crypto.randomUUID(), subscription: 'sub-1' }),
    });
    expect(answer.status).toBe(403);
  });

  test('a program edits a basket by the client alone', async () => {
    const { limio, env } = scene;
    const { id, version } = CATALOGUE[1]!;
    const [client, initiate, update] = ['client', 'initiatePartnerCheckout', 'updateBasket'].map((name) =>
      documented('limio', `recipe: ${name}`).replace('acme.prod.limio.com', limio.origin),
    );
    const wanted = '{ id: checkout.id, orderActionResults }';
    const code = [client, initiate, update].join('\n');
    const edited = (await scene.recipe(code, { env, offer: { id, version } }, wanted)) as { id: string };
    expect(edited).toMatchObject({ orderActionResults: [{ actionType: 'change_quantity' }] });
    expect(limio.state.baskets.get(edited.id)!.lines).toMatchObject([{ quantity: 5 }]);
  });

  test('each operation of the client is reached by whom the document names', () => {
    const [, table = ''] =
      /## Who reaches what\n([^]*?)\n## /.exec(readFileSync('docs/limio.md', 'utf8')) ?? [];
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
    const reached = new Set<string>();
    for (const row of rows) {
      const [, who = '', what = '', operations = '', assumed = ''] = row
        .split('|')
        .map((cell) => cell.trim());
      const named = wordsIn(operations);
      expect([...(asked.get(`${who} ${what}`) ?? [])], row).toEqual(expect.arrayContaining(named));
      expect(Object.keys(ASSUMPTIONS), row).toEqual(expect.arrayContaining(wordsIn(assumed)));
      for (const name of named) reached.add(name);
    }
    const client = limioClient({ tenant: 'acme.prod.limio.com', credentials: () => CREDENTIALS });
    expect([...reached].sort()).toEqual(
      Object.keys(client)
        .filter((name) => !['authorize', 'health'].includes(name))
        .sort(),
    );
  });
});
